"""The report on names: what the header lists, and what the events use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.timeline.event_files import EVENT, HEADER, report_on

PEOPLE = "Walter Hallstein, Maria Jotuni, Jean Rey, Kim Jong Un, 김정은, Pius XIII".split(", ")


def file_with(names: str, *uses: str) -> str:
    """A file with names on line 3 and, from line 6 on, an event of seven lines for each use."""
    header = HEADER.replace("title", f"names: {{{names}}}\n  title")
    events = (EVENT.replace("2019-summit", f"e{at}") + f"  {use}\n" for at, use in enumerate(uses))
    return header + "".join(events).replace("2019-04-25", "2019")


def listing(names: list[str]) -> str:
    """The names of people, without aliases."""
    return f"people: {{{': , '.join(names)}: }}"


def test_an_alias_of_two_names_is_a_warning_whatever_its_accents(tmp_path: Path) -> None:
    names = "names: {people: {José: [Pepe], Josef: [Jose, Beppo], Juan: [pépé]}}\n  title"
    assert report_on(tmp_path, HEADER.replace("title", names) + EVENT) == [
        'a.yaml:3:42: warning: timeline.names.people.Josef[0]: "Jose" also stands for "José": '
        "keep it for one of them",
        'a.yaml:3:63: warning: timeline.names.people.Juan[0]: "pépé" also stands for "José": '
        "keep it for one of them",
    ]


def test_the_same_name_and_alias_in_two_files_are_no_problem(tmp_path: Path) -> None:
    header = HEADER.replace("title", "names: {people: {Kim Jong Un: [Kim]}}\n  title")
    (tmp_path / "a.yaml").write_text(header + EVENT)
    other = header.replace("id: example", "id: other").rstrip() + " []\n"
    assert report_on(tmp_path, other, name="b.yaml") == []


@pytest.mark.parametrize(
    ("used", "meant"),
    [
        ("Walter Halstein", "Walter Hallstein"),
        ("Walther Halstein", "Walter Hallstein"),
        ("walter hallstein", "Walter Hallstein"),
        ("Wálter-Hallstein", "Walter Hallstein"),
        ("WalterHallstein", "Walter Hallstein"),
        ("Maria Jotuny", "Maria Jotuni"),
    ],
)
def test_a_misspelt_name_is_a_warning_that_tells_the_right_one(
    tmp_path: Path, used: str, meant: str
) -> None:
    assert report_on(tmp_path, file_with(listing(PEOPLE), f"people: [Jean Rey, {used}]")) == [
        f'a.yaml:12:22: warning: events.e0.people[1]: "{used}" is not among the names: did you '
        f'mean "{meant}"?'
    ]


@pytest.mark.parametrize(
    "used", ["Kim Jong Il", "김정일", "Pius XIV", "Maria Callas", "Jan Rey", "Hallstein", "A"]
)
def test_another_name_that_is_like_a_listed_one_is_no_slip(tmp_path: Path, used: str) -> None:
    assert report_on(tmp_path, file_with(listing(PEOPLE), f"people: [{used}]")) == []


def test_an_alias_in_place_of_its_name_is_a_warning(tmp_path: Path) -> None:
    assert report_on(
        tmp_path, file_with("people: {Jean Rey: [Rey, Жан Рей]}", "people: [rey, Жан Рей]")
    ) == [
        'a.yaml:12:12: warning: events.e0.people[0]: "rey" is not among the names: did you mean '
        '"Jean Rey"?',
        'a.yaml:12:17: warning: events.e0.people[1]: "Жан Рей" is not among the names: did you '
        'mean "Jean Rey"?',
    ]


def test_a_name_misspelt_in_many_events_is_one_warning(tmp_path: Path) -> None:
    uses = ["people: [Walter Halstein]"] * 3
    assert report_on(tmp_path, file_with(listing(PEOPLE), *uses)) == [
        'a.yaml:12:12: warning: events.e0.people[0]: "Walter Halstein", used in 3 events, is not '
        'among the names: did you mean "Walter Hallstein"?'
    ]


def test_where_a_file_lists_no_names_of_a_kind_any_may_be_used(tmp_path: Path) -> None:
    content = file_with(
        listing(PEOPLE), "places: [Walter Halstein]", "organisations: [Jean Ray, Jean Rey]"
    )
    assert report_on(tmp_path, content) == []


def test_names_without_a_line_are_one_warning_where_nearly_all_have_one(tmp_path: Path) -> None:
    most = f"people: [{', '.join(PEOPLE)}]"
    one = file_with(listing(PEOPLE), most, "people: [Ada]")
    assert report_on(tmp_path, one) == [
        'a.yaml:19:12: warning: events.e1.people[0]: "Ada" is not among the names, as most people '
        "of the file are: add to the header or mend the spelling"
    ]
    listed = [f"Person {number}" for number in range(16)]
    several = file_with(
        listing(listed), f"people: [{', '.join(listed)}]", "people: [Ada, Bo, Cy]", "people: [Di]"
    )
    assert report_on(tmp_path, several) == [
        'a.yaml:19:12: warning: events.e1.people[0]: "Ada", "Bo", "Cy" and 1 more are not among '
        "the names, as most people of the file are: add to the header or mend the spelling"
    ]


def test_a_list_of_only_some_names_is_no_warning(tmp_path: Path) -> None:
    content = file_with("people: {Jean Rey: [Rey]}", "people: [Jean Rey, Ada, Bo]")
    assert report_on(tmp_path, content) == []


def test_a_name_may_have_its_line_in_another_file(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(
        file_with("people: {Walter Halstein: }").replace("example", "other").rstrip() + " []\n"
    )
    assert report_on(tmp_path, file_with(listing(PEOPLE), "people: [Walter Halstein]")) == []


def test_a_broken_line_of_a_name_makes_no_warning_of_its_uses(tmp_path: Path) -> None:
    content = file_with("people: {Jean Rey: Rey, Walter Halstein: }", "people: [Jean Rey, Ada]")
    (problem,) = report_on(tmp_path, content)
    assert problem.startswith("a.yaml:3:30: timeline.names.people.Jean Rey: must be a list")


def test_a_name_or_tag_in_one_event_that_is_nearly_that_of_several_is_a_slip(
    tmp_path: Path,
) -> None:
    usual = ["people: [Bob Paisley]\n  tags: [trophies]"] * 3
    content = HEADER + "".join(
        EVENT.replace("2019-summit", f"e{at}").replace("2019-04-25", "2019") + f"  {use}\n"
        for at, use in enumerate([*usual, "people: [Bob Pasley, Rob Bailey]\n  tags: [trophie]"])
    )
    assert [line.split("warning: ")[1] for line in report_on(tmp_path, content)] == [
        'events.e3.people[0]: "Bob Pasley" stands in no other event, and "Bob Paisley" in 3: '
        "is it a slip?",
        'events.e3.tags[0]: "trophie" stands in no other event, and "trophies" in 3: is it a slip?',
    ]
