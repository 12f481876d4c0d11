"""The floor plan: which file stands on which floor, and what it may let in."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

# Read it from the ground up. One rule: a file imports only files in rows above its own, and
# never a neighbouring room on the same floor. (Within a room a function may import a file from
# further down, at the moment it needs it.) The standard library may enter anywhere, with the
# exceptions below; guests, which are third-party packages, only where they are named.
FLOOR_PLAN = """
floor  file                          guests
0      errors.py
0      logs.py
0      meter.py
0      packing.py
1      cache_folder.py
1      settings.py
1      timeline/quoting.py
1      timeline/day.py
1      timeline/date_hints.py
1      timeline/dates.py
1      timeline/event.py
1      timeline/reach.py
1      timeline/timeline.py
1      timeline/rows.py
1      timeline/columns.py
1      timeline/packed.py
1      timeline/daily_choice.py
1      timeline/nearest.py
1      timeline/shapes.py
1      timeline/text_shapes.py
1      timeline/schema.py
1      timeline/document.py
1      timeline/json_document.py
1      timeline/yaml_document.py     yaml
1      timeline/reading.py
1      timeline/bulk.py
1      timeline/files.py
1      timeline/name_checks.py
1      timeline/checks.py
1      timeline/loader.py
2      search/korean_words.py
2      search/korean_verbs.py
2      search/function_words.py
2      search/irregular.py
2      search/needs.py
2      search/forms.py
2      search/terms.py               Stemmer
2      search/particles.py
2      search/designations.py
2      search/common_words.py
2      search/keyboards.py
2      search/romanising.py
2      search/sound_index.py          rapidfuzz
2      search/letters_held.py
2      search/vocabulary.py          rapidfuzz
2      search/spelling.py
2      search/speller_making.py
2      search/whole_texts.py         rapidfuzz
2      search/guessed_names.py
2      search/lexicon.py
2      search/postings.py
2      search/index.py
2      search/tables.py
2      search/packed_speller.py
2      search/packed.py
2      search/life_dates.py
2      search/building.py
2      search/short_years.py
2      search/spelt_years.py
2      search/not_dates.py
2      search/calendar_words.py
2      search/calendar_phrases.py
2      search/calendar_spans.py
2      search/date_rules.py
2      search/date_numbers.py
2      search/date_tokens.py
2      search/date_context.py
2      search/named_times.py
2      search/named_parts.py
2      search/named_ranges.py
2      search/relative_times.py
2      search/counted_times.py
2      search/date_grammar.py
2      search/when.py
2      search/times.py
2      search/days_asked.py
2      search/which_one.py
2      search/intent.py
2      search/nearness.py
2      search/regnal.py
2      search/related_words.py
2      search/telling.py
2      search/layout.py
2      search/units.py
2      search/overview_words.py
2      search/foreign_words.py        rapidfuzz
2      search/russian_roots.py
2      search/native.py
2      search/translating.py
2      search/mending.py
2      search/ways.py
2      search/alone.py
2      search/unit_making.py
2      search/phrase_units.py
2      search/ruler_units.py
2      search/reading.py
2      search/offices.py
2      search/light_verbs.py
2      search/query.py
2      search/word_checks.py
2      search/shifts.py
2      search/outcome.py
2      search/step_words.py
2      search/lines.py
2      search/steps.py
2      search/distances.py
2      search/stance.py
2      search/merging.py
2      search/told_first.py
2      search/same_time.py
2      search/sides.py
2      search/what_came.py
2      search/anchors.py
2      search/gains.py
2      search/recall.py
2      search/holding.py
2      search/weights.py
2      search/candidate.py
2      search/scoring.py
2      search/neighbours.py
2      search/alike.py
2      search/subjects.py
2      search/journeys.py
2      search/causes.py
2      search/encounters.py
2      search/told_meetings.py
2      search/told_encounters.py
2      search/acting.py
2      search/gotten.py
2      search/roles.py
2      search/called.py
2      search/kinds.py
2      search/tagged.py
2      search/counted.py
2      search/numbered.py
2      search/one_occasion.py
2      search/occasions.py
2      search/together.py
2      search/asked_for.py
2      search/presumed.py
2      search/amounts.py
2      search/named_people.py
2      search/measures.py
2      search/directions.py
2      search/opposites.py
2      search/undoing.py
2      search/deeds.py
2      search/whereabouts.py
2      search/models.py
2      search/untold_deeds.py
2      search/presupposed.py
2      search/confidence.py
2      search/another_time.py
2      search/pointing.py
2      search/turns.py
2      search/said.py
2      search/stepping.py
2      search/completing.py
2      search/followup.py
2      search/extent.py
2      search/everyday_asks.py
2      search/broad.py
2      search/literal.py
2      search/outside.py
2      search/finding.py
2      search/of_time.py
2      search/contested.py
2      search/ordering.py
2      search/preferring.py
2      search/bare_titles.py
2      search/ranked.py
2      search/ranking.py
2      search/own_day.py
2      search/kin.py
2      search/described.py
2      search/own_deeds.py
2      search/beside.py
2      search/at_distance.py
2      search/pairs.py
2      search/ends.py
2      search/between.py
2      search/shown.py
2      search/slips.py                rapidfuzz
2      search/talk_forms_en.py
2      search/talk_forms_ko.py
2      search/talk_forms_ru.py
2      search/talk_forms.py
2      search/chatter_words.py
2      search/clauses.py
2      search/asker.py
2      search/strange_leads.py
2      search/chatter.py
2      search/readings.py
2      search/ordinal_names.py
2      search/series.py
2      search/ending.py
2      search/thread.py
2      search/stays.py
2      search/successions.py
2      search/addressing.py
2      search/anchored.py
2      search/turned_ends.py
2      search/searching.py
2      search/ready.py
2      ledger/subscription.py
2      ledger/delivery.py
2      ledger/due.py
2      ledger/database.py            alembic sqlalchemy
2      ledger/tables.py              sqlalchemy
2      ledger/migrations/env.py      alembic
2      ledger/migrations/versions/v0001_first.py  alembic sqlalchemy
2      ledger/migrations/versions/v0002_workspaces.py  alembic sqlalchemy
2      ledger/migrations/versions/v0003_once.py  alembic sqlalchemy
2      ledger/subscription_rows.py   sqlalchemy
2      ledger/subscriptions.py       sqlalchemy
2      ledger/channel_timelines.py   sqlalchemy
2      ledger/forgetting.py          sqlalchemy
2      ledger/claim_rows.py          sqlalchemy
2      ledger/claims.py              sqlalchemy
2      ledger/upkeep.py              sqlalchemy
2      ledger/handled.py             sqlalchemy
2      ledger/unanswered.py          sqlalchemy
2      ledger/deliveries.py          sqlalchemy
3      answers/durations.py
3      answers/wording/times.py
3      answers/wording/date_wording.py
3      answers/wording/wording.py
3      answers/wording/lists.py
3      answers/wording/english.py
3      answers/wording/en_dates.py
3      answers/wording/en.py
3      answers/wording/russian.py
3      answers/wording/ru_dates.py
3      answers/wording/ru.py
3      answers/wording/korean.py
3      answers/wording/ko_dates.py
3      answers/wording/ko.py
3      answers/wording/choosing.py
3      answers/language.py
3      answers/answer.py
3      answers/help.py
3      answers/smalltalk.py
3      answers/verbs.py
3      answers/entries.py
3      answers/anniversaries.py
3      answers/daily_post.py
3      answers/daily_verbs.py
3      answers/periods.py
3      answers/period_pages.py
3      answers/impossible.py
3      answers/examples.py
3      answers/headings.py
3      answers/found_pages.py
3      answers/lookups.py
3      answers/finding_pages.py
3      answers/responder.py
3      store/workers.py
3      store/key.py
3      store/file.py
3      store/making.py
4      daily/clock.py                sqlalchemy
4      loading.py
4      watching.py
4      evaluation/questions.py       yaml
4      evaluation/stores.py
4      evaluation/measures.py
4      evaluation/engines.py         bm25s tantivy
4      evaluation/reasons.py
4      evaluation/report.py
5      bench.py
5      jsonl.py
5      terminal.py
5      slack/daily/zones.py
5      slack/daily/vocabulary.py
5      slack/daily/typed_times.py
5      slack/daily/wish.py
5      slack/names.py
5      slack/fields.py
5      slack/workers.py
5      slack/mrkdwn.py
5      slack/incoming.py
5      slack/once.py
5      slack/shared_once.py          sqlalchemy
5      slack/limits.py
5      slack/memory.py
5      slack/press.py
5      slack/buttons.py
5      slack/clicks.py
5      slack/entry_blocks.py
5      slack/blocks.py
5      slack/home.py
5      slack/manifest.py
5      slack/daily/wording.py
5      slack/daily/post.py
5      slack/daily/compose.py
5      slack/daily/form.py
5      slack/daily/filled.py
5      slack/daily/askers.py         slack_sdk
5      slack/daily/posts.py
5      slack/sending.py              slack_sdk
5      slack/daily/place.py          slack_sdk
5      slack/listings.py
5      slack/timeline_choices.py
5      slack/answers.py
5      slack/curating.py             sqlalchemy
5      slack/desk.py
5      slack/conversing.py
5      slack/daily/changing.py       slack_sdk
5      slack/daily/opening.py        slack_sdk
5      slack/daily/commands.py       slack_sdk
5      slack/using.py
5      slack/listeners/questions.py  slack_bolt slack_sdk
5      slack/listeners/daily.py      slack_bolt slack_sdk
5      slack/listeners/commands.py   slack_bolt slack_sdk
5      slack/listeners/shortcuts.py  slack_bolt
5      slack/listeners/home.py       slack_bolt slack_sdk
5      slack/listeners/buttons.py    slack_bolt slack_sdk
5      slack/listeners/departures.py  slack_bolt
5      slack/listeners/rest.py       slack_bolt
5      slack/install_page.py
5      slack/sealing.py              cryptography
5      slack/installations.py        slack_sdk sqlalchemy
5      slack/workspaces.py           slack_bolt slack_sdk
5      slack/installing.py           slack_bolt slack_sdk sqlalchemy
5      slack/install_pages.py        slack_bolt
5      slack/app.py                  slack_bolt slack_sdk
5      slack/refusals.py
5      slack/pages.py
5      slack/health.py               sqlalchemy
5      slack/metrics.py              prometheus_client
5      slack/access.py               slack_bolt slack_sdk sqlalchemy
5      slack/web.py                  slack_bolt slack_sdk
5      slack/http_worker.py          gunicorn
5      slack/http_mode.py            gunicorn
5      slack/signals.py
5      slack/stopped.py
5      slack/posting.py              slack_sdk
5      slack/clockwork.py            sqlalchemy
5      slack/socket_mode.py          slack_bolt slack_sdk
5      slack/checkup.py             slack_sdk sqlalchemy
5      slack/server.py               sqlalchemy
6      cli/surroundings.py           click sqlalchemy
6      cli/options.py                click
6      cli/asking.py                 click
6      cli/running.py                click
6      cli/daily.py                  click sqlalchemy
6      cli/curating.py               click
6      cli/indexing.py                click
6      cli/timing.py                  click
6      cli/keeping.py               click
6      cli/measuring.py              click
6      cli/doctor.py                 click
6      cli/unanswered.py             click
6      cli/main.py                   click
7      __main__.py
"""

# The domain is pure: no clock, no environment, no network, no database, no Slack.
DOMAIN = ("timeline", "search", "answers")
NOT_IN_THE_DOMAIN = frozenset(
    "asyncio concurrent dbm http logging multiprocessing os secrets select signal socket "
    "socketserver sqlite3 ssl subprocess threading time urllib uuid zoneinfo".split()
)
# The one room that reads the environment and picks the clock; all others get arguments.
COMPOSITION_ROOT = "cli/"

BOT = Path(__file__).parent.parent / "bot"


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the plan: where it stands, and the packages it may let in."""

    place: int  # counted from the ground; a file imports only from lower places
    floor: int
    file: str
    guests: frozenset[str]

    @property
    def room(self) -> str:
        """The folder, or the file itself where it is a room of its own."""
        return self.file.partition("/")[0]


