"""What was undone, refused or missed: whether an entry tells that, where it is asked."""

from __future__ import annotations

from bot.search.asking.intent import Asked
from bot.search.entries.opposites import said_of
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import stem, stems_of, tokens

# How people ask for it: words, in all their forms.
_ASKED = tuple(
    tuple(phrase.split())
    for phrase in """
withdraw, withdrew, withdrawn, cancel, cancelled, canceled, revoke, revoked, rescind, rescinded,
annul, annulled, repeal, repealed, scrap, scrapped, tear up, tore up, torn up, take back, took back,
taken back, pull out, pulled out, back out, backed out, walk out, walked out, quit, renounce,
renounced, denounce, denounced, abrogate, abrogated, terminate, terminated, break off, broke off,
broken off, cut off, retract, retracted, drop out, dropped out, reject, rejected, refuse, refused,
decline, declined, vote down, voted down, vote against, voted against, veto, vetoed, skip, skipped,
boycott, boycotted, call off, called off, storm out, stormed out, storm off, stormed off,
vetoing, withdrawing, cancelling, canceling, refusing, rejecting, quitting, boycotting, declining,
skipping, snub, snubbed, stay away, stayed away, turn down, turned down,
отозвать, отозвала, отозвал, отозвали, отменить, отменила, отменил, отменили, разорвать, разорвала,
разорвал, разорвали, денонсировать, денонсировала, денонсировал, расторгнуть, расторгла, расторг,
выйти из, вышла из, вышел из, вышли из, отклонить, отклонила, отклонил, отклонили, отказаться,
отказалась, отказался, отказались, наложить вето, наложила вето, наложил вето, наложили вето,
бойкотировать, бойкотировала, бойкотировал, бойкотировали,
탈퇴한, 탈퇴했, 파기한, 파기했, 철회한, 철회했, 취소한, 취소했,
거부한, 거부했, 거절한, 불참한, 불참했
""".replace("\n", " ").split(", ")
)
_FIRSTS = frozenset(phrase[0] for phrase in _ASKED)

# How texts tell it, however it was; and words that tell it only in a title, which says of what.
_TOLD = frozenset(
    map(
        stem,
        """
withdraw withdrew withdrawal cancel cancellation revoke rescind annul repeal scrap tear tore quit
renounce denounce abrogate terminate termination break broke cut sever retract recall lapse expire
abandon reject refuse refusal evacuate remove expel shut rupture veto decline skip miss boycott snub
away absence absent resign resignation retire
""".split(),
    )
)
_WEPT = frozenset(["tears"])  # rather than torn up, which a title tells by its "up"
_TOLD_IN_TITLE = frozenset(
    map(
        stem,
        "no not cannot never without instead fail turn end drop lift pull write stop suspend halt"
        " block up down off out leave against oppose opposition deny".split(),
    )
)


def is_undoing_untold(number: int, query: Query, index: Index) -> bool:
    """Whether it is asked when or why something was undone or refused, and the event tells none.

    "When did Peru withdraw from the pact?" is not told by the entry of its signing.
    """
    if query.asked not in (Asked.WHEN, Asked.WHY) or _FIRSTS.isdisjoint(query.said):
        return False
    if not said_of(_ASKED, query.said):
        return False
    event = index.events[number]
    words = [word for word in tokens(f"{event.title} {event.summary}") if word not in _WEPT]
    if not _TOLD.isdisjoint(stems_of(words)):
        return False
    title = index.title(number).terms
    after = [*(term.text for term in title[1:]), ""]
    # "The envoys leave for Oslo" undo nothing.
    return _TOLD_IN_TITLE.isdisjoint(
        term.stem for term, word in zip(title, after, strict=True) if word != "for"
    )
