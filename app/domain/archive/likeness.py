"""Likeness: whether two documents are scans of one paper, by their ink and by their words.

Bills of one supplier look alike and are not the same: alike are only pages that have the same ink
in nearly every part, and, where their words are known, the same figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import blake2b

from app.domain.shared.ids import DocumentId

HASH_BITS = 64
BANDS = (11, 11, 11, 11, 10, 10)
"""The hash is cut into so many bits each; scans of one paper share at least one of the cuts."""
ALIKE_INK = 322
"""Up to so many thousandths of ink that differs, where a page differs most, pages are the same."""
NEARLY_ALIKE_INK = 450
"""Up to so many, where the words are the same too: a worse scan of the same paper."""
ALIKE_WORDS = 800
SAME_FIGURES = 750
"""So many thousandths of words and of figures must be common to both texts."""
_SHINGLE = 3
_LEAST_WORDS = 20
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d[\d.,:/ \u00a0\u202f-]*\d|\d")


class Evidence(Enum):
    """By what two documents were found alike.

    NEARLY is not told: it waits for the words of both. DISMISSED was told, and is not again.
    """

    INK = "ink"
    WORDS = "words"
    NEARLY = "nearly"
    DISMISSED = "dismissed"


UNTOLD = frozenset({Evidence.NEARLY, Evidence.DISMISSED})


@dataclass(frozen=True, slots=True)
class PagePrint:
    """The print of a first page: a hash to find it by, finer marks to rank it, and its ink."""

    hash: int
    marks: bytes
    ink: bytes


@dataclass(frozen=True, slots=True)
class Alike:
    """A document that looks like one that came earlier; ``measure`` is the likeness in ‰."""

    document_id: DocumentId
    other_id: DocumentId
    title: str
    received_at: datetime
    measure: int
    by: Evidence


def verdict(differs: int, words: int | None) -> tuple[int, Evidence] | None:
    """Return how alike two pages are, in ‰ and by what; none for those that are not.

    Nearly alike are a worse scan of one paper and bills of one sender: words that are still to be
    read tell them apart.

    ``differs`` is the ink that differs, in ‰, ``words`` what is common to their texts, none while
    that cannot be told. Other figures in the texts are other papers, however alike the ink.
    """
    if differs > NEARLY_ALIKE_INK:
        return None
    if words is None:
        return 1000 - differs, Evidence.INK if differs <= ALIKE_INK else Evidence.NEARLY
    if words >= ALIKE_WORDS:
        return max(words, 1000 - differs), Evidence.WORDS
    return (1000 - differs, Evidence.INK) if words and differs <= ALIKE_INK else None


def bands_of(page: int) -> tuple[int, ...]:
    """Return the cuts of a hash, each with its place in it, so that no two places agree."""
    found = []
    for place, bits in enumerate(BANDS):
        found.append((place << max(BANDS)) | (page & ((1 << bits) - 1)))
        page >>= bits
    return tuple(found)


def distance(one: bytes, other: bytes) -> int:
    """Return in how many bits two marks differ."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def likeness_of_words(one: str, other: str) -> int | None:
    """Return in ‰ how much of two texts is the same, nought where their figures are not.

    None where a text is too short to tell.
    """
    words, others = _words(one), _words(other)
    if min(len(words), len(others)) < _LEAST_WORDS:
        return None
    if _common(_figures(one), _figures(other)) < SAME_FIGURES:
        return 0
    return _common(frozenset(_shingles(words)), frozenset(_shingles(others)))


def hash_of_words(text: str) -> int | None:
    """Return a hash of 64 bits that texts with common phrases share most of; none if too short."""
    words = _words(text)
    if len(words) < _LEAST_WORDS:
        return None
    weights = [0] * HASH_BITS
    for shingle in _shingles(words):
        mark = int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest())
        for bit in range(HASH_BITS):
            weights[bit] += 1 if mark >> bit & 1 else -1
    return sum(1 << bit for bit, weight in enumerate(weights) if weight > 0)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: list[str]) -> Iterator[str]:
    """Yield every three words that follow each other."""
    for place in range(max(1, len(words) - _SHINGLE + 1)):
        yield " ".join(words[place : place + _SHINGLE])


def _figures(text: str) -> frozenset[str]:
    """Return the numbers of a text without the marks between their digits."""
    found = ("".join(filter(str.isdigit, one)) for one in _FIGURE.findall(text))
    return frozenset(found)


def _common(one: frozenset[str], other: frozenset[str]) -> int:
    """Return in ‰ how much two sets share; two empty ones are the same."""
    every = one | other
    return 1000 if not every else 1000 * len(one & other) // len(every)


def closest(
    marks: bytes, others: Iterable[tuple[DocumentId, bytes]], most: int
) -> list[DocumentId]:
    """Return the documents whose marks differ least, the closest first."""
    ranked = sorted((distance(marks, one), -document, document) for document, one in others)
    return [document for _distance, _newest, document in ranked[:most]]