def read_plan(plan: str) -> dict[str, Row]:
    """Return the rows of the plan by file."""
    rows = [line.split() for line in plan.strip().splitlines()[1:]]
    return {
        file: Row(place, int(floor), file, frozenset(guests))
        for place, (floor, file, *guests) in enumerate(rows)
    }


PLAN = read_plan(FLOOR_PLAN)
FILES = sorted(str(path.relative_to(BOT).as_posix()) for path in BOT.rglob("*.py"))
ROOM_FILES = [file for file in FILES if not file.endswith("__init__.py")]
PLANNED_FILES = [file for file in ROOM_FILES if file in PLAN]


def parse(file: str) -> ast.Module:
    """Return the syntax tree of one file of the bot."""
    return ast.parse((BOT / file).read_text("utf-8"), filename=file)


def imported_modules(tree: ast.AST) -> Iterator[str]:
    """Yield every module imported anywhere, in functions too; `from x import y` gives both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write imports in full, from bot. on"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_files(tree: ast.AST) -> set[str]:
    """Return the files of the bot that are imported, packages left aside."""
    inner = (name for name in imported_modules(tree) if name.partition(".")[0] == "bot")
    files = {"/".join(name.split(".")[1:]) + ".py" for name in inner}
    return {file for file in files if (BOT / file).is_file()}


def without_functions(tree: ast.Module) -> ast.Module:
    """Return what is carried out when the file is imported."""
    kept = [node for node in tree.body if not isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    return ast.Module(kept, [])


def imported_packages(tree: ast.Module) -> set[str]:
    """Return the top names of everything imported that is not of the bot."""
    return {name.partition(".")[0] for name in imported_modules(tree)} - {"bot"}


def reads_of_the_world(tree: ast.Module) -> Iterator[str]:
    """Yield where the clock or the environment is read."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        owner = node.value.attr if isinstance(node.value, ast.Attribute) else ""
        owner = node.value.id if isinstance(node.value, ast.Name) else owner
        is_clock = owner in ("date", "datetime") and node.attr in ("now", "today", "utcnow")
        is_environment = owner == "os" and node.attr in ("environ", "environb", "getenv")
        if is_clock or is_environment:
            yield f"line {node.lineno}: {owner}.{node.attr}"


