"""Features: by what a document is recognised – its sender's marks, its words, its looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from app.domain.archive.clues.amounts import written
from app.domain.archive.clues.clue import ClueKind, Clues
from app.domain.archive.clues.marks import keys_of_clue
from app.domain.shared.money import Money

MARK, NAME, WORD, TITLE = "m:", "n:", "w:", "t:"
MEDIA, AMOUNT, SIZE, SENDER = "k:", "a:", "z:", "s:"
PAPER, BEARS = "p:", "b:"
"""What a feature begins with: its kind."""

MOST_WORDS, MOST_MARKS, MOST_NAMES = 45, 12, 2
LONGEST_WORD = 32
_WORD = re.compile(r"[ก-๛]{3,}|[^\W\d_ก-๛]{3,}")
_EVERYWHERE = """
ja on ei se tai sekä että kun jos niin myös mukaan kanssa tämä joka ovat the and for you your with
this that are not from our has have will und der die das mit für von och att det som för med den
puh tel www com fax alv vat moms mwst sivu page seite และ ของ ที่ ใน เป็น ได้ ให้ จาก หรือ โดย
"""
_COMMON = frozenset(_EVERYWHERE.split())
_MARKS = (ClueKind.IBAN, ClueKind.IDENTIFIER, ClueKind.EMAIL, ClueKind.WEBSITE, ClueKind.PHONE)
_TOLD = (ClueKind.DUE, ClueKind.TOTAL, ClueKind.REFERENCE, ClueKind.NUMBER)


@dataclass(frozen=True, slots=True)
class Looks:
    """What is known of a document beside its text."""

    title: str
    file_name: str = ""
    media_type: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """The features of one document; ``shown`` is how each is written on the document itself."""

    all: tuple[str, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: str) -> tuple[str, ...]:
        """Return the features of one kind."""
        return tuple(one for one in self.all if one.startswith(kind))


def features_of(looks: Looks, texts: tuple[str, ...], clues: Clues) -> Features:
    """Return the features of a document from its looks, its text and the clues in it."""
    shown: dict[str, str] = {}
    for kind, value, text in (*_marks(clues), *_words(looks, texts), *_looks(looks, clues)):
        shown.setdefault(kind + value, text)
    return Features(tuple(shown), shown)


def sender_feature(correspondent_id: int | str) -> str:
    """Return the feature that a document is of a correspondent."""
    return f"{SENDER}{correspondent_id}"


def _marks(clues: Clues) -> Iterator[tuple[str, str, str]]:
    found = (
        (MARK, key, clue.text or clue.value)
        for kind in _MARKS
        for clue in clues.of(kind)
        for key, _reason in keys_of_clue(clue)
    )
    yield from islice(found, MOST_MARKS)
    for clue in clues.of(ClueKind.CUSTOMER)[:1]:
        yield MARK, f"customer:{clue.value}", clue.text
    headings = {(clue.page, clue.start) for clue in clues.found if clue.kind is ClueKind.PAPER}
    names = [one for one in clues.of(ClueKind.NAME) if (one.page, one.start) not in headings]
    for clue in names[:MOST_NAMES]:
        for key, _reason in keys_of_clue(clue):
            yield NAME, key, clue.text


def _words(looks: Looks, texts: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    seen: dict[str, str] = {}
    for word in words_in((looks.title, *texts)):
        seen.setdefault(word.casefold(), word)
        if len(seen) == MOST_WORDS:
            break
    yield from ((WORD, key, shown) for key, shown in seen.items())


def words_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words by which documents differ: no figures, none that stand everywhere."""
    for text in texts:
        for found in _WORD.finditer(text):
            if len(found[0]) <= LONGEST_WORD and found[0].casefold() not in _COMMON:
                yield found[0]


def _looks(looks: Looks, clues: Clues) -> Iterator[tuple[str, str, str]]:
    if shape := _shape(looks.file_name or looks.title):
        yield TITLE, shape, looks.file_name or looks.title
    if looks.media_type:
        yield MEDIA, looks.media_type, looks.media_type
    if paper := clues.best(ClueKind.PAPER):
        yield PAPER, paper.value, paper.text
    for kind in _TOLD:
        yield BEARS, f"{kind.value}{'' if clues.best(kind) else '-'}", kind.value
    total = clues.best(ClueKind.TOTAL)
    value = written(looks.amount) if looks.amount else total.value if total else ""
    if value:
        figures, _space, currency = value.partition(" ")
        yield AMOUNT, value, value
        yield SIZE, f"{currency}{len(figures)}", value


def _shape(name: str) -> str:
    """Return how a name is built: ``INV-2026-0042.pdf`` as ``inv-9999-9999.pdf``."""
    return re.sub(r"\d", "9", name.casefold())[:60]
