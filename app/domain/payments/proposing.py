"""Proposals: what a payment most likely settles, with the reason in words to be.

A reference names its document exactly, in its national or its international form; then the
amount of one document of the payer; then what is due first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import combinations

from app.domain.invoices.invoice import Invoice
from app.domain.payments.checks import early_until
from app.domain.payments.claims import PRINCIPAL_FIRST, Claim, Owed, charged
from app.domain.payments.open_item import OpenItem
from app.domain.payments.payment import Charge, Closing, Part
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.references import national

MOST_TOGETHER = 12
"""Of so many documents at most is it tried which of them together come to the amount."""


class Why(Enum):
    """The reason of a proposal."""

    REFERENCE = "reference"
    AMOUNT = "amount"
    TOGETHER = "together"
    OLDEST = "oldest"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What is known of money that came in: a line of a bank statement, or what a clerk types."""

    amount: Money
    paid_on: date
    reference: str = ""
    contact_id: ContactId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ProposedPart:
    """An amount of a document that a payment may settle, and why this one."""

    part: Part
    number: str
    due_on: date
    open: Money
    why: Why


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a payment may settle; ``rest`` would be the customer's credit.

    ``amount`` is that of the payment, or what is due by its reference where none was named;
    ``items`` are the documents of the parts, ``charges`` the interest and fees that reminders
    claimed and that it pays.
    """

    contact_id: ContactId | None
    customer_name: str
    parts: tuple[ProposedPart, ...]
    rest: Money
    why: Why
    amount: Money
    items: Mapping[InvoiceId, OpenItem] = field(default_factory=dict)
    charges: tuple[Charge, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """What reminders claimed of a payer and is unpaid, and what the law has paid first.

    ``named`` are the documents of the reminder that the payment names.
    """

    claims: Mapping[InvoiceId, Claim] = field(default_factory=dict)
    order: tuple[Owed, ...] = PRINCIPAL_FIRST
    named: frozenset[InvoiceId] = frozenset()

    def of(self, items: Sequence[OpenItem]) -> tuple[Claim, ...]:
        """Return the claims of documents in their order."""
        return tuple(self.claims[one.id] for one in items if one.id in self.claims)

    def settled(self, open_: Sequence[OpenItem]) -> tuple[Claim, ...]:
        """Return the claims of documents of which nothing but them is left."""
        others = {one.id for one in open_}
        return tuple(one for one in self.claims.values() if one.invoice_id not in others)

    @property
    def before_principal(self) -> tuple[Owed, ...]:
        """What the law has paid before the principal."""
        return self.order[: self.order.index(Owed.PRINCIPAL)]

    @property
    def after_principal(self) -> tuple[Owed, ...]:
        """What the law has paid after the principal."""
        return self.order[self.order.index(Owed.PRINCIPAL) + 1 :]

    def minor(self, *items: OpenItem) -> int:
        """Return what is claimed of documents beside their open amounts."""
        return sum(one.total.minor for one in self.of(items))


NOTHING_CLAIMED = Claimed()


def is_of(item: OpenItem, reference: str) -> bool:
    """Say whether a reference names a document: its own reference in any form, or its number."""
    wanted = national(reference)
    if not wanted:
        return False
    return wanted in {national(item.reference), national(item.number)}


def propose(
    incoming: Incoming,
    items: Sequence[OpenItem],
    documents: Mapping[InvoiceId, Invoice],
    claimed: Claimed = NOTHING_CLAIMED,
) -> Proposal:
    """Return what a payment may settle of the claims that are open in its currency.

    Interest and fees that were claimed are paid in the order that the law has.
    """
    open_ = _claims_in(incoming.amount.currency, items)
    incoming = _with_due(incoming, open_, documents, claimed)
    chosen, why = _chosen(incoming, open_, documents, claimed)
    mine, others = claimed.of(chosen), claimed.settled(open_)
    first, rest = _charged(mine, claimed.before_principal, incoming.amount)
    parts, rest = _settled(chosen, why, replace(incoming, amount=rest), documents)
    later, rest = _charged(mine, claimed.after_principal, rest)
    last, rest = _charged(others, claimed.order, rest)
    payer = chosen[0] if chosen else None
    charges = (*first, *later, *last)
    return Proposal(
        contact_id=incoming.contact_id or (payer.contact_id if payer else None),
        customer_name=payer.customer_name if payer else incoming.name,
        parts=parts,
        rest=rest,
        why=why if parts or charges else Why.NOTHING,
        amount=incoming.amount,
        items={one.id: one for one in chosen},
        charges=charges,
    )


def _claims_in(currency: str, items: Sequence[OpenItem]) -> list[OpenItem]:
    """Return what is open of claims in a currency, the first due before the others."""
    open_ = (one for one in items if one.open.minor > 0 and one.open.currency == currency)
    return sorted(open_, key=lambda one: (one.due_on, one.id))


def _charged(
    claims: Sequence[Claim], order: Sequence[Owed], rest: Money
) -> tuple[tuple[Charge, ...], Money]:
    """Return what of the money pays interest and fees in an order, and its rest."""
    found: tuple[Charge, ...] = ()
    for owed in order:
        if owed is not Owed.PRINCIPAL:
            some, rest = charged(claims, owed, rest)
            found += some
    return found, rest


def _settled(
    chosen: list[OpenItem], why: Why, incoming: Incoming, documents: Mapping[InvoiceId, Invoice]
) -> tuple[tuple[ProposedPart, ...], Money]:
    """Return what of the money settles the documents themselves, and its rest."""
    chosen, kept = _discounted(chosen, incoming, documents)
    parts: list[ProposedPart] = []
    rest = incoming.amount
    for item in chosen:
        if not rest:
            break
        discount = kept.get(item.id, Money(0, rest.currency))
        used = min(item.open - discount, rest, key=lambda one: one.minor)
        parts += _parts(item, used, discount, why)
        rest -= used
    return tuple(parts), rest


def _with_due(
    incoming: Incoming,
    claims: Sequence[OpenItem],
    documents: Mapping[InvoiceId, Invoice],
    claimed: Claimed,
) -> Incoming:
    """Return what came in; where no amount is known yet, with what its reference leaves to pay."""
    if incoming.amount:
        return incoming
    due = incoming.amount
    for item in claims:
        if is_of(item, incoming.reference) or item.id in claimed.named:
            due += item.open - _early(item, incoming, documents)
            due += Money(claimed.minor(item), due.currency)
    for claim in claimed.settled(claims):
        if claim.invoice_id in claimed.named and claim.total.currency == due.currency:
            due += claim.total
    return replace(incoming, amount=due)


def _chosen(
    incoming: Incoming,
    claims: list[OpenItem],
    documents: Mapping[InvoiceId, Invoice],
    claimed: Claimed,
) -> tuple[list[OpenItem], Why]:
    named = [item for item in claims if is_of(item, incoming.reference) or item.id in claimed.named]
    if named:
        return named, Why.REFERENCE
    mine = [item for item in claims if _is_from(item, incoming)]
    for item in mine:
        due = {item.open.minor, item.open.minor - _early(item, incoming, documents).minor}
        due.add(item.open.minor + claimed.minor(item))
        if incoming.amount.minor in due:
            return [item], Why.AMOUNT
    if together := _together(incoming.amount.minor, mine[:MOST_TOGETHER]):
        return together, Why.TOGETHER
    return mine, Why.OLDEST


def _is_from(item: OpenItem, incoming: Incoming) -> bool:
    if incoming.contact_id is not None:
        return item.contact_id == incoming.contact_id
    return bool(incoming.name) and item.customer_name.casefold() == incoming.name.casefold()


def _together(wanted: int, items: list[OpenItem]) -> list[OpenItem]:
    """Return the fewest documents that come to an amount, the first due before others."""
    for count in range(2, len(items) + 1):
        for some in combinations(items, count):
            if sum(item.open.minor for item in some) == wanted:
                return list(some)
    return []


def _early(item: OpenItem, incoming: Incoming, documents: Mapping[InvoiceId, Invoice]) -> Money:
    return early_discount(item, documents.get(item.id), incoming.paid_on)


def early_discount(item: OpenItem, document: Invoice | None, paid_on: date) -> Money:
    """Return what may be kept of a claim that is paid on a day: of its whole amount, or nothing."""
    nothing = Money(0, item.open.currency)
    if document is None or not document.early.percent or paid_on > early_until(document):
        return nothing
    return min(document.early.kept(item.amount), item.open, key=lambda one: one.minor)


def _discounted(
    chosen: list[OpenItem], incoming: Incoming, documents: Mapping[InvoiceId, Invoice]
) -> tuple[list[OpenItem], dict[InvoiceId, Money]]:
    """Return which documents are closed with their discounts, and what is kept of each.

    The first so many are, where the money falls short of them by no more than may be kept.
    """
    whole = may_keep = 0
    for count, item in enumerate(chosen, start=1):
        whole += item.open.minor
        may_keep += _early(item, incoming, documents).minor
        missing = whole - incoming.amount.minor
        if 0 < missing <= may_keep and (count == len(chosen) or missing == may_keep):
            return chosen[:count], _kept(chosen[:count], missing, incoming, documents)
    return chosen, {}


def _kept(
    items: list[OpenItem],
    missing: int,
    incoming: Incoming,
    documents: Mapping[InvoiceId, Invoice],
) -> dict[InvoiceId, Money]:
    found: dict[InvoiceId, Money] = {}
    for item in items:
        kept = min(_early(item, incoming, documents).minor, missing)
        missing -= kept
        found[item.id] = Money(kept, item.open.currency)
    return found


def _parts(item: OpenItem, used: Money, discount: Money, why: Why) -> list[ProposedPart]:
    wanted = ((Closing.PAYMENT, used), (Closing.EARLY, discount))
    return [
        ProposedPart(Part(amount, item.id, closing), item.number, item.due_on, item.open, why)
        for closing, amount in wanted
        if amount
    ]