def test_every_file_has_a_floor() -> None:
    missing = [file for file in ROOM_FILES if file not in PLAN]
    assert not missing, f"add a row for {missing} to the FLOOR_PLAN of this test"


def test_no_row_is_left_behind_by_a_file_that_went() -> None:
    gone = [file for file in PLAN if file not in ROOM_FILES]
    assert not gone, f"remove the rows of {gone} from the FLOOR_PLAN of this test"


def test_the_plan_is_drawn_from_the_ground_up() -> None:
    floors = [row.floor for row in PLAN.values()]
    assert floors == sorted(floors)


def test_every_room_is_on_one_floor() -> None:
    floors: dict[str, set[int]] = {}
    for row in PLAN.values():
        floors.setdefault(row.room, set()).add(row.floor)
    assert {room: on for room, on in floors.items() if len(on) > 1} == {}


@pytest.mark.parametrize("file", PLANNED_FILES)
def test_a_file_imports_only_from_floors_below_its_own_and_its_room(file: str) -> None:
    row = PLAN[file]
    for other in imported_files(parse(file)) & PLAN.keys():
        target = PLAN[other]
        assert target.floor < row.floor or target.room == row.room, (
            f"bot/{file} (floor {row.floor}) must not import bot/{other} (floor {target.floor})"
        )


