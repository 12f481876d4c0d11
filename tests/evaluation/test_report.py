"""The report: figures by kind, and misses with their reasons."""

from __future__ import annotations

import pytest

from bot.answers.responder import Responder
from bot.evaluation.engines import measure, own
from bot.evaluation.measures import Result
from bot.evaluation.questions import Question
from bot.evaluation.reasons import explain
from bot.evaluation.report import as_text, misses, summary
from bot.search.indexing.building import build_index
from tests.search.test_ranking import FLIGHTS, KNOWN

QUESTIONS = (
    Question("when did lindbergh cross the atlantic", "plain", ("1927-atlantic-alone",)),
    Question("who burnt at lakehrust", "typo", ("1937-hindenburg",)),
    Question("concorde in 1969", "date", ("2003-concorde-ends",)),
    Question("wright in toulouse with zorro", "near-miss", ()),
)


@pytest.fixture(scope="module")
def responder() -> Responder:
    return Responder(build_index(FLIGHTS, known_words=KNOWN))


@pytest.fixture(scope="module")
def results(responder: Responder) -> list[Result]:
    return measure(own(responder), QUESTIONS)


def test_each_kind_has_its_figures_with_an_interval(results: list[Result]) -> None:
    kinds = summary(results)["kinds"]
    assert list(kinds) == ["date", "plain", "typo", "no answer: near-miss"]
    assert kinds["plain"]["mrr_10"] == kinds["plain"]["ndcg_10"] == 1
    assert kinds["date"]["first_interval"] == [0, 0]


def test_the_table_names_every_kind_and_the_reliability(results: list[Result]) -> None:
    text = "\n".join(as_text("Ours", results))
    for wanted in ("plain", "no answer: near-miss", "promised", "apart on average", "nDCG"):
        assert wanted in text


def test_a_miss_says_how_the_question_was_read(responder: Responder, results: list[Result]) -> None:
    told = list(misses(results, lambda result: explain(responder, result)))
    assert told[0].startswith("[date] 'concorde in 1969': 1969-concorde")
    assert "time 1969" in told[1]
    assert "right one at 2" in told[1]


def test_a_reason_names_corrections_and_words_that_no_entry_holds(
    responder: Responder, results: list[Result]
) -> None:
    assert "read lakehrust as lakehurst" in explain(responder, results[1])
    assert "no entry holds zorro" in explain(responder, results[3])
