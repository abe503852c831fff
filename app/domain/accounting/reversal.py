"""Reversal: an entry is never changed or removed; its opposite is posted, and both stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.accounting.journal import Entry, Posting
from app.domain.shared.ids import EntryId
from app.domain.shared.refusals import Refusal

REVERSAL = "entry:"


class AlreadyReversed(Refusal):
    """The entry has its reversal already."""

    code = "accounting.already-reversed"


class NotReversible(Refusal):
    """The entry came from a voucher, which is corrected by another one, or reverses another."""

    code = "accounting.not-reversible"


@dataclass(frozen=True, slots=True)
class Reversing:
    """What is new in a reversal: its number, its day and its text."""

    id: EntryId
    number: str
    booked_on: date
    text: str


def reversal_source(entry_id: EntryId) -> str:
    """Return the source by which the reversal of an entry names it."""
    return f"{REVERSAL}{entry_id}"


def can_be_reversed(entry: Entry) -> bool:
    """Say whether an entry was written by hand and is no reversal itself."""
    return not entry.source


def reversed_by(entry: Entry, earlier: Sequence[Entry], new: Reversing) -> Entry:
    """Return the opposite of an entry; raises NotReversible, AlreadyReversed."""
    if not can_be_reversed(entry):
        is_reversal = entry.source.startswith(REVERSAL)
        raise NotReversible(number=entry.number, why="reversal" if is_reversal else "voucher")
    if earlier:
        raise AlreadyReversed(number=entry.number, reversal=earlier[0].number)
    opposite = tuple(replace(side, amount=-side.amount) for side in entry.postings)
    return Entry(
        new.id,
        new.number,
        entry.journal,
        new.booked_on,
        new.text,
        _sorted(opposite),
        reversal_source(entry.id),
    )


def _sorted(postings: tuple[Posting, ...]) -> tuple[Posting, ...]:
    """Return debits before credits, as entries are read."""
    return tuple(sorted(postings, key=lambda side: side.amount.minor < 0))
