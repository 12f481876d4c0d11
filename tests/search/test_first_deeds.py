"""When somebody first did something, told as stories: it is their own deed that counts."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from tests.examples import make_event, make_name, make_timeline
from tests.search.entries.test_occasions import answer

RAID = make_timeline(
    make_event("harbour-admits", "1701-03-01", "Harbour office admits a raid on the coast",
               summary="Neither Arland nor Belport had admitted anything."),
    make_event("belport-admits", "1701-06-01", "Belport admits the raid on the coast",
               summary="It was Arland's first word on a raid that it had long denied.",
               places=["Belport"]),
    make_event("arland-admits", "1702-04-01", "Arland admits the raid on the coast",
               places=["Arland"]),
    make_event("arland-again", "1705-04-01", "Arland admits a second raid", places=["Arland"]),
    make_event("first-reported-gun", "1704-01-01", "First reported use of a gun against Arland",
               summary="There was fighting at the pass too.", places=["Arland"]),
    make_event("arland-reports", "1700-01-01", "Arland reports fighting at the pass",
               places=["Arland"]),
    make_event("letter-of-foss", "1713-05-01", "Ada Foss has a letter read to Kalo Hu",
               people=["Kalo Hu", "Ada Foss"]),
    make_event("thanks", "1711-05-01", "Kalo Hu thanks Ada Foss for a letter",
               people=["Kalo Hu", "Ada Foss"]),
    make_event("other-kalo", "1712-05-01", "Kalo Mi opens a mill", people=["Kalo Mi"]),
    names=(make_name("Arland", kind="places"), make_name("Belport", kind="places"),
           make_name("Kalo Hu"), make_name("Kalo Mi"), make_name("Ada Foss", "Foss")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(RAID)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("when did Arland first admit the raid", "arland-admits",
         "the first entry only says that it had not"),
        ("when did Belport first admit the raid", "belport-admits",
         "its own summary speaks of another one's first word"),
        ("when did Arland last admit a raid", "arland-again", "the last is counted likewise"),
        ("when did Arland first report fighting at the pass", "arland-reports",
         "what was reported first there, it need not have reported"),
        ("when did Kalo first thank Foss for a letter", "thanks",
         "which Kalo it was nobody has to say"),
    ],
)  # fmt: skip
def test_a_first_deed_is_that_of_its_doer(
    index: Index, question: str, expected: str, why: str
) -> None:
    assert answer(index, question)[0] == expected, why
