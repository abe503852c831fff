"""Payments: recorded by hand, allocated to documents, undone and reversed, never deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.accounting.journal import Journal
from app.domain.payments.allocation import Allocation, Settlement
from app.domain.payments.booking import mirror_of, sides_of_transfer
from app.domain.payments.checks import BESIDE_MONEY, DAY_TO_COME, check_parts
from app.domain.payments.checks import check as check_payment
from app.domain.payments.findable import KIND
from app.domain.payments.payment import (
    Closing,
    Direction,
    NewPayment,
    Part,
    Payment,
    PaymentRow,
)
from app.domain.payments.proposing import Claimed, Incoming, Proposal
from app.domain.payments.proposing import propose as propose_parts
from app.domain.shared.ids import (
    AllocationId,
    ContactId,
    EntryId,
    InvoiceId,
    PaymentId,
    new_id,
)
from app.domain.shared.money import Money, zero
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Conflict, Invalid, Refusal
from app.formats.packs import pack
from app.services.charged_claims import ChargedClaims
from app.services.giving_up import GivingUp
from app.services.issuing import require_right
from app.services.limits import About, Limits
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.receipts import Receipts
from app.services.recording import Recorder
from app.services.settling import Settler, allocated, source_of

FORM = "payment-of"
"""The form in which a payment is written."""
MOST_HITS = 2000
EARLIER = Rule("payments.day-too-early", "day", "since")
REASON_MISSING = Rule("payments.without-reason")


class Refunded(Refusal):
    """The payment's credit was paid back: the refund is reversed first."""

    code = "payments.refunded"


class NothingOpen(Refusal):
    """There is nothing left of the document, or of the credit, that could be settled."""

    code = "payments.nothing-open"


class OtherCustomer(Refusal):
    """The credit note is of another customer, and only its own invoices are settled with it."""

    code = "payments.other-customer"


@dataclass(frozen=True, slots=True)
class SeenPayment:
    """A payment as its page shows it: what it settled, and the entries that it made."""

    payment: Payment
    settlements: tuple[Settlement, ...]
    entries: tuple[EntryId, ...]