@pytest.mark.parametrize("file", PLANNED_FILES)
def test_a_file_imports_only_files_in_rows_above_its_own(file: str) -> None:
    for other in imported_files(without_functions(parse(file))) & PLAN.keys():
        assert PLAN[other].place < PLAN[file].place, (
            f"bot/{file} imports bot/{other}, whose row stands below: move one of the rows, "
            "or the code, so that imports point one way only"
        )


@pytest.mark.parametrize("file", PLANNED_FILES)
def test_a_guest_enters_only_where_the_plan_names_it(file: str) -> None:
    guests = imported_packages(parse(file)) - sys.stdlib_module_names
    uninvited, absent = guests - PLAN[file].guests, PLAN[file].guests - guests
    assert not uninvited, f"bot/{file} imports {sorted(uninvited)}, which the plan does not name"
    assert not absent, f"bot/{file} does not import {sorted(absent)} any more: mend its row"


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith(DOMAIN)])
def test_the_domain_does_not_touch_the_outer_world(file: str) -> None:
    assert imported_packages(parse(file)) & NOT_IN_THE_DOMAIN == set()


@pytest.mark.parametrize("file", [file for file in FILES if not file.startswith(COMPOSITION_ROOT)])
def test_only_the_composition_root_reads_the_environment_and_the_clock(file: str) -> None:
    assert list(reads_of_the_world(parse(file))) == []


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith("__init__.py")])
def test_a_package_says_its_purpose_and_nothing_else(file: str) -> None:
    tree = parse(file)
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


@pytest.mark.parametrize("file", ROOM_FILES)
def test_a_file_begins_by_saying_its_purpose(file: str) -> None:
    assert ast.get_docstring(parse(file)), f"bot/{file} needs a docstring: its one purpose"
