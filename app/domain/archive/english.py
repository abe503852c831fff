"""English: the words that a form may be a form of, as Porter's first step finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")
_NOT_PLURAL = ("ss", "us", "is", "os", "as")
_SHORTEST = 3
ODD = {
    "paid": "pay",
    "sold": "sell",
    "sent": "send",
    "bought": "buy",
    "people": "person",
    "men": "man",
}


def bases(word: str) -> frozenset[str]:
    """Return what a folded English word may be a form of, itself among it."""
    if len(word) <= _SHORTEST:
        return frozenset((word,))
    one = ODD.get(word) or _singular(word)
    return frozenset((word, one, *_uncut(one)))


def _singular(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_NOT_PLURAL):
        return word[:-1]
    return word


def _uncut(word: str) -> Iterator[str]:
    """Yield what a word that ends in ``ed`` or ``ing`` may be made of."""
    for end in ("ing", "ed"):
        rest = word.removesuffix(end)
        if rest != word and len(rest) >= _SHORTEST and _VOWEL.search(rest):
            yield rest[:-1] if rest.endswith(_DOUBLED) else rest
            yield rest + "e"
