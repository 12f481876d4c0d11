"""The report on event files: one test for each kind of problem, with its exact text."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.timeline import checks
from bot.timeline.loader import check_files
from tests.timeline.event_files import (
    EVENT,
    HEADER,
    event_where,
    event_with,
    event_without,
    report,
    report_on,
)


def test_a_sound_file_has_no_problem(tmp_path: Path) -> None:
    assert report_on(tmp_path, HEADER + EVENT) == []


def test_a_timeline_may_be_empty(tmp_path: Path) -> None:
    assert report_on(tmp_path, HEADER.rstrip() + " []\n") == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "1:1: file: is empty: begin with timeline: and events:"),
        ("# only a comment\n", "1:1: file: is empty: begin with timeline: and events:"),
        ("~\n", "1:1: file: is empty: begin with timeline: and events:"),
        (
            "- a\n- b\n",
            "1:1: file: must be a mapping with timeline and events, not a list",
        ),
        ("hello\n", "1:1: file: must be a mapping with timeline and events, not text"),
        ("events: []\n", "1:1: timeline: is missing: add it"),
        (HEADER, "4:8: events: is empty: fill it in"),
        (b"timeline:\n  id: \xff\n", "2:7: file: is not UTF-8: save it as UTF-8"),
        ("timeline:\n\tid: a\n", "2:1: file: is indented with a tab: use spaces"),
        (
            event_where("The leaders", "Summit: the leaders"),
            "7:16: file: is not YAML (mapping values are not allowed in this context): "
            'put a text that contains ": " in quotes, or mend the indent',
        ),
        (
            event_where("The leaders", "@leaders"),
            "7:10: file: is not YAML (found character that cannot start any token): "
            "put the text in quotes",
        ),
        (
            event_where("A page", '"A page'),
            "9:12: file: is not YAML (found unexpected end of stream): close the quote",
        ),
        (
            event_where("A page", "*page"),
            "9:12: file: is not YAML (found undefined alias): "
            "put a text that begins with * in quotes",
        ),
        (
            HEADER + EVENT + "---\n" + HEADER,
            "11:1: file: is not YAML (found another document): "
            "keep one timeline in a file, without a second ---",
        ),
        ("a: \x07\n", "1:4: file: holds the control character U+0007: remove it"),
        ("[" * 100_000, "1:20: file: is nested too deeply: mend the indent"),
        ("- " * 100_000, "1:39: file: is nested too deeply: mend the indent"),
        ("&a [*a]\n", "1:1: file: is too large or its aliases multiply: write texts out"),
    ],
)
def test_a_file_that_is_not_what_it_should_be(
    tmp_path: Path, content: str | bytes, problem: str
) -> None:
    assert report_on(tmp_path, content) == [f"a.yaml:{problem}"]


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
    )
    (problem,) = report_on(tmp_path, bomb)
    assert problem.endswith("file: is too large or its aliases multiply: write texts out")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (event_without("date"), "5:3: events.2019-summit.date: is missing: add it"),
        (
            event_where('date: "2019-04-25"', "date:"),
            "6:8: events.2019-summit.date: is empty: fill it in",
        ),
        (event_where("- id: 2019-summit\n ", "-"), "5:3: events[0].id: is missing: add it"),
        (
            HEADER + EVENT.partition("  sources")[0],
            "5:3: events.2019-summit.sources: is missing: add it",
        ),
        (
            HEADER + EVENT.partition("\n  - title")[0] + " []\n",
            "8:12: events.2019-summit.sources: needs 1 or more items: it has 0",
        ),
        (
            event_where("    url", "    title"),
            "10:5: events.2019-summit.sources[0].title: is written twice, first on line 9: "
            'put "- " before it if a new item begins here, else remove one',
        ),
        (
            event_with("sumary: Text"),
            '11:3: events.2019-summit.sumary: is not a field: did you mean "summary"?',
        ),
        (
            HEADER.replace("title", "name: x\n  title") + EVENT,
            '3:3: timeline.name: is not a field: did you mean "names"?',
        ),
        (
            event_where("url", "zzz"),
            "10:5: events.2019-summit.sources[0].zzz: is not a field: "
            "the fields are title, publisher, url and date",
        ),
        (
            event_where(
                "- title: A page\n    url", "- {title: The Times, 17 June 1963}\n  summary"
            ),
            "9:24: events.2019-summit.sources[0].17 June 1963: is not a field: "
            "put a text that contains a comma in quotes",
        ),
        (
            event_where("title: The leaders meet", "title: [a, b]"),
            "7:10: events.2019-summit.title: must be text, not a list",
        ),
        (
            event_with("people:", "- Putin: a visitor"),
            "12:5: events.2019-summit.people[0]: must be text, not a mapping "
            '(quote a text that contains ": ")',
        ),
        (
            event_with("people: Putin"),
            "11:11: events.2019-summit.people: must be a list, not text: write [Putin]",
        ),
        (
            event_with("people: [A, ]", "places: ['']"),
            "12:12: events.2019-summit.places[0]: is empty: write something or leave it out",
        ),
        (
            event_with("} stray"),
            "11:3: file: is not YAML (did not find expected key): "
            "mend the indent, or put the text in quotes",
        ),
        (
            event_where('"2019-04-25"', "2019-02-30"),
            '6:9: events.2019-summit.date: "2019-02-30" is not a date: 2019-02 has 28 days',
        ),
        (
            event_where('"2019-04-25"', "2020/2019"),
            '6:9: events.2019-summit.date: "2020/2019" is not a date: it runs backwards; '
            'did you mean "2019/2020"?',
        ),
        (
            event_where(
                "https://example.org/page", "https://example.org/page\n    date: 25.4.2019"
            ),
            '11:11: events.2019-summit.sources[0].date: "25.4.2019" is not a date: '
            'did you mean "2019-04-25"?',
        ),
        (
            event_with("significance: high"),
            "11:17: events.2019-summit.significance: must be a whole number from 1 to 3, "
            'not "high"',
        ),
        (
            event_with("significance: 4"),
            '11:17: events.2019-summit.significance: must be a whole number from 1 to 3, not "4"',
        ),
        (
            event_where("https://", "javascript://"),
            '10:10: events.2019-summit.sources[0].url: "javascript://example.org/page" is not '
            "a web address: write one that begins with https:// or http://",
        ),
        (
            event_where("2019-summit", "the summit"),
            '5:7: events[0].id: "the summit" is not an id: write it without spaces, '
            "as in 2019-vladivostok-summit",
        ),
        (
            event_where("The leaders meet", "x" * 301),
            "7:10: events.2019-summit.title: has 301 characters: shorten it to 300",
        ),
        (
            event_with("summary: " + "x" * 2001),
            "11:12: events.2019-summit.summary: has 2001 characters: shorten it to 2000",
        ),
        (
            event_with(r'note: "left\u202eright"'),
            "11:9: events.2019-summit.note: holds the control character U+202E: remove it",
        ),
        (
            event_with(r'symbol: "one\ntwo"'),
            "11:11: events.2019-summit.symbol: runs over several lines: write it on one",
        ),
        (
            event_with(f"people: [{', '.join(map(str, range(51)))}]"),
            "11:11: events.2019-summit.people: takes 50 items at most: it has 51",
        ),
        (
            event_with("people: [A, B, A]"),
            "11:18: warning: events.2019-summit.people[2]: is listed twice: remove one",
        ),
        (
            HEADER.replace("id: example", "id: An Example") + EVENT,
            '2:7: timeline.id: "An Example" is not a slug: write small letters, digits and '
            "hyphens, as in space-race",
        ),
        (
            HEADER.replace("title", "languages: [english]\n  title") + EVENT,
            '3:15: timeline.languages[0]: "english" is not a language code: write en, ru or ko',
        ),
        (
            HEADER.replace("title", "synonyms: [[veto]]\n  title") + EVENT,
            "3:14: timeline.synonyms[0]: needs 2 or more items: it has 1",
        ),
        (
            HEADER.replace(
                "title", "names: {places: {Norway: , Oslo: }}\n  regions: {Norway: [Osla]}\n  title"
            )
            + EVENT,
            '4:22: timeline.regions.Norway[0]: "Osla" is not among the names of places: did you '
            'mean "Oslo"?',
        ),
        (
            HEADER.replace(
                "title", "names: {places: {Oslo: }}\n  regions: {Norway: [Oslo]}\n  title"
            )
            + EVENT,
            '4:21: timeline.regions.Norway: "Norway" is not among the names of places: mend or '
            "remove it",
        ),
        (
            HEADER.replace("title", "words: {german: {question: [wann]}}\n  title") + EVENT,
            '3:19: timeline.words.german: "german" is not a language code: write en, ru or ko',
        ),
        (
            HEADER.replace("title", "words: {de: {questions: [wann]}}\n  title") + EVENT,
            '3:16: timeline.words.de.questions: is not a field: did you mean "question"?',
        ),
        (
            HEADER.replace("title", "words: {de: wann}\n  title") + EVENT,
            "3:15: timeline.words.de: must be a mapping with question and topics, not text",
        ),
        (
            HEADER.replace("title", "names: {people: {Kim: ['']}}\n  title") + EVENT,
            "3:26: timeline.names.people.Kim[0]: is empty: write something or leave it out",
        ),
        (
            HEADER.replace("title", "names: {persons: {}}\n  title") + EVENT,
            "3:11: timeline.names.persons: is not a field: "
            "the fields are people, places and organisations",
        ),
        (
            event_with("related: [2019-summit]"),
            "11:13: events.2019-summit.related[0]: is the event itself: remove it",
        ),
        (
            event_with("related: [q]"),
            '11:13: events.2019-summit.related[0]: "q" is not the id of an event: '
            "mend or remove it",
        ),
        (
            HEADER.replace("title", "tags: {summit: leaders}\n  title")
            + EVENT
            + "  tags: [sumit]\n",
            '12:10: events.2019-summit.tags[0]: "sumit" is not in the vocabulary: '
            'did you mean "summit"?',
        ),
    ],
)
def test_a_problem_is_named_with_its_place_and_what_to_do(
    tmp_path: Path, content: str, problem: str
) -> None:
    assert report_on(tmp_path, content) == [f"a.yaml:{problem}"]


def test_several_problems_are_reported_in_order_of_line(tmp_path: Path) -> None:
    content = event_with("related: [2018-sumit]", "people: 1", "zzz: 2").replace("The", '""\n#')
    earlier = EVENT.replace("2019", "2018")
    assert report_on(tmp_path, content + earlier) == [
        "a.yaml:7:10: events.2019-summit.title: is empty: write something or leave it out",
        'a.yaml:12:13: events.2019-summit.related[0]: "2018-sumit" is not the id of an event: '
        'did you mean "2018-summit"?',
        "a.yaml:13:11: events.2019-summit.people: must be a list, not text: write [1]",
        "a.yaml:14:3: events.2019-summit.zzz: is not a field: the fields are id, date, title, "
        "summary, people, places, organisations, tags, significance, related, note, symbol, "
        "keywords and sources",
    ]


def test_an_id_may_be_used_once_in_all_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEADER + EVENT)
    content = HEADER.replace("id: example", "id: other") + EVENT
    assert report_on(tmp_path, content, name="b.yaml") == [
        f'b.yaml:5:7: events.2019-summit.id: "2019-summit" is used before, in {tmp_path}/a.yaml:5: '
        "choose another id"
    ]


def test_a_timeline_id_may_be_used_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEADER + EVENT)
    assert report_on(tmp_path, HEADER.rstrip() + " []\n", name="b.yaml") == [
        f'b.yaml:2:7: timeline.id: "example" is the id of {tmp_path}/a.yaml too: choose another'
    ]


def test_a_related_event_may_stand_in_another_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(event_with("related: [bulk-1]"))
    (tmp_path / "b.jsonl").write_text('{"id": "bulk-1", "date": "1950", "title": "T"}')
    assert report(tmp_path) == []


def test_a_reference_to_an_event_at_fault_is_no_second_problem(tmp_path: Path) -> None:
    other = EVENT.replace("2019-summit", "other").replace("2019-04-25", "soon")
    (problem,) = report_on(tmp_path, event_with("related: [other]") + other)
    assert problem.startswith('a.yaml:13:9: events.other.date: "soon" is not a date')


def test_without_a_vocabulary_any_tag_may_be_used(tmp_path: Path) -> None:
    assert report_on(tmp_path, event_with("tags: [anything]")) == []


def test_a_repeated_id_is_one_problem_and_tells_which_id_is_missing(tmp_path: Path) -> None:
    founding = EVENT.replace("2019-summit", "1949-founding").replace("2019-04-25", "1949")
    paris = founding.replace("1949-founding", "1951-paris-treaty").replace('"1949"', "1951-04-18")
    later = EVENT + "  related: [1951-paris-treaty]\n"
    copied = paris.replace("1951-paris-treaty", "1949-founding") + "  related: [1949-founding]\n"
    assert report_on(tmp_path, HEADER + founding + paris + later) == []
    assert report_on(tmp_path, HEADER + founding + copied + later) == [
        f'a.yaml:11:7: events.1949-founding.id: "1949-founding" is used before, in {tmp_path}/'
        'a.yaml:5: choose another id, perhaps "1951-paris-treaty", which other events refer to'
    ]


def test_a_reference_that_no_repeated_id_explains_is_still_a_problem(tmp_path: Path) -> None:
    other = EVENT.replace("The leaders", "Others") + "  related: [1950-pact, pact]\n"
    assert [line.split(": ")[1] for line in report_on(tmp_path, HEADER + EVENT + other)] == [
        "events.2019-summit.id",
        "events.2019-summit.related[0]",
        "events.2019-summit.related[1]",
    ]


def test_regions_without_any_name_of_a_place_are_one_problem(tmp_path: Path) -> None:
    regions = "regions: {Norway: [Oslo, Bergen], Sweden: [Lund]}\n  title"
    assert report_on(tmp_path, HEADER.replace("title", regions) + EVENT) == [
        "a.yaml:3:3: timeline.regions: need a list of places under names, with a line for each, "
        "and there is none: add it"
    ]


def test_a_broken_line_of_a_name_makes_no_problem_of_its_regions(tmp_path: Path) -> None:
    header = "names: {places: {Norway: x, Oslo: }}\n  regions: {Norway: [Oslo]}\n  title"
    (problem,) = report_on(tmp_path, HEADER.replace("title", header) + EVENT)
    assert problem.startswith("a.yaml:3:28: timeline.names.places.Norway: must be a list")


@pytest.mark.parametrize(
    ("date", "is_right"),
    [
        ("2018-04-25", False),
        ("2018-12-31/2020-01-01", True),
        ("2018~", False),
        ("2019~", True),
        ("201X", True),
        ("2018/..", True),
        ("../2018", False),
        ("../2020", True),
        ("-0043", True),  # an id has no sign for years before 1
    ],
)
def test_an_id_that_begins_with_another_year_is_a_warning(
    tmp_path: Path, date: str, is_right: bool
) -> None:
    problem = (
        f"a.yaml:5:7: warning: events.2019-summit.id: begins with 2019, but the date is {date}: "
        "mend the one or the other"
    )
    found = report_on(tmp_path, event_where("2019-04-25", date))
    assert found == ([] if is_right else [problem])


@pytest.mark.parametrize("event_id", ["summit-2018", "20180425-summit", "2018summit", "1-summit"])
def test_an_id_that_begins_otherwise_has_no_year(tmp_path: Path, event_id: str) -> None:
    assert report_on(tmp_path, event_where("2019-summit", event_id)) == []


def test_numbers_of_ids_that_mostly_are_no_years_are_no_warning(tmp_path: Path) -> None:
    events = [
        EVENT.replace("2019-summit", f"{number}-summit").replace("2019-04-25", f"195{number % 10}")
        for number in range(4001, 4005)
    ]
    assert len(report_on(tmp_path, HEADER + "".join(events[:3]))) == 3
    assert report_on(tmp_path, HEADER + "".join(events)) == []


NEAR = EVENT.replace("2019-summit", "again").replace("The leaders meet", "Leaders meet")


def test_a_similar_title_on_the_same_day_is_a_warning(tmp_path: Path) -> None:
    assert report_on(tmp_path, HEADER + EVENT + NEAR) == [
        'a.yaml:13:10: warning: events.again.title: is much like "2019-summit" of the same day: '
        "merge them, or relate them"
    ]


@pytest.mark.parametrize(
    "other",
    [
        NEAR + "  related: [2019-summit]\n",
        NEAR.replace("2019-04-25", "2019-04-26"),
        NEAR.replace("2019-04-25", "2019-04"),
        NEAR.replace("Leaders meet", "A train crosses the river"),
    ],
    ids=["related", "another day", "no single day", "another title"],
)
def test_what_is_no_copy_is_no_warning(tmp_path: Path, other: str) -> None:
    assert report_on(tmp_path, HEADER + EVENT + other) == []


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(64_000_001)
    assert report(tmp_path) == ["a.yaml:1:1: file: is larger than 64 MB: write it as .jsonl"]


def test_thousands_of_faults_of_one_kind_are_cut_with_a_count(tmp_path: Path) -> None:
    days = "".join(
        EVENT.replace("2019-summit", f"a-{n}").replace("2019-04-25", f"{1 + n % 31}.12.1900")
        for n in range(1_234)
    )
    content = f"{HEADER}{days}- id: last\n  title: No date\n  sources: [{{title: A page}}]\n"
    problems = report_on(tmp_path, content)
    assert problems[99] == (
        'a.yaml:600:9: events.a-99.date: "7.12.1900" is not a date: did you mean "1900-12-07"?'
    )
    assert problems[100:] == [
        "a.yaml:600:9: events.a-99.date: … and 1,134 more like this",
        "a.yaml:7409:3: events.last.date: is missing: add it",
    ]


def test_what_is_listed_twice_is_found_in_a_long_list_too(tmp_path: Path) -> None:
    words = "".join(f"      - wort{n % 199}\n" for n in range(200))
    header = HEADER.replace("events:", f"  words:\n    de:\n      question:\n{words}events:")
    assert report_on(tmp_path, header + EVENT) == [
        "a.yaml:206:9: warning: timeline.words.de.question[199]: is listed twice: remove one"
    ]


def test_a_hint_is_looked_for_only_as_long_as_faults_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(word: str, _: object) -> str:
        looked.append(word)
        return ""

    monkeypatch.setattr(checks, "find_nearest", look)
    events = "".join(
        EVENT.replace("2019-summit", f"a{n}").replace("2019-04-25", "2019") + f"  related: [b{n}]\n"
        for n in range(500)
    )
    assert len(report_on(tmp_path, HEADER + events)) == 101
    assert len(looked) == 100


def test_a_forgotten_dash_is_one_problem_that_does_not_ask_to_throw_an_entry_away(
    tmp_path: Path,
) -> None:
    second = EVENT.replace("- id: 2019-summit", "  id: 2020-summit").replace("2019", "2020")
    assert report_on(tmp_path, HEADER + EVENT + second) == [
        "a.yaml:11:3: events.2020-summit.id: is written twice, first on line 5: "
        'put "- " before it if a new item begins here, else remove one'
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (event_where('"2019-04-25"', "“2019”"), '6:9: events.2019-summit.date: "“2019”" {}'),
        (
            event_where("The leaders meet", "‘The leaders meet’"),
            '7:10: warning: events.2019-summit.title: "‘The leaders meet’" {}',
        ),
        (event_with("significance: “2”"), '11:17: events.2019-summit.significance: "“2”" {}'),
        (
            event_where("https://example.org/page", "“https://example.org/page”"),
            '10:10: events.2019-summit.sources[0].url: "“https://example.org/page”" {}',
        ),
    ],
)
def test_curly_quotes_are_called_by_their_name(tmp_path: Path, content: str, problem: str) -> None:
    said = "stands in curly quotes: use straight ones, or none"
    assert report_on(tmp_path, content) == [f"a.yaml:{problem.format(said)}"]


def test_curly_quotes_within_a_text_are_left_alone(tmp_path: Path) -> None:
    content = event_where("The leaders meet", "“Yes” and “no”").replace("A page", "The “page”")
    assert report_on(tmp_path, content) == []


@pytest.mark.parametrize("suffix", ["yaml", "json", "jsonl"])
def test_what_git_could_not_merge_is_named_as_that(tmp_path: Path, suffix: str) -> None:
    content = '\n<<<<<<< HEAD\n{"id": "a"}\n=======\n{"id": "b"}\n>>>>>>> other\n'
    first = report_on(tmp_path, content, name=f"a.{suffix}")[0]
    assert first == (
        f"a.{suffix}:2:1: file: holds two versions that git could not merge: "
        "keep one, and remove the marks"
    )


def test_a_bulk_file_without_a_line_is_a_warning(tmp_path: Path) -> None:
    assert report_on(tmp_path, "\n", name="a.jsonl") == [
        "a.jsonl:1:1: warning: file: is empty: write one event in each line"
    ]


def test_a_date_in_the_far_future_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        HEADER + EVENT.replace("2019", "2900") + EVENT.replace("2019", "2119")
    )
    assert [
        str(one).removeprefix(f"{tmp_path}/") for one in check_files([tmp_path], year=2026)
    ] == [
        "a.yaml:6:9: warning: events.2900-summit.date: lies more than 100 years ahead: "
        "is the year right?"
    ]


def test_a_timeline_of_the_future_is_left_alone(tmp_path: Path) -> None:
    days = (EVENT.replace("2019", str(year)) for year in (2500, 2600, 2700, 2800))
    (tmp_path / "a.yaml").write_text(HEADER + "".join(days))
    assert check_files([tmp_path], year=2026) == ()


JSON = """{"timeline": {"id": "example", "title": "An example"},
 "events": [
  {"id": "a", "date": "2019", "title": "T", "sources": [{"titel": "P"}]},
  {"id": "b", "id": "c", "date": true, "title": "T", "sources": [{"title": "P"}]}
 ]}
