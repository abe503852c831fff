"""Questions to the archive: words, phrases, fields and days as people type them.

    vuokra "sähkö ja vesi" -luonnos from:voima amount:>100 day:"last month" is:sealed

Whatever is typed is a question: what cannot be read as more is read as words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.archive.days import MOST_WORDS, Days, days
from app.domain.archive.fields import (
    BEINGS,
    FIELDS,
    OF_DAYS,
    SCALES,
    STATES,
    Field,
    plain_name,
)
from app.domain.archive.spans import of_amount, of_days
from app.domain.shared.search import amount_in, folded, joined_amounts

MOST_CLAUSES = 24
_LONGEST = 1000
_QUOTES = str.maketrans(dict.fromkeys("“”„«»″", '"'))
_PIECE = re.compile(
    r"(?P<minus>[-−])?"
    r'(?:(?P<name>[^\s":<>=]+)(?P<sign>:?[<>]=?|:=?|=))?'
    r'(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]*))'
)
_TO = ".."
SIGNS = frozenset(":<>=")
"""One of these stands in every question that names a field."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for or, unwanted, one that may not be.

    ``low`` and ``high`` bound a number on its field's scale, both included; ``own`` is the code of
    an office's field. ``is_open``: the last word may be the beginning of a longer one. ``days``
    and ``amount`` are meant beside the words where the words can be read so.
    """

    field: Field
    words: str
    own: str = ""
    low: int | None = None
    high: int | None = None
    is_phrase: bool = False
    is_wanted: bool = True
    is_open: bool = False
    days: Days | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions on a day, with the office's own fields by their plain names."""

    today: date
    own: Mapping[str, str]

    def read(self, text: str) -> tuple[Clause, ...]:
        """Return what a question asks for, all of which must be so; any text is a question."""
        asked = joined_amounts(text[:_LONGEST].translate(_QUOTES))
        pieces = [found for found in _PIECE.finditer(asked) if found.group().strip('-− "')]
        found: list[Clause] = []
        at = 0
        while at < len(pieces) and len(found) < MOST_CLAUSES:
            taken, clauses = self._clauses(pieces[at:])
            found += clauses
            at += taken
        is_unfinished = bool(asked) and not asked[-1].isspace() and asked[-1] != '"'
        if is_unfinished and found and found[-1].field is Field.ANY and found[-1].is_wanted:
            found[-1] = replace(found[-1], is_open=True)
        return tuple(found)

    def _clauses(self, pieces: Sequence[re.Match[str]]) -> tuple[int, tuple[Clause, ...]]:
        """Return how many pieces make up the next clauses, and these."""
        piece = pieces[0]
        is_wanted = piece["minus"] is None
        if piece["name"] is None:
            if piece["phrase"] is not None:
                clause = Clause(Field.ANY, piece["phrase"], is_phrase=True)
                return 1, (replace(clause, is_wanted=is_wanted),)
            taken, clause = self._words(pieces)
            return taken, (replace(clause, is_wanted=is_wanted),)
        taken, named = self._named(pieces)
        if named is not None:
            return taken, (replace(named, is_wanted=is_wanted),)
        rest = " ".join((piece["name"], piece["phrase"] or piece["word"] or ""))
        return 1, tuple(_word(word, is_wanted=is_wanted) for word in rest.split())

    def _words(self, pieces: Sequence[re.Match[str]]) -> tuple[int, Clause]:
        """Return a word, or the words that mean days together."""
        for size in range(min(MOST_WORDS, len(pieces)), 1, -1):
            if all(_is_bare(piece) for piece in pieces[1:size]):
                said = " ".join(piece["word"] for piece in pieces[:size])
                if found := days(said, self.today):
                    return size, Clause(Field.ANY, said, days=found)
        word = pieces[0]["word"]
        return 1, replace(_word(word, is_wanted=True), days=days(word, self.today))

    def _named(self, pieces: Sequence[re.Match[str]]) -> tuple[int, Clause | None]:
        """Return the clause of a field, and of how many pieces; none where it says nothing."""
        piece = pieces[0]
        name = plain_name(piece["name"])
        field, own = FIELDS.get(name, Field.OWN), self.own.get(name, "")
        value = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        if (field is Field.OWN and not own) or not value.strip():
            return 1, None
        sign = piece["sign"].lstrip(":")
        if field in OF_DAYS:
            return self._day(field, sign, pieces)
        if field in SCALES:
            return 1, _number(field, sign, value)
        if sign not in ("", "="):
            return 1, None
        return 1, _known(
            Clause(
                field,
                value.rstrip("*"),
                own,
                is_phrase=piece["phrase"] is not None,
                is_open=value.endswith("*"),
            )
        )

    def _day(
        self, field: Field, sign: str, pieces: Sequence[re.Match[str]]
    ) -> tuple[int, Clause | None]:
        first = pieces[0]
        for size in range(min(MOST_WORDS, len(pieces)), 0, -1):
            if first["phrase"] is None and all(_is_bare(piece) for piece in pieces[1:size]):
                said = " ".join(piece["word"] for piece in pieces[:size])
            elif size == 1:
                said = first["phrase"] or ""
            else:
                continue
            if found := self._span(said):
                clause, ends = Clause(field, said), of_days(found.first, found.last)
                return size, _bounded(clause, sign, *ends)
        return 1, None

    def _span(self, said: str) -> Days | None:
        """Return the days of one name, or from one to another: ``2024..2025``, ``2024..``."""
        low, to, high = said.partition(_TO)
        if not to:
            return days(said, self.today)
        first = days(low, self.today) if low.strip() else Days(date.min, date.min)
        last = days(high, self.today) if high.strip() else Days(date.max, date.max)
        return Days(first.first, last.last) if first and last else None


def _word(word: str, *, is_wanted: bool) -> Clause:
    amount = amount_in(word)
    return Clause(
        Field.ANY,
        word.rstrip("*"),
        is_wanted=is_wanted,
        is_open=word.endswith("*"),
        amount=None if amount is None else of_amount(amount),
    )


def _is_bare(piece: re.Match[str]) -> bool:
    return piece["name"] is None and piece["word"] is not None and piece["minus"] is None


def _known(clause: Clause) -> Clause | None:
    """Return a clause, or none when its field has no such value."""
    names: Mapping[Field, Mapping[str, object]] = {Field.STATE: STATES, Field.IS: BEINGS}
    known = names.get(clause.field)
    if known is None:
        return clause
    return clause if folded(clause.words) in known else None


def _number(field: Field, sign: str, said: str) -> Clause | None:
    low, to, high = said.partition(_TO)
    if not to:
        number = _on_scale(field, said)
        return None if number is None else _bounded(Clause(field, said), sign, number, number)
    first = _on_scale(field, low) if low else 0
    last = _on_scale(field, high) if high else SCALES[field].highest
    return None if first is None or last is None else Clause(field, said, low=first, high=last)


def _on_scale(field: Field, said: str) -> int | None:
    if (amount := amount_in(said)) is None:
        return None
    return of_amount(amount) if field is Field.AMOUNT else int(amount)


def _bounded(clause: Clause, sign: str, low: int, high: int) -> Clause:
    """Return a clause with the span that its sign makes of a number or of days."""
    ends = {
        ">": (high + 1, SCALES[clause.field].highest),
        ">=": (low, SCALES[clause.field].highest),
        "<": (0, low - 1),
        "<=": (0, high),
    }
    first, last = ends.get(sign, (low, high))
    return replace(clause, low=first, high=last)
