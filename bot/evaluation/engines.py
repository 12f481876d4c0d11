"""The engines that are measured: our own search, and plain ones beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from time import perf_counter
from typing import Any

from bot.answers.responder import Responder
from bot.evaluation.measures import Result
from bot.evaluation.questions import Question
from bot.search.finding import Outcome
from bot.search.terms import terms
from bot.timeline.event import Event

Engine = Callable[[Question], tuple[tuple[str, ...], float, bool]]

KEPT = 10  # ids of each answer that are compared


def measure(engine: Engine, questions: Iterable[Question]) -> list[Result]:
    """Ask `engine` every question and return what it gave, with the time it took."""
    results = []
    for question in questions:
        start = perf_counter()
        ids, score, is_answered = engine(question)
        results.append(Result(question, ids, score, is_answered, perf_counter() - start))
    return results


def own(responder: Responder) -> Engine:
    """Return our own search as an engine."""

    def ask(question: Question) -> tuple[tuple[str, ...], float, bool]:
        found = responder.find(question.text, today=question.today, context=question.context)
        ids = tuple(match.event.id for match in found.matches[:KEPT])
        score = found.matches[0].score if found.matches else 0.0
        return ids, score, found.outcome is not Outcome.ABSTAIN and found.answering > 0

    return ask


def peers(events: Sequence[Event]) -> dict[str, Engine]:
    """Return the plain engines that are installed, by name; see `makers_of_peers`."""
    return {name: make(events) for name, make in makers_of_peers().items()}


def makers_of_peers() -> dict[str, Callable[[Sequence[Event]], Engine]]:
    """Return what makes each of the plain engines that are installed from events, by name.

    SQLite and rapidfuzz always are; bm25s and tantivy come with the group `peers`. Plain
    engines do not abstain, so they count as answering whenever they find anything.
    """
    makers: dict[str, Callable[[Sequence[Event]], Engine]] = {
        "SQLite FTS5": _fts5,
        "rapidfuzz WRatio": partial(_rapidfuzz, by_words=False),
        "rapidfuzz token set": partial(_rapidfuzz, by_words=True),
    }
    if find_spec("bm25s"):
        makers["bm25s"] = _bm25s
    if find_spec("tantivy"):
        makers["tantivy"] = _tantivy
        makers["tantivy fuzzy"] = partial(_tantivy_fuzzy, edits=lambda _: 1)
        makers["tantivy fuzzy auto"] = partial(_tantivy_fuzzy, edits=_edits_by_length)
    return makers


def _text(event: Event) -> str:
    names = " ".join((*event.people, *event.places, *event.organisations, *event.tags))
    return f"{event.date.edtf} {event.title} {event.summary} {names} {event.symbol}"


def _given(ids: list[str], score: float) -> tuple[tuple[str, ...], float, bool]:
    return tuple(ids), score, bool(ids)


def _fts5(events: Sequence[Event]) -> Engine:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table e using fts5(id unindexed, body, tokenize='porter')")
    database.executemany("insert into e values (?, ?)", ((e.id, _text(e)) for e in events))

    def ask(question: Question) -> tuple[tuple[str, ...], float, bool]:
        words = [f'"{term.text}"' for term in terms(question.text)]
        if not words:
            return (), 0.0, False
        rows = database.execute(
            "select id, bm25(e) from e where e match ? order by 2 limit ?",
            (" OR ".join(words), KEPT),
        ).fetchall()
        return _given([row[0] for row in rows], -rows[0][1] if rows else 0.0)

    return ask


def _rapidfuzz(events: Sequence[Event], *, by_words: bool) -> Engine:
    from bot.search.weighing.whole_texts import best_whole_texts

    texts = [_text(event) for event in events]

    def ask(question: Question) -> tuple[tuple[str, ...], float, bool]:
        hits = best_whole_texts(question.text, texts, limit=KEPT, by_words=by_words)
        return _given([events[at].id for at, _ in hits], hits[0][1] / 100 if hits else 0.0)

    return ask


def _bm25s(events: Sequence[Event]) -> Engine:
    import bm25s

    retriever: Any = bm25s.BM25()
    tokenised = [[term.stem for term in terms(_text(event))] for event in events]
    retriever.index(tokenised, show_progress=False)

    def ask(question: Question) -> tuple[tuple[str, ...], float, bool]:
        words = [term.stem for term in terms(question.text)]
        if not words:
            return (), 0.0, False
        count = min(KEPT, len(events))
        found, scores = retriever.retrieve([words], k=count, show_progress=False)
        ids = [events[int(at)].id for at, score in zip(found[0], scores[0], strict=True) if score]
        return _given(ids, float(scores[0][0]) if ids else 0.0)

    return ask


def _tantivy(events: Sequence[Event]) -> Engine:
    index, searcher = _tantivy_index(events)

    def ask(question: Question) -> tuple[tuple[str, ...], float, bool]:
        words = list(dict.fromkeys(term.text for term in terms(question.text)))
        if not words:
            return (), 0.0, False
        hits = searcher.search(index.parse_query(" ".join(words), ["body"]), KEPT).hits
        return _of_hits(hits, searcher)

    return ask


def _tantivy_fuzzy(events: Sequence[Event], *, edits: Callable[[str], int]) -> Engine:
    """Return tantivy with fuzzy terms, of so many edits, beside the very terms.

    A fuzzy term is given the same score wherever it is met, so that the very terms have to bring
    in how much each of them says; both are stemmed as the text is.
    """
    import tantivy

    index, searcher = _tantivy_index(events)
    schema, should, query_of = index.schema, tantivy.Occur.Should, tantivy.Query

    def ask(question: Question) -> tuple[tuple[str, ...], float, bool]:
        wanted = []
        for word in dict.fromkeys(term.stem for term in terms(question.text)):
            wanted.append((should, query_of.term_query(schema, "body", word)))
            if distance := edits(word):
                fuzzy = query_of.fuzzy_term_query(schema, "body", word, distance=distance)
                wanted.append((should, fuzzy))
        if not wanted:
            return (), 0.0, False
        return _of_hits(searcher.search(query_of.boolean_query(wanted), KEPT).hits, searcher)

    return ask


def _edits_by_length(word: str) -> int:
    """Return the edits that Lucene's `AUTO` allows: none below three letters, two from six on."""
    return min(2, len(word) // 3)


def _tantivy_index(events: Sequence[Event]) -> tuple[Any, Any]:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("body", tokenizer_name="en_stem")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for event in events:
        writer.add_document(tantivy.Document(id=event.id, body=_text(event)))
    writer.commit()
    index.reload()
    return index, index.searcher()


def _of_hits(
    hits: Sequence[tuple[float, Any]], searcher: Any
) -> tuple[tuple[str, ...], float, bool]:
    ids = [searcher.doc(address)["id"][0] for _, address in hits]
    return _given(ids, hits[0][0] if hits else 0.0)
