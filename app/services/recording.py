"""Recording: one payment completed, held against what it settles, booked and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Journal
from app.domain.payments.booking import sides_of_payment, sides_of_transfer
from app.domain.payments.checks import BESIDE_MONEY, Ground
from app.domain.payments.findable import findable
from app.domain.payments.open_item import Position
from app.domain.payments.payment import Closing, NewPayment, Part, Payment, PaymentState
from app.domain.shared.ids import EntryId, InvoiceId, PaymentId
from app.domain.shared.money import Money, minor_digits, total, zero
from app.services.charged_claims import ChargedClaims
from app.services.office import Desk
from app.services.rates import Rates
from app.services.settling import Settler, allocated, source_of


class Recorder:
    """Completes, books and writes payments at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.settler = Settler(desk)
        self._claims = ChargedClaims(desk)
        self._rates = Rates(desk)

    def completed(self, new: NewPayment) -> NewPayment:
        """Return a payment with the day, the account and the customer that were left open.

        Raises UnknownCurrency.
        """
        minor_digits(new.amount.currency)
        contact = new.contact_id
        ids = [part.invoice_id for part in new.parts if part.invoice_id is not None]
        found = self._desk.store.open_items.get_all(ids)
        if contact is None:
            contact = next((one.customer_id for one in found.values()), None)
        day = new.paid_on or self._desk.today
        exchange = self._rates.by(new.amount.currency, day, new.rate)
        is_older = any(
            one.currency != self._rates.home and not self.settler.exchange.is_exchanged(one)
            for one in found.values()
        )
        return replace(
            new,
            contact_id=contact,
            charges=self._claims.spread(replace(new, contact_id=contact)),
            exchange=None if is_older else exchange,
            is_older=is_older,
            paid_on=new.paid_on or self._desk.today,
            account_id=new.account_id or self.settler.uses.of(AccountUse.BANK),
            reference="".join(new.reference.split()),
            text=new.text.strip(),
        )

    def ground(self, new: NewPayment) -> Ground:
        """Return what a payment is held against."""
        named = [part.invoice_id for part in new.parts]
        named += [charge.invoice_id for charge in new.charges]
        ids = [one for one in named if one is not None]
        credits_ = [part.payment_id for part in new.parts if part.payment_id is not None]
        positions = self._desk.store.open_items.get_all(ids)
        return Ground(
            today=self._desk.today,
            positions=positions,
            documents={one: self._desk.store.invoices.get(one) for one in positions},
            home=self._rates.home,
            credits=self._desk.store.payments.get_all(credits_),
            account=self._desk.store.ledger.account(new.account_id) if new.account_id else None,
            alike=self._desk.store.payments.alike(new) if new.paid_on else "",
        )

    def record(self, new: NewPayment, payment_id: PaymentId) -> Payment:
        """Book and write a payment that was found right."""
        assert new.paid_on is not None
        day = new.paid_on
        positions = self._desk.store.open_items.get_all(
            part.invoice_id for part in new.parts if part.invoice_id is not None
        )
        now, later = _in_time(new.parts, positions, day)
        settled = _sum(now, Closing.PAYMENT, new.amount.currency)
        refunded = _sum(now, Closing.REFUND, new.amount.currency)
        payment = self._new(new, payment_id)
        sides = sides_of_payment(payment, settled, refunded, self.settler.uses.of)
        text = " ".join(part for part in (payment.number, payment.payer) if part)
        booked = self.settler.exchange.at_home(sides, payment.exchange)
        entry = self.settler.post(day, text, booked, source_of(payment_id), Journal.BANK)
        payment = replace(payment, entry_id=entry)
        self._desk.store.payments.add(payment)
        self._claims.take(payment.charges)
        self.settler.exchange.credit(zero(payment.amount.currency), payment.open, payment.exchange)
        for part in now:
            self._settle_part(payment, part, day)
        self.settle_parts(payment, later, day)
        self.even_out(payment, day)
        self._desk.store.search.put(findable(payment))
        return payment

    def even_out(self, payment: Payment, on: date) -> None:
        """Book what the rates have gained or lost by a deed with a payment."""
        self.settler.exchange.even_out(on, payment.number, source_of(payment.id))

    def _new(self, new: NewPayment, payment_id: PaymentId) -> Payment:
        """Return the payment with its number and its payer's name, before it is booked."""
        assert new.paid_on is not None
        assert new.account_id is not None
        payer = self._desk.store.contacts.get(new.contact_id).name if new.contact_id else ""
        return Payment(
            id=payment_id,
            version=1,
            state=PaymentState.RECORDED,
            number=self.settler.number(new.paid_on),
            direction=new.direction,
            contact_id=new.contact_id,
            payer=payer,
            paid_on=new.paid_on,
            amount=new.amount,
            account_id=new.account_id,
            entry_id=EntryId(0),
            open=new.rest,
            reference=new.reference,
            text=new.text,
            charges=new.charges,
            exchange=new.exchange,
        )

    def settle_parts(self, payment: Payment, parts: Iterable[Part], day: date) -> None:
        """Settle documents from a payment's credit, each not before its own day."""
        for part in parts:
            assert part.invoice_id is not None
            position = self._desk.store.open_items.get_all((part.invoice_id,))[part.invoice_id]
            on = max(day, position.issued_on)
            if part.closing is Closing.PAYMENT:
                sides = sides_of_transfer(part.amount, self.settler.uses.of)
                text = " ".join(filter(None, (payment.number, payment.payer)))
                booked = self.settler.exchange.at_home(sides, payment.exchange)
                self.settler.post(on, text, booked, source_of(payment.id), Journal.GENERAL)
            self._settle_part(payment, part, on)

    def _settle_part(self, payment: Payment, part: Part, day: date) -> None:
        """Write what a part of a payment settles; what closes without money has its own entry."""
        new = allocated(
            part.amount, day, part.closing, invoice_id=part.invoice_id, payment_id=payment.id
        )
        if part.payment_id is not None:
            credit = self._desk.store.payments.get(part.payment_id)
            self.with_rest(credit, credit.open - part.amount)
            new = replace(new, payment_id=credit.id, refund_id=payment.id)
        elif part.closing in BESIDE_MONEY:
            new = self.settler.close(new, source_of(payment.id), payment.number)
        self.settler.settle(new)

    def with_rest(self, before: Payment, rest: Money) -> Payment:
        """Write another rest of a payment and return it."""
        after = before.left(rest)
        self.settler.exchange.credit(before.open, rest, before.exchange)
        self._desk.store.payments.save(before, after)
        return after


def _in_time(
    parts: Iterable[Part], positions: Mapping[InvoiceId, Position], day: date
) -> tuple[list[Part], list[Part]]:
    """Return the parts of documents that there were on the day, and those issued after it."""
    now: list[Part] = []
    later: list[Part] = []
    for part in parts:
        position = positions.get(part.invoice_id) if part.invoice_id is not None else None
        is_later = position is not None and position.issued_on > day
        (later if is_later else now).append(part)
    return now, later


def _sum(parts: Iterable[Part], closing: Closing, currency: str) -> Money:
    return total(tuple(part.amount for part in parts if part.closing is closing), currency)