"""


def test_problems_in_json_have_their_line_and_column(tmp_path: Path) -> None:
    assert report_on(tmp_path, JSON, name="a.json") == [
        "a.json:3:57: events.a.sources[0].title: is missing: add it",
        'a.json:3:58: events.a.sources[0].titel: is not a field: did you mean "title"?',
        "a.json:4:15: events.c.id: is written twice, first on line 4: remove one",
        "a.json:4:34: events.c.date: must be a date, not true",
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            '{"events": [],\n}',
            "2:1: file: is not JSON: Expecting property name enclosed in double quotes",
        ),
        ("[" * 100_000, "1:1: file: is nested too deeply"),
        ("", "1:1: file: is empty: begin with timeline: and events:"),
        ("null", "1:1: file: is empty: begin with timeline: and events:"),
    ],
)
def test_a_file_that_is_not_json(tmp_path: Path, content: str, problem: str) -> None:
    assert report_on(tmp_path, content, name="a.json") == [f"a.json:{problem}"]


@pytest.mark.parametrize(
    ("title", "cut"),
    [("Player #7 resigns", "#7 resigns"), ("The march of\t#никогда", "#никогда")],
)
def test_a_text_that_a_comment_cuts_off_is_a_warning(tmp_path: Path, title: str, cut: str) -> None:
    column = 10
    assert report_on(tmp_path, event_where("The leaders meet", title)) == [
        f'a.yaml:7:{column}: warning: events.2019-summit.title: ends before "{cut}", '
        "which is read as a comment: put the text in quotes"
    ]


@pytest.mark.parametrize(
    "title",
    [
        "The leaders meet # as planned", "'Player #7 resigns'", '"Player #7 resigns" #todo',
        "C# is released", "|\n    Player #7 resigns", ">-\n    one\n    #7 resigns",
    ],
)  # fmt: skip
def test_a_comment_of_a_person_and_a_quoted_text_are_none(tmp_path: Path, title: str) -> None:
    assert report_on(tmp_path, event_where("The leaders meet", title)) == []
