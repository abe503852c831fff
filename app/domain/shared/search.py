"""Search: how text and questions become tokens, the same on every database.

Words are compared without case and accents. Scripts that write no spaces (Thai first of all) are
cut into overlapping pairs of characters, so that a word is found inside a sentence. Amounts are
tokens of their own, found as they are typed: ``686,56``, ``686.56``, ``1 234,50``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from app.domain.shared.money import Money

MOST_TERMS = 12
MOST_TOKENS = 16_000
MOST_PHRASE = 40
LONGEST_TOKEN = 100

UNSPACED = "ก-ฺเ-๎\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
PIECE = re.compile(rf"([{UNSPACED}]+)|[^\W_{UNSPACED}]+")
"""A word of a folded text; of a script without spaces a whole run, as group 1."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED_CHAR = re.compile(f"[{UNSPACED}]")
_ACCENT = re.compile("[\u0300-\u034e\u0350-\u036f]+")
"""The accents of Latin, Greek and Cyrillic letters: taken away first, for they are most."""
_TONE_AFTER_CIRCLE = re.compile("\u0e4d([\u0e48-\u0e4b])")
_SPACED_AMOUNT = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+[.,]\d{1,2}(?![\w.,])")
_AMOUNT = re.compile(r"[-−+]?(\d{1,15}|\d{1,3}(?:[.,'’]\d{3})+)(?:[.,](\d{1,2}))?")
_AMOUNT_MARK = "\ue000"
_KIND_MARK = "\ue001"
_KIND_WORDS = {
    "inv": "invoice",
    "invoice": "invoice",
    "lasku": "invoice",
    "in": "letter-in",
    "out": "letter-out",
}


class _Unmarked(dict[int, int | None]):
    """What becomes of each character: an accent goes, a mark of Thai stays; as they are met."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        is_accent = unicodedata.combining(char) and PIECE.fullmatch(char) is None
        self[code] = kept = None if is_accent else code
        return kept


_UNMARKED = _Unmarked()


@dataclass(frozen=True, slots=True)
class SearchItem:
    """What can be found of one record; ``day`` decides how new it is, None is the oldest.

    ``title`` and ``detail`` are shown and found, ``words`` are only found.
    """

    kind: str
    entity_id: int
    title: str
    detail: str = ""
    words: str = ""
    amounts: tuple[Money, ...] = ()
    day: date | None = None

    def tokens(self) -> Iterator[str]:
        """Yield the tokens by which the record is found."""
        yield kind_token(self.kind)
        yield from (_amount_token(amount.amount) for amount in self.amounts)
        texts = (self.title, self.detail, self.words)
        tokens = (token for text in texts for token in tokens_in(text))
        yield from islice(tokens, MOST_TOKENS)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found."""

    kind: str
    entity_id: int
    title: str
    detail: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that follow each other; if open, the last may be the beginning of a longer one."""

    tokens: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a question: it is answered by any of these phrases."""

    phrases: tuple[Phrase, ...]


def question(words: str) -> tuple[Term, ...]:
    """Return what was asked for: each term must be answered; the last word may be unfinished."""
    asked = joined_amounts(words).split()[:MOST_TERMS]
    terms = (_term(word, is_last=no == len(asked)) for no, word in enumerate(asked, 1))
    return tuple(term for term in terms if term.phrases)


def joined_amounts(words: str) -> str:
    """Return the words with amounts written in one: ``1 234,50`` as ``1234,50``."""
    return _SPACED_AMOUNT.sub(lambda found: re.sub(r"\s", "", found.group()), words)


def amount_in(word: str) -> Decimal | None:
    """Return the amount that a word is, without its sign, or none: ``686,56``, ``€1.234,50``."""
    found = _AMOUNT.fullmatch(word.strip("€$£฿"))
    if found is None:
        return None
    whole, decimals = re.sub(r"\D", "", found[1]), found[2] or "0"
    return Decimal(f"{whole}.{decimals}")


def kind_token(kind: str) -> str:
    """Return the token that every record of a kind has."""
    return _KIND_MARK + kind


def folded(text: str) -> str:
    """Return the text without case and accents; Thai marks stay and get one order."""
    spread = unicodedata.normalize("NFKD", text).casefold()
    if spread.isascii() or (spread := _ACCENT.sub("", spread)).isascii():
        return spread
    return _TONE_AFTER_CIRCLE.sub("\\1\u0e4d", spread.translate(_UNMARKED))


def _term(word: str, *, is_last: bool) -> Term:
    phrases = []
    if phrase := phrase_of(word, is_open=is_last):
        phrases.append(phrase)
    if (amount := amount_in(word)) is not None:
        phrases.append(Phrase((_amount_token(amount),)))
    if kind := _KIND_WORDS.get(word.casefold()):
        phrases.append(Phrase((kind_token(kind),)))
    return Term(tuple(phrases))


def phrase_of(words: str, *, is_open: bool) -> Phrase | None:
    """Return the tokens that words are, in their order; none where there is no word."""
    pieces = tuple(islice(_pieces(words), MOST_PHRASE))
    if not pieces:
        return None
    *before, (text, is_run) = pieces
    tokens = [token for piece, run in before for token in _cut(piece, is_run=run)]
    if is_run and len(text) > 1:
        return Phrase((*tokens, *_pairs(text)), is_open=False)
    return Phrase((*tokens, text[:LONGEST_TOKEN]), is_open=is_open or is_run)


def tokens_in(text: str) -> Iterator[str]:
    """Yield the tokens of a text, in its order."""
    plain = folded(text)
    if _UNSPACED_CHAR.search(plain) is None:
        words = _WORD.findall(plain)
        if max(map(len, words), default=0) > LONGEST_TOKEN:
            words = [word[:LONGEST_TOKEN] for word in words]
        yield from words
        return
    for found in PIECE.finditer(plain):
        yield from _cut(found.group(), is_run=found.group(1) is not None)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    for found in PIECE.finditer(folded(text)):
        yield found.group(), found.group(1) is not None


def _cut(piece: str, *, is_run: bool) -> Iterator[str]:
    if not is_run:
        yield piece[:LONGEST_TOKEN]
        return
    yield from _pairs(piece)
    yield piece[-1]


def _pairs(run: str) -> Iterator[str]:
    return (run[at : at + 2] for at in range(len(run) - 1))


def _amount_token(amount: Decimal) -> str:
    return f"{_AMOUNT_MARK}{int(abs(amount) * 1000)}"
