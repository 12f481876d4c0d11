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
floor  file                                            guests
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
1      timeline/yaml_document.py                       yaml
1      timeline/reading.py
1      timeline/bulk.py
1      timeline/files.py
1      timeline/name_checks.py
1      timeline/checks.py
1      timeline/loader.py
2      search/language/korean_words.py
2      search/language/korean_verbs.py
2      search/language/function_words.py
2      search/language/irregular.py
2      search/language/needs.py
2      search/language/forms.py
2      search/terms.py                                 Stemmer
2      search/language/particles.py
2      search/language/designations.py
2      search/language/common_words.py
2      search/language/keyboards.py
2      search/language/romanising.py
2      search/indexing/sound_index.py                  rapidfuzz
2      search/indexing/letters_held.py
2      search/indexing/vocabulary.py                   rapidfuzz
2      search/indexing/spelling.py
2      search/indexing/speller_making.py
2      search/weighing/whole_texts.py                  rapidfuzz
2      search/indexing/guessed_names.py
2      search/indexing/lexicon.py
2      search/indexing/postings.py
2      search/indexing/memo.py
2      search/index.py
2      search/indexing/tables.py
2      search/indexing/packed_speller.py
2      search/indexing/packed.py
2      search/indexing/life_dates.py
2      search/indexing/building.py
2      search/dates/short_years.py
2      search/dates/spelt_years.py
2      search/dates/not_dates.py
2      search/dates/calendar_words.py
2      search/dates/calendar_phrases.py
2      search/dates/calendar_spans.py
2      search/dates/date_rules.py
2      search/dates/date_numbers.py
2      search/dates/date_tokens.py
2      search/dates/date_context.py
2      search/dates/named_times.py
2      search/dates/named_parts.py
2      search/dates/named_ranges.py
2      search/dates/relative_times.py
2      search/dates/counted_times.py
2      search/dates/date_grammar.py
2      search/when.py
2      search/dates/times.py
2      search/dates/days_asked.py
2      search/asking/which_one.py
2      search/asking/intent.py
2      search/threads/nearness.py
2      search/language/regnal.py
2      search/language/related_words.py
2      search/language/telling.py
2      search/asking/layout.py
2      search/asking/units.py
2      search/language/overview_words.py
2      search/language/foreign_words.py                rapidfuzz
2      search/language/russian_roots.py
2      search/asking/native.py
2      search/asking/translating.py
2      search/asking/mending.py
2      search/asking/ways.py
2      search/asking/alone.py
2      search/asking/unit_making.py
2      search/asking/phrase_units.py
2      search/asking/ruler_units.py
2      search/asking/reading.py
2      search/language/light_verbs.py
2      search/query.py
2      search/asking/word_checks.py
2      search/dates/shifts.py
2      search/threads/asked_anew.py
2      search/threads/outcome.py
2      search/threads/step_words.py
2      search/threads/lines.py
2      search/threads/steps.py
2      search/dates/distances.py
2      search/threads/stance.py
2      search/threads/merging.py
2      search/from_entry/told_first.py
2      search/from_entry/same_time.py
2      search/from_entry/sides.py
2      search/from_entry/what_came.py
2      search/from_entry/anchors.py
2      search/weighing/gains.py
2      search/weighing/recall.py
2      search/weighing/holding.py
2      search/weighing/weights.py
2      search/weighing/candidate.py
2      search/weighing/scoring.py
2      search/threads/neighbours.py
2      search/threads/alike.py
2      search/threads/journeys.py
2      search/threads/causes.py
2      search/entries/encounters.py
2      search/entries/told_encounters.py
2      search/entries/acting.py
2      search/entries/gotten.py
2      search/entries/roles.py
2      search/entries/called.py
2      search/entries/kinds.py
2      search/entries/tagged.py
2      search/entries/counted.py
2      search/entries/one_occasion.py
2      search/entries/occasions.py
2      search/entries/together.py
2      search/entries/asked_for.py
2      search/entries/presumed.py
2      search/entries/amounts.py
2      search/entries/named_people.py
2      search/entries/tolls.py
2      search/entries/measures.py
2      search/entries/directions.py
2      search/entries/opposites.py
2      search/entries/undoing.py
2      search/entries/repeats.py
2      search/entries/deeds.py
2      search/entries/whereabouts.py
2      search/weighing/models.py
2      search/entries/presupposed.py
2      search/weighing/confidence.py
2      search/threads/another_time.py
2      search/threads/pointing.py
2      search/threads/turns.py
2      search/threads/said.py
2      search/threads/stepping.py
2      search/threads/completing.py
2      search/threads/followup.py
2      search/weighing/extent.py
2      search/talk/everyday_asks.py
2      search/weighing/broad.py
2      search/asking/literal.py
2      search/weighing/outside.py
2      search/finding.py
2      search/weighing/of_time.py
2      search/weighing/ordering.py
2      search/weighing/reactions.py
2      search/weighing/preferring.py
2      search/entries/bare_titles.py
2      search/weighing/ranked.py
2      search/ranking.py
2      search/talk/own_day.py
2      search/from_entry/kin.py
2      search/from_entry/described.py
2      search/from_entry/own_deeds.py
2      search/from_entry/beside.py
2      search/from_entry/at_distance.py
2      search/from_entry/pairs.py
2      search/from_entry/ends.py
2      search/from_entry/between.py
2      search/threads/shown.py
2      search/talk/slips.py                            rapidfuzz
2      search/talk/talk_forms_en.py
2      search/talk/talk_forms_ko.py
2      search/talk/talk_forms_ru.py
2      search/talk/talk_forms.py
2      search/talk/afterthoughts.py
2      search/talk/chatter_words.py
2      search/talk/clauses.py
2      search/talk/asker.py
2      search/talk/chatter.py
2      search/talk/readings.py
2      search/asking/ordinal_names.py
2      search/threads/called_after.py
2      search/threads/series.py
2      search/threads/ending.py
2      search/threads/thread.py
2      search/threads/told_then_asked.py
2      search/from_entry/stays.py
2      search/from_entry/successions.py
2      search/talk/addressing.py
2      search/from_entry/anchored.py
2      search/threads/standing.py
2      search/searching.py
2      search/ready.py
2      ledger/subscription.py
2      ledger/delivery.py
2      ledger/due.py
2      ledger/database.py                              alembic sqlalchemy
2      ledger/tables.py                                sqlalchemy
2      ledger/migrations/env.py                        alembic
2      ledger/migrations/versions/v0001_first.py       alembic sqlalchemy
2      ledger/migrations/versions/v0002_workspaces.py  alembic sqlalchemy
2      ledger/migrations/versions/v0003_once.py        alembic sqlalchemy
2      ledger/subscription_rows.py                     sqlalchemy
2      ledger/subscriptions.py                         sqlalchemy
2      ledger/channel_timelines.py                     sqlalchemy
2      ledger/forgetting.py                            sqlalchemy
2      ledger/claim_rows.py                            sqlalchemy
2      ledger/claims.py                                sqlalchemy
2      ledger/upkeep.py                                sqlalchemy
2      ledger/handled.py                               sqlalchemy
2      ledger/patient.py
2      ledger/unanswered.py                            sqlalchemy
2      ledger/deliveries.py                            sqlalchemy
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
3      answers/leads.py
3      answers/headings.py
3      answers/found_pages.py
3      answers/lookups.py
3      answers/finding_pages.py
3      answers/responder.py
3      store/workers.py
3      store/key.py
3      store/file.py
3      store/making.py
4      daily/clock.py                                  sqlalchemy
4      loading.py
4      watching.py
4      evaluation/questions.py                         yaml
4      evaluation/stores.py
4      evaluation/measures.py
4      evaluation/engines.py                           bm25s tantivy
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
5      slack/acknowledging.py
5      slack/incoming.py
5      slack/once.py
5      slack/shared_once.py                            sqlalchemy
5      slack/limits.py
5      slack/memory.py
5      slack/press.py
5      slack/buttons.py
5      slack/clicks.py
5      slack/entry_blocks.py
5      slack/blocks.py
5      slack/home.py
5      slack/manifest.py
5      slack/certainty.py
5      slack/daily/wording.py
5      slack/daily/post.py
5      slack/daily/compose.py
5      slack/daily/form.py
5      slack/daily/filled.py
5      slack/daily/askers.py                           slack_sdk
5      slack/daily/posts.py
5      slack/patience.py                               slack_sdk
5      slack/sending.py                                slack_sdk
5      slack/confiding.py                              slack_sdk
5      slack/daily/place.py                            slack_sdk
5      slack/listings.py
5      slack/timeline_choices.py
5      slack/answers.py
5      slack/curating.py                               sqlalchemy
5      slack/desk.py
5      slack/conversing.py
5      slack/daily/changing.py                         slack_sdk
5      slack/daily/opening.py                          slack_sdk
5      slack/daily/commands.py                         slack_sdk
5      slack/using.py
5      slack/listeners/questions.py                    slack_bolt slack_sdk
5      slack/listeners/daily.py                        slack_bolt slack_sdk
5      slack/listeners/commands.py                     slack_bolt slack_sdk
5      slack/listeners/shortcuts.py                    slack_bolt slack_sdk
5      slack/listeners/home.py                         slack_bolt slack_sdk
5      slack/listeners/buttons.py                      slack_bolt slack_sdk
5      slack/listeners/departures.py                   slack_bolt
5      slack/listeners/rest.py                         slack_bolt slack_sdk
5      slack/install_page.py
5      slack/refusals.py
5      slack/sealing.py                                cryptography
5      slack/installations.py                          slack_sdk sqlalchemy
5      slack/workspaces.py                             slack_bolt slack_sdk
5      slack/installing.py                             slack_bolt slack_sdk sqlalchemy
5      slack/install_pages.py                          slack_bolt
5      slack/app.py                                    slack_bolt slack_sdk
5      slack/pages.py
5      slack/health.py                                 sqlalchemy
5      slack/metrics.py                                prometheus_client
5      slack/access.py                                 slack_bolt slack_sdk sqlalchemy
5      slack/web.py                                    slack_bolt slack_sdk
5      slack/http_worker.py                            gunicorn
5      slack/http_mode.py                              gunicorn
5      slack/signals.py
5      slack/stopped.py
5      slack/posting.py                                slack_sdk
5      slack/clockwork.py                              sqlalchemy
5      slack/reconnecting.py                           slack_sdk
5      slack/socket_mode.py                            slack_bolt slack_sdk
5      slack/checkup.py                                slack_sdk sqlalchemy
5      slack/server.py                                 sqlalchemy
6      cli/surroundings.py                             click sqlalchemy
6      cli/options.py                                  click
6      cli/asking.py                                   click
6      cli/running.py                                  click
6      cli/daily.py                                    click sqlalchemy
6      cli/curating.py                                 click
6      cli/indexing.py                                 click
6      cli/timing.py                                   click
6      cli/keeping.py                                  click
6      cli/measuring.py                                click
6      cli/doctor.py                                   click
6      cli/unanswered.py                               click
6      cli/main.py                                     click
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


def test_the_top_level_holds_only_what_tools_and_people_expect_there() -> None:
    root = BOT.parent
    seen = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    assert seen - {"dist"} == {
        "CHANGELOG.md", "LICENSE", "Procfile", "README.md", "bot", "data", "manifest.json",
        "pyproject.toml", "tests", "uv.lock",
    }  # fmt: skip
