"""Proofs: what was issued, booked and filed still is what the record of changes says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.domain.accounting.journal import Entry
from app.domain.admin.erased import ErasureState
from app.domain.archive.record import Record
from app.domain.correspondence.letter import INCOMING, OUTGOING, Outgoing, OutgoingState
from app.domain.invoices.invoice import Invoice, State
from app.domain.invoices.totals import totals_of
from app.domain.shared.codec import NotFitting, parsed, plain
from app.domain.shared.ids import EntryId, InvoiceId, LetterId, RecordId
from app.domain.shared.refusals import OfficeError
from app.storage.unit import Unit

DISPATCH = "letter_dispatch"


@dataclass(frozen=True, slots=True)
class Altered:
    """A record that is not as entry ``row`` of the audit says, by its number or name."""

    record: str
    name: str
    row: int


def altered(unit: Unit) -> Iterator[Altered]:
    """Yield each record that the audit saw issued, booked or filed and that is not so any more."""
    for seq, change in unit.audit.changes():
        kind, _, place = change.record.partition(":")
        number, _, part = place.partition("/")
        is_whole = bool(part) is (kind == DISPATCH)
        if kind in _KEPT and change.after is not None and number.isdecimal() and is_whole:
            name, is_kept = _KEPT[kind](unit, int(number), change.after)
            if not is_kept:
                yield Altered(change.record, name, seq)


def _invoice(unit: Unit, number: int, told: Any) -> tuple[str, bool]:
    if told.get("state") != State.ISSUED.value:
        return "", True
    invoice_id = InvoiceId(number)
    return str(told.get("number")), _is(
        Invoice, told, lambda: unit.invoices.get(invoice_id)
    ) and _adds_up(unit, invoice_id)


def _adds_up(unit: Unit, invoice_id: InvoiceId) -> bool:
    """Say whether the list shows of an invoice what its lines come to."""
    figures = totals_of(unit.invoices.get(invoice_id))
    (row,) = unit.invoices.rows((invoice_id,))
    return (row.net_minor, row.gross_minor) == (figures.net.minor, figures.gross.minor)


def _entry(unit: Unit, number: int, told: Any) -> tuple[str, bool]:
    def kept() -> Entry:
        return unit.ledger.entry(EntryId(number))

    def wordless() -> Entry:
        found = kept()
        sides = tuple(replace(one, text="") for one in found.postings)
        return replace(found, text="", postings=sides)

    if _is(Entry, told, kept) or not _words_went(unit):
        return str(told.get("number")), _is(Entry, told, kept)
    sides = [{**one, "text": ""} for one in told["postings"]]
    bare = {**told, "text": "", "postings": sides}
    return str(told.get("number")), _is(Entry, bare, wordless)


def _record(unit: Unit, number: int, told: Any) -> tuple[str, bool]:
    def kept() -> Record:
        return unit.archive.get(RecordId(number))

    if _is(Record, told, kept) or not _words_went(unit):
        return str(told.get("name")), _is(Record, told, kept)
    return str(told.get("name")), _is(
        Record, {**told, "name": ""}, lambda: replace(kept(), name="")
    )


def _letter_in(unit: Unit, number: int, told: Any) -> tuple[str, bool]:
    """Say whether a letter that was registered still has its number."""
    name = str(told.get("number") or "")
    return name, not name or _is(str, name, lambda: unit.letters_in.get(LetterId(number)).number)


def _letter_out(unit: Unit, number: int, told: Any) -> tuple[str, bool]:
    """Say whether a letter still says what it said when it was issued."""
    if told.get("state") != OutgoingState.ISSUED.value:
        return "", True
    return str(told.get("number")), _is(
        Outgoing, told, lambda: _as_issued(unit.letters_out.get(LetterId(number)), told)
    )


def _as_issued(letter: Outgoing, told: Any) -> Outgoing:
    """Return a letter without what may be said of it after its issue."""
    return replace(
        letter,
        state=OutgoingState.ISSUED,
        version=told["version"],
        responsible=told["responsible"],
        note=told["note"],
        reason=told["reason"],
    )


def _dispatch(unit: Unit, number: int, told: Any) -> tuple[str, bool]:
    """Say whether a dispatch is still written down as it was."""
    letter_id = LetterId(number)
    dispatches = [plain(one.dispatch) for one in unit.dispatches.of(letter_id)]
    return str(told.get("to")), told in dispatches


def _words_went(unit: Unit) -> bool:
    """Say whether an erasure was ended: then words of what is kept may have gone, nothing else."""
    return any(one.state is ErasureState.ENDED and one.stays for one in unit.erased.all())


def _is(kind: type, told: Any, kept: Callable[[], object]) -> bool:
    """Say whether what is kept is what was told; of an older shape of record nothing is said."""
    try:
        expected = parsed(kind, told)
    except NotFitting:
        return True
    try:
        return bool(kept() == expected)
    except OfficeError:
        return False


_KEPT: dict[str, Callable[[Unit, int, Any], tuple[str, bool]]] = {
    "invoice": _invoice,
    "entry": _entry,
    "record": _record,
    INCOMING: _letter_in,
    OUTGOING: _letter_out,
    DISPATCH: _dispatch,
}
