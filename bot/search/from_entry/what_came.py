"""Words that only say that something came: "which test came before", "채택된 결의"."""

from __future__ import annotations

from bot.search.language.forms import Form

# What only says that it came, of "which test came before the 2013 one".
CAME = Form(r"(?<=\w{3}) (?:came|comes|happened|followed|took place|was|were)\W*$")
WHICH_CAME = Form(
    r"^\W*(?:and |so )?(?:which|what|whose) (?!else\b|other\b)\w[^.?!;]*?"
    r"(?= (?:came|comes|took place|was|were)\W*$)"
    r"|^\W*(?:а |и )?как(?:ой|ая|ое|ие) (?!еще\b)\w[^.?!;]*?"
    r"(?= (?:был[аои]?|состоял\w+|прош(?:ел|ла|ло|ли)|вышл[аои]|вышел|последова\w+)\W*$)"
)
# In Korean what came leads up to its kind: "채택된 결의는?".
KOREAN_CAME = Form(
    r"^(?:(?:나온|열린|채택된|통과된|있었던|이뤄진|이루어진|체결된) )?(?P<kind>(?:\w{2,} )?\w{2,})"
    r"(?: (?:뭐|무엇|언제|어떤)\w*)?\W*$"
)
