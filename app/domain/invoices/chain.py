"""The chain of a sale: every paper that came of another, from the first to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One paper of a chain; ``depth`` says how many papers it came through, 0 for the first."""

    record: str
    record_id: int
    kind: Kind
    state: State
    number: str
    day: date | None
    gross: Money
    depth: int


def chain_of(
    invoice: Invoice,
    get: Callable[[InvoiceId], Invoice],
    born_of: Callable[[InvoiceId], Iterable[InvoiceId]],
) -> tuple[ChainLink, ...]:
    """Return every paper that came of a sale, each after the one it came from; one may be alone."""
    first, seen = invoice, {invoice.id}
    while first.origin is not None and first.origin.invoice_id not in seen:
        first = get(first.origin.invoice_id)
        seen.add(first.id)
    links: list[ChainLink] = []
    waiting = [(first, 0)]
    known = {first.id}
    while waiting:
        one, depth = waiting.pop()
        links.append(_link(one, depth))
        later = [get(born) for born in born_of(one.id) if born not in known]
        known.update(each.id for each in later)
        waiting.extend((each, depth + 1) for each in reversed(later))
    return tuple(links)


def _link(one: Invoice, depth: int) -> ChainLink:
    gross = totals_of(one).gross
    is_credit = one.kind is Kind.CREDIT_NOTE
    return ChainLink(
        record="invoice",
        record_id=one.id,
        kind=one.kind,
        state=one.state,
        number=one.number,
        day=one.issued_on,
        gross=-gross if is_credit else gross,
        depth=depth,
    )
