"""What papers can print: the letters that the house font has, which are Latin and Thai.

A sign that is not among them stands on the page as ◊, and can still be copied from it as it was
written. Nobody shall find that out from a customer: forms warn of it where it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from app.domain.shared.problems import Problem, Rule

NOT_PRINTED = Rule("text.not-printed", "signs", is_warning=True)
MOST_NAMED = 8
_LETTERS = (
    r"\u0020-\u007e\u00a0-\u00ac\u00ae-\u017e\u018f\u0192\u01a0\u01a1\u01af\u01b0"
    r"\u01cd-\u01dc\u01e6\u01e7\u01fa-\u01ff\u0218-\u021b\u0237\u0251\u0259\u02b9"
    r"\u02bb\u02bc\u02be\u02bf\u02c6-\u02cc\u02d8-\u02dd\u0300-\u0304\u0306-\u030c\u031b"
    r"\u0323\u0324\u0326-\u0328\u032e\u0331\u0394\u03a9\u03bc\u03c0\u0e01-\u0e3a"
    r"\u0e3f-\u0e5b\u1e0c-\u1e0f\u1e20\u1e21\u1e24\u1e25\u1e2a\u1e2b\u1e36-\u1e3b"
    r"\u1e42-\u1e49\u1e5a-\u1e63\u1e6c-\u1e6f\u1e80-\u1e85\u1e8e\u1e8f\u1e92\u1e93\u1e97"
    r"\u1e9e\u1ea0-\u1ef9\u2000-\u200a\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022"
    r"\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u205f\u2070\u2074-\u2079"
    r"\u207d-\u2089\u208d\u208e\u20a1\u20a4\u20a6\u20a7\u20ab\u20ac\u20b1\u20b2\u20b5"
    r"\u20b9\u20ba\u20bd\u210a\u2113\u2117\u2120\u2122\u212e\u2153\u2154\u215b-\u215e"
    r"\u2190-\u2193\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u222b\u2248"
    r"\u2260\u2264\u2265\u25a0\u25b2\u25b3\u25b6\u25b7\u25bc\u25bd\u25c0\u25c1\u25c6\u25ca"
    r"\u3000\ufb01\ufb02"
)
_MISSING = re.compile(f"[^{_LETTERS}]")
_SILENT = frozenset({"Cc", "Cf", "Zl", "Zp"})
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing: the page shows them, because they can deceive."""


def not_printed(text: str) -> tuple[str, ...]:
    """Return each sign of a text, once, that papers cannot print."""
    if text.isascii():
        return ()
    missing = _MISSING.findall(unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(sign for sign in missing if not _is_silent(sign)))


def check_printable(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a warning for each of these fields whose text papers cannot print as it is."""
    for field, text in texts.items():
        if missing := not_printed(text):
            yield NOT_PRINTED.at(field, signs=_named(missing))


def _named(signs: tuple[str, ...]) -> str:
    """Return the signs as a sentence names them; what cannot be seen is named by its number."""
    seen = (sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in signs[:MOST_NAMED])
    return " ".join((*seen, "…") if len(signs) > MOST_NAMED else seen)


def _is_silent(sign: str) -> bool:
    """Say whether a sign shows nothing by its nature, or only ends a line."""
    if sign in _TURNING:
        return False
    return unicodedata.category(sign) in _SILENT or "\ufe00" <= sign <= "\ufe0f"
