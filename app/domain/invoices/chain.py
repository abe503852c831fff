"""The chain of a sale: every paper that came of another, from the first to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.refusals import NotFound


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
    of_work: Callable[[InvoiceId], Iterable[InvoiceId]],
) -> tuple[ChainLink, ...]:
    """Return every paper that came of a sale, each after the one it came from; one may be alone.

    The parts of a work stand side by side, its final invoice last.
    """
    first, seen = invoice, {invoice.id}
    while first.origin is not None and first.origin.invoice_id not in seen:
        first = get(first.origin.invoice_id)
        seen.add(first.id)
    links: list[ChainLink] = []
    roots = _roots(first, get, of_work)
    waiting = [(one, 0) for one in reversed(roots)]
    known = {one.id for one in roots}
    while waiting:
        one, depth = waiting.pop()
        links.append(_link(one, depth))
        later = [get(born) for born in born_of(one.id) if born not in known]
        known.update(each.id for each in later)
        waiting.extend((each, depth + 1) for each in reversed(later))
    return tuple(links)


def _roots(
    first: Invoice,
    get: Callable[[InvoiceId], Invoice],
    of_work: Callable[[InvoiceId], Iterable[InvoiceId]],
) -> tuple[Invoice, ...]:
    """Return the papers of a work that came from no other: its parts, then the whole."""
    ids = dict.fromkeys((*of_work(first.project), first.project, first.id))
    papers = [first if one == first.id else _there(one, get) for one in ids]
    found = (one for one in papers if one is not None)
    roots = [one for one in found if one.origin is None and one.state is not State.DISCARDED]
    return tuple(sorted(roots, key=_place)) if first in roots else (first,)


def _there(one: InvoiceId, get: Callable[[InvoiceId], Invoice]) -> Invoice | None:
    """Return a paper; the whole work of an order's deposits is the order, and no invoice."""
    try:
        return get(one)
    except NotFound:
        return None


def _place(one: Invoice) -> tuple[bool, int]:
    return one.kind not in {Kind.DOWN_PAYMENT, Kind.PARTIAL}, one.id


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
