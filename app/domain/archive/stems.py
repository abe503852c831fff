"""Stems: with what the forms of a base may begin, so that who has no rules finds them by a list.

A form is a stem and an ending. What the rules of a language find by taking a form apart, a page
without them finds by looking up what is left in front of every ending there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.archive import english, finnish

SHORTEST = 3
_VOWELS = "aeiouy"
_GRADED = {
    "k": ("kk",),
    "p": ("pp", "v"),
    "t": ("tt", "d"),
    "nt": ("nn",),
    "nk": ("ng",),
    "lt": ("ll",),
    "rt": ("rr",),
    "mp": ("mm",),
}
_CLUSTER = re.compile(rf"^(.*[{_VOWELS}])?([^{_VOWELS}]+)([{_VOWELS}]+[^{_VOWELS}]*)$")
_SEVERAL = ("jen", "ien", "iden", "itten", "ja", "ia", "ita", "iin", "ihin", "isiin")
_CASES = ("ssa", "sta", "lla", "lta", "lle", "na", "ksi", "tta", "ine", "n", "t")
_INTO = (*(f"{v}n" for v in _VOWELS), *(f"h{v}n" for v in _VOWELS), "seen")
_BARE = ("", *_CASES, "a", "ta", "ten", *_INTO, *_SEVERAL, *(f"i{case}" for case in _CASES))
_OWNED = ("mme", "nne", "nsa", "ni", "si", *(f"{v}n" for v in _VOWELS))
_CLITICS = ("kin", "kaan", "han", "ko", "pa")
_ENGLISH = ("s", "es", "ed", "ing", "d")


def endings() -> str:
    """Return a pattern of all that may stand behind a stem, for a whole text."""
    bare = sorted({*_BARE, *_ENGLISH}, key=lambda end: (-len(end), end))
    parts = ("|".join(bare), "|".join(_OWNED), "|".join(_CLITICS))
    return "^(?:{})(?:{})?(?:{})?$".format(*parts)


def finnish_stems(base: str) -> frozenset[str]:
    """Return with what the Finnish forms of a base begin that is written without gradation."""
    found = set[str]()
    for whole in (base, *_graded(base)):
        found.add(whole)
        for stem in _vowel_stems(whole):
            found.update((stem, *_graded(stem)))
    return frozenset(stem for stem in found if len(stem) >= SHORTEST)


def english_stems(base: str) -> frozenset[str]:
    """Return with what the English forms of a base begin."""
    found = {base}
    if base.endswith("y"):
        found.add(base[:-1] + "ie")
    if base.endswith("e"):
        found.add(base[:-1])
    if base[-1:] and base[-1] not in _VOWELS:
        found.add(base + base[-1])
    return frozenset(stem for stem in found if len(stem) >= SHORTEST)


def odd_forms() -> Iterator[tuple[str, str]]:
    """Yield the forms that no rule tells, each with its base."""
    yield from ((form, finnish.level(base)) for form, base in finnish.ODD.items())
    yield from english.ODD.items()


def _vowel_stems(base: str) -> Iterator[str]:
    """Yield the stems before endings: that of one, of several, and before a consonant."""
    for stem_end, base_end in finnish.CHANGES:
        if base.endswith(base_end):
            yield base[: -len(base_end)] + stem_end
    if base.endswith(("a", "i", "uu")):
        yield base[:-1]
    for weak, whole in finnish.WEAK.items():
        if base.endswith(finnish.level(whole)):
            yield base[: -len(finnish.level(whole))] + weak


def _graded(stem: str) -> Iterator[str]:
    """Yield a stem with the grades that its last consonants may have."""
    parts = _CLUSTER.search(stem)
    if parts is None:
        return
    before, cluster, after = parts[1] or "", parts[2], parts[3]
    for common, grades in _GRADED.items():
        if cluster.endswith(common):
            for grade in grades:
                yield before + cluster[: -len(common)] + grade + after