@query(Permission.PAYMENTS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of payments in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.payment_lists.spine(view, among)


@query(Permission.PAYMENTS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[PaymentRow, ...]:
    """Return the first rows of the list of payments."""
    store, among = desk.store.payment_lists, None
    if view.words.strip():
        hits = desk.store.search.find(view.words, MOST_HITS, {KIND})
        among = [hit.entity_id for hit in hits]
    return store.rows(store.first(view, size, among))


@query(Permission.PAYMENTS_READ)
def rows(desk: Desk, ids: tuple[PaymentId, ...]) -> tuple[PaymentRow, ...]:
    """Return the rows of these payments."""
    return desk.store.payment_lists.rows(ids)


@query(Permission.PAYMENTS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many payments count, have a rest, or were reversed."""
    return desk.store.payment_lists.counts()


@query(Permission.PAYMENTS_READ)
def get(desk: Desk, payment_id: PaymentId) -> Payment:
    """Return a payment; raises NotFound."""
    return desk.store.payments.get(payment_id)


@query(Permission.PAYMENTS_READ)
def seen(desk: Desk, payment_id: PaymentId) -> SeenPayment:
    """Return a payment with what it settled; raises NotFound."""
    entries = desk.store.ledger.entries_of(source_of(payment_id))
    return SeenPayment(
        desk.store.payments.get(payment_id),
        desk.store.allocations.of_payment(payment_id),
        tuple(entry.id for entry in entries),
    )


@query(Permission.PAYMENTS_READ)
def propose(desk: Desk, incoming: Incoming) -> Proposal:
    """Return what money that came in most likely settles, and why.

    By its reference in any form, else by the amount and the payer, else what is due first.
    """
    items = desk.store.open_item_lists
    by_reminder = desk.store.standings.named(incoming.reference)
    named = dict.fromkeys((*items.named(incoming.reference), *by_reminder))
    found = list(items.rows(tuple(named)))
    contact = incoming.contact_id or next((one.contact_id for one in found), None)
    if contact is None and incoming.name:
        contact = items.payer_named(incoming.name)
    if contact is not None:
        known = {one.id for one in found}
        theirs = items.rows(items.of_contact(contact))
        found += [one for one in theirs if one.id not in known]
    asked = replace(incoming, contact_id=contact)
    documents = {one.id: desk.store.invoices.get(one.id) for one in found}
    return propose_parts(asked, found, documents, _claimed(desk, contact, by_reminder))


@query(Permission.PAYMENTS_READ)
def check(desk: Desk, new: NewPayment) -> tuple[Problem, ...]:
    """Return all that stands in the way of recording a payment, each at its field."""
    recorder = Recorder(desk)
    full = recorder.completed(new)
    return check_payment(full, recorder.ground(full))


@command(Permission.PAYMENTS_RECORD)
def record(desk: Desk, new: NewPayment, payment_id: PaymentId | None = None) -> Payment:
    """Record money, book it and settle what its parts name, all or nothing.

    Under the id that a form has given it. Raises Invalid, Conflict, AccountMissing, SeriesClosed.
    """
    if payment_id is not None and desk.store.payments.get_all((payment_id,)):
        raise Conflict(record="payment", id=payment_id)
    recorder = Recorder(desk)
    full = recorder.completed(new)
    require_right(check_payment(full, recorder.ground(full)))
    payer = desk.store.contacts.get(full.contact_id).name if full.contact_id else ""
    day = full.paid_on or desk.today
    GivingUp(desk).require(full.amount, full.parts, day, About(KIND, payer, new))
    own = payment_id or PaymentId(new_id())
    desk.store.drafts.drop(FORM, own, desk.who.name)
    payment = recorder.record(full, own)
    Receipts(desk).file(payment, recorder.settler)
    return payment


@command(Permission.PAYMENTS_RECORD)
def allocate(
    desk: Desk, payment_id: PaymentId, parts: tuple[Part, ...], on: date | None = None
) -> Payment:
    """Settle documents from what a payment left as credit; raises Invalid, PaymentReversed."""
    before = desk.store.payments.get(payment_id)
    before.require_recorded()
    wanted = NewPayment(before.open, before.contact_id, before.paid_on, parts)
    if not before.open:
        raise NothingOpen(number=before.number)
    recorder = Recorder(desk)
    require_right(tuple(check_parts(wanted, recorder.ground(wanted))))
    if wanted.rest.minor < 0:
        raise NothingOpen(number=before.number)
    day = max(_day(desk, on), before.paid_on)
    about = About(f"{KIND}:{payment_id}", before.payer, before)
    GivingUp(desk).require(zero(before.amount.currency), parts, day, about)
    recorder.settle_parts(before, parts, day)
    Receipts(desk).file(before, recorder.settler)
    after = recorder.with_rest(before, wanted.rest)
    recorder.even_out(after, day)
    return after


@command(Permission.PAYMENTS_RECORD)
def offset(
    desk: Desk, invoice_id: InvoiceId, credit_id: InvoiceId, amount: Money, on: date | None = None
) -> Allocation:
    """Settle an invoice with a credit note of the same customer; nothing is booked for it.

    Raises NothingOpen, OtherCustomer, MoreThanOpen, OtherCurrency.
    """
    positions = desk.store.open_items.get_all((invoice_id, credit_id))
    claim, credit = positions.get(invoice_id), positions.get(credit_id)
    if claim is None or credit is None or not claim.is_claim or credit.amount_minor >= 0:
        raise NothingOpen(number=desk.store.invoices.get(invoice_id).number)
    if claim.customer_id != credit.customer_id:
        raise OtherCustomer(number=desk.store.invoices.get(credit_id).number)
    day = max(_day(desk, on), claim.issued_on, credit.issued_on)
    new = replace(
        allocated(amount, day, Closing.CREDIT, invoice_id=invoice_id), credit_id=credit_id
    )
    settler = Settler(desk)
    settler.settle(new)
    settler.exchange.even_out(day, "", f"invoice:{credit_id}")
    return new


@command(Permission.PAYMENTS_RECORD)
def write_off(
    desk: Desk,
    invoice_id: InvoiceId,
    reason: str,
    amount: Money | None = None,
    on: date | None = None,
) -> Allocation:
    """Give up what is open of a claim, or a part of it, and book the loss.

    The VAT is taken back where the law of the country allows it. Raises Invalid, NothingOpen,
    MoreThanOpen.
    """
    _require_reason(reason)
    document = desk.store.invoices.get(invoice_id)
    position = desk.store.open_items.get_all((invoice_id,)).get(invoice_id)
    if position is None or position.open_minor <= 0:
        raise NothingOpen(number=document.number)
    day = max(_day(desk, on), position.issued_on)
    new = allocated(amount or position.open, day, Closing.WRITE_OFF, invoice_id=invoice_id)
    position.settled(new.amount, day)
    about = About(f"invoice:{invoice_id}", document.number, position)
    Limits(desk).require(Permission.PAYMENTS_RECORD, new.amount, about)
    settler = Settler(desk)
    closed = settler.close(new, f"invoice:{invoice_id}", f"{document.number} {reason}".strip())
    settler.settle(closed)
    settler.exchange.even_out(day, document.number, f"invoice:{invoice_id}")
    return closed


@command(Permission.PAYMENTS_RECORD)
def refund(desk: Desk, new: NewPayment, payment_id: PaymentId | None = None) -> Payment:
    """Pay back what a credit note or a payment left to a customer; raises Invalid, Conflict."""
    return record(desk, replace(new, direction=Direction.OUT), payment_id)


@command(Permission.PAYMENTS_RECORD)
def undo(desk: Desk, allocation_id: AllocationId, on: date | None = None) -> Allocation:
    """Open what was settled again: money stays as credit, a loss or discount is booked back.

    Raises AlreadyUndone, Refunded for the settling of a refund, Invalid for a day before it.
    """
    gone = desk.store.allocations.get(allocation_id)
    day = _not_before(_day(desk, on), (gone,))
    after = gone.undone(day)
    recorder = Recorder(desk)
    settler = recorder.settler
    owner = desk.store.payments.get(gone.payment_id) if gone.payment_id else None
    if gone.closing is Closing.REFUND or (owner and owner.direction is Direction.OUT):
        raise Refunded(number=owner.number if owner else "")
    settler.undo(day, gone)
    if gone.closing in BESIDE_MONEY:
        _book_back(desk, gone, day, settler)
    elif gone.closing is Closing.PAYMENT and owner is not None:
        sides = [
            replace(side, amount=-side.amount)
            for side in sides_of_transfer(gone.amount, settler.uses.of)
        ]
        ordered = sorted(sides, key=lambda side: side.amount.minor < 0)
        booked = settler.exchange.at_home(ordered, owner.exchange)
        settler.post(day, owner.number, booked, source_of(owner.id), Journal.GENERAL)
        recorder.with_rest(owner, owner.open + gone.amount)
    source = source_of(owner.id) if owner else f"invoice:{gone.invoice_id}"
    settler.exchange.even_out(day, owner.number if owner else "", source)
    return after


@command(Permission.PAYMENTS_RECORD)
def reverse(desk: Desk, payment_id: PaymentId, reason: str, on: date | None = None) -> Payment:
    """Take a payment back by the opposite of all that it booked; what it settled is open again.

    Raises PaymentReversed, Refunded, Invalid without a reason or for a day before its last deed.
    """
    _require_reason(reason)
    before = desk.store.payments.get(payment_id)
    before.require_recorded()
    settled = [one.allocation for one in desk.store.allocations.of_payment(payment_id)]
    live = [one for one in settled if one.is_live]
    refunds = [one for one in live if one.refund_id not in {None, payment_id}]
    if refunds:
        raise Refunded(number=before.number)
    day = _not_before(_day(desk, on), settled, before.paid_on)
    recorder = Recorder(desk)
    settler = recorder.settler
    settler.undo(day, *live)
    _restore_credits(desk, recorder, live)
    sides = mirror_of(desk.store.ledger.entries_of(source_of(payment_id)))
    if before.exchange is not None:
        settler.exchange.note(sides)
        settler.exchange.credit(before.open, zero(before.open.currency), before.exchange)
    text = f"{before.number} {reason}".strip()
    settler.post(day, text, sides, source_of(payment_id), Journal.BANK)
    recorder.even_out(before, day)
    after = before.reversed(day, reason.strip())
    desk.store.payments.save(before, after)
    ChargedClaims(desk).give_back(before.charges)
    return after


def _restore_credits(desk: Desk, recorder: Recorder, undone: Iterable[Allocation]) -> None:
    """Leave to customers again what a refund that is taken back had paid them."""
    for one in undone:
        if one.closing is Closing.REFUND and one.payment_id is not None:
            credit = desk.store.payments.get(one.payment_id)
            recorder.with_rest(credit, credit.open + one.amount)


def _claimed(desk: Desk, contact: ContactId | None, named: Sequence[InvoiceId]) -> Claimed:
    """Return what reminders claimed of a customer, and what the law of the country has first."""
    claims = desk.store.standings.claims((contact,)) if contact is not None else {}
    order = pack(desk.store.company.get().country).reminders.order
    return Claimed(claims, order, frozenset(named))


def _book_back(desk: Desk, gone: Allocation, day: date, settler: Settler) -> None:
    """Post the opposite of what was booked for an allocation alone."""
    assert gone.entry_id is not None
    entry = desk.store.ledger.entry(gone.entry_id)
    sides = mirror_of((entry,))
    if sides and sides[0].amount.currency != gone.amount.currency:
        settler.exchange.note(sides)
    settler.post(day, entry.text, sides, entry.source, Journal.GENERAL)


def _not_before(day: date, settled: Iterable[Allocation], since: date = date.min) -> date:
    """Return the day; raises Invalid where something it takes back is of a later one."""
    days = [since, *(max(one.booked_on, one.undone_on or date.min) for one in settled)]
    last = max(days)
    if day < last:
        raise Invalid((EARLIER.at("on", day=day, since=last),))
    return day


def _day(desk: Desk, on: date | None) -> date:
    """Return the day of a deed, today where none is given; raises Invalid for one to come."""
    if on is not None and on > desk.today:
        raise Invalid((DAY_TO_COME.at("on", day=on),))
    return on or desk.today


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid((REASON_MISSING.at("reason"),))
