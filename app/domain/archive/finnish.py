"""Finnish: the words that a form may be a form of, found by rule and without a dictionary.

Texts come folded (``ä`` is ``a`` here). Every base form is written without consonant gradation
(``hinta`` and ``hinnan`` share ``hinta``, ``ehdot`` gives ``ehto``), so two forms belong together
when they share one. More bases than the true one may come out: they only matter where another
word really has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_VOWELS = "aeiouy"
_SHORTEST = 3
_FINNISH = re.compile(rf"[a-z]+[{_VOWELS}nstlr]")
_CLUSTER = re.compile(rf"([^{_VOWELS}]*)([{_VOWELS}]+[^{_VOWELS}]*)$")
_GRADES = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nn", "nt"),
    ("ng", "nk"),
    ("ll", "lt"),
    ("rr", "rt"),
    ("mm", "mp"),
    ("d", "t"),
    ("v", "p"),
)
_CLITICS = ("kin", "kaan", "han", "ko", "pa")
_POSSESSIVES = ("mme", "nne", "nsa", "ni", "si")
_CASES = ("ssa", "sta", "lla", "lta", "lle", "na", "ksi", "tta", "ine", "n", "t")
_COMMON = ("ssa", "sta", "lla", "lta", "lle", "n", "t")
_SURELY_CASES = ("n", "t", "tta", "sta", "ssa", "lla", "lta", "lle", "ksi")
_STRONG = ("na", "ine")
"""Endings before which there is no weak grade."""
_OF_MANY = ("jen", "ien", "iden", "itten", "ja", "ia", "ita", "iin", "ihin", "isiin")
WEAK = {
    "aja": "aika",
    "aiko": "aika",
    "jao": "jako",
    "vela": "velka",
    "velo": "velka",
    "joe": "joki",
    "ruoa": "ruoka",
    "luvu": "luku",
    "suvu": "suku",
    "puvu": "puku",
    "kyvy": "kyky",
    "teo": "teko",
    "hau": "haku",
    "alu": "alku",
    "vaihee": "vaihe",
    "lai": "laki",
    "lae": "laki",
    "lake": "laki",
    "vae": "vaki",
    "mae": "maki",
    "jalje": "jalki",
    "jarje": "jarki",
    "arje": "arki",
    "sela": "selka",
    "pelo": "pelko",
    "koro": "korko",
    "via": "vika",
    "lia": "lika",
    "poja": "poika",
    "naho": "nahka",
    "naha": "nahka",
    "nao": "nako",
    "sulje": "sulku",
}
"""Stems in which a ``k`` has gone, or more, as the end of a word, with their base form."""
_ROUNDED = ("til", "hint", "rah", "aik", "palk")
"""Stems whose ``a`` is an ``o`` in the plural (``tiloja``), so that it never just goes."""
ODD = {
    "uuden": "uusi",
    "uudet": "uusi",
    "uutta": "uusi",
    "toita": "tyo",
    "toiden": "tyo",
    "toissa": "tyo",
    "toihin": "tyo",
    "teita": "tie",
    "vuonna": "vuosi",
    "lapset": "lapsi",
    "lasten": "lapsi",
    "miehet": "mies",
    "miesten": "mies",
}


def bases(word: str) -> frozenset[str]:
    """Return what a folded word may be a form of, itself among it, all without gradation."""
    found = {level(word), level(ODD.get(word, word))}
    if len(word) > _SHORTEST and _FINNISH.fullmatch(word):
        for form in _unowned(word):
            found.update(map(level, _bases(form)))
    return frozenset(found)


def heads(word: str) -> frozenset[str]:
    """Return the bases of a word with which compounds may end: those that are no case of one."""
    found = bases(word)
    is_case = word.endswith(_SURELY_CASES) and not word.endswith(("in", "nen"))
    return found - {level(word)} if is_case and len(found) > 1 else found


def level(base: str) -> str:
    """Return a base form without consonant gradation before its last vowels."""
    parts = _CLUSTER.search(base)
    if parts is None or not parts[1]:
        return base
    cluster = parts[1]
    for grade, common in _GRADES:
        if cluster.endswith(grade):
            cluster = cluster[: -len(grade)] + common
            break
    return base[: parts.start()] + cluster + parts[2]


def _unowned(word: str) -> Iterator[str]:
    """Yield a word, and what it is without clitics and possessive endings."""
    forms = [word]
    forms += [word[: -len(end)] for end in _CLITICS if word.endswith(end)]
    for form in forms:
        if len(form) > _SHORTEST:
            yield form
            yield from _given_back(form)


def _given_back(form: str) -> Iterator[str]:
    for end in _POSSESSIVES:
        rest = form.removesuffix(end)
        if rest != form and len(rest) > _SHORTEST and rest[-1] in _VOWELS:
            yield rest
    if form[-1] == "n" and form[-2] in _VOWELS and form[-3] == form[-2] and len(form) > 5:
        yield form[:-2]


def _bases(form: str) -> Iterator[str]:
    """Yield the bases of a form that nobody owns: by every ending that it may have."""
    yield form
    for end in _CASES:
        rest = form.removesuffix(end)
        least = _SHORTEST if end in _COMMON else _SHORTEST + 1
        if rest != form and len(rest) >= least and rest[-1] in _VOWELS:
            yield from _of_one(rest)
            if end not in _STRONG:
                yield from _weak(rest)
            if rest[-1] == "i" and end not in ("t", "n"):
                yield from _of_several(rest[:-1])
    for end in _OF_MANY:
        rest = form.removesuffix(end)
        if rest != form and _is_stem(rest):
            yield from _of_several(rest)
            if rest[-1] == "u" and end in ("ita", "iden"):
                yield rest + "u"
    yield from _into(form)
    yield from _some(form)


def _into(form: str) -> Iterator[str]:
    """Yield the bases of a form that says where something goes: ``laskuun``, ``osoitteeseen``."""
    if not form.endswith("n") or form[-2] not in _VOWELS:
        return
    if form.endswith("seen"):
        yield from _of_one(form[:-4])
    if form[-3] == "h" and form[-4] == form[-2]:
        yield from _of_one(form[:-3])
    if form[-3] == form[-2] and _is_stem(form[:-2]):
        yield from _of_one(form[:-2])


def _some(form: str) -> Iterator[str]:
    """Yield the bases of a form that says some of it, or of them: ``sopimusta``, ``sopimusten``."""
    if form[-1] == "a" and form[-2] in _VOWELS and _is_stem(form[:-1]):
        yield from _of_one(form[:-1])
    for end in ("ta", "ten"):
        rest = form.removesuffix(end)
        if rest != form and _is_stem(rest):
            yield from _of_consonant(rest)


def _of_one(stem: str) -> Iterator[str]:
    """Yield the bases of a stem in the singular, which ends in a vowel."""
    yield stem
    yield from _replaced(stem, _ONE)


def _of_several(stem: str) -> Iterator[str]:
    """Yield the bases of a stem in the plural, without its ``i`` or ``j``."""
    if not _is_stem(stem):
        yield from _weak(stem)
        return
    if stem[-1] not in _VOWELS:
        yield stem + "i"
        if not stem.endswith(_ROUNDED):
            yield stem + "a"
    else:
        yield stem
    yield from _weak(stem)
    yield from _replaced(stem, _SEVERAL)


def _of_consonant(stem: str) -> Iterator[str]:
    """Yield the bases of a stem before ``ta`` or ``ten``."""
    yield stem
    yield from _replaced(stem, _CONSONANT)


def _replaced(stem: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for end, base in endings:
        rest = stem.removesuffix(end)
        if rest != stem and len(rest) > 1 and not (base == "si" and rest.endswith("uu")):
            yield rest + base


def _weak(stem: str) -> Iterator[str]:
    for size in range(2, 7):
        if base := WEAK.get(stem[-size:]):
            yield stem[:-size] + base


def _is_stem(rest: str) -> bool:
    return len(rest) >= _SHORTEST


_ONE = (
    ("ee", "e"),
    ("kse", "s"),
    ("ise", "inen"),
    ("ose", "onen"),
    ("de", "si"),
    ("te", "si"),
    ("ude", "us"),
    ("ute", "us"),
    ("yde", "ys"),
    ("yte", "ys"),
    ("miehe", "mies"),
    ("me", "n"),
    ("re", "r"),
    ("le", "l"),
    ("e", "i"),
    ("aa", "as"),
    ("ii", "is"),
    ("ttoma", "ton"),
    ("mma", "mpi"),
    ("nee", "nut"),
)
_SEVERAL = (
    ("o", "a"),
    ("e", "i"),
    ("a", "as"),
    ("i", "is"),
    ("uks", "us"),
    ("yks", "ys"),
    ("oks", "os"),
    ("eks", "es"),
    ("iks", "is"),
    ("aks", "as"),
    ("is", "inen"),
    ("os", "onen"),
    ("ttom", "ton"),
    ("im", "in"),
    ("mieh", "mies"),
)
_CONSONANT = (
    ("is", "inen"),
    ("os", "onen"),
    ("t", "si"),
    ("ut", "us"),
    ("yt", "ys"),
    ("l", "li"),
    ("n", "ni"),
    ("r", "ri"),
)
CHANGES = tuple(dict.fromkeys((*_ONE, *_SEVERAL, *_CONSONANT)))
"""With what a stem ends where its base ends otherwise."""
