"""Claims, credits and the books agree, in whatever order invoices, payments and losses come."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.invoices.crediting import Take
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.totals import totals_of
from app.domain.payments.payment import Charge, ChargeKind, Closing, NewPayment, Part
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import InvoiceId, PaymentId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal
from app.outside.clock import FixedClock
from app.services import crediting, invoices, open_items, payments
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.chances import few
from tests.figures import frozen, require_same_figures
from tests.paying import require_agreement
from tests.trade import AAMU, a_content, a_written_line, drafted, opened_books

PICK = st.integers(0, 99)
SHARE = st.sampled_from((1, 40, 100, 100, 130))
"""How much of what is open, in per cent: mostly possible, now and then too much."""
CLOSINGS = st.sampled_from(
    (Closing.PAYMENT, Closing.EARLY, Closing.WITHHELD, Closing.WRITE_OFF, Closing.ROUNDING)
)
PRICES = st.sampled_from(("0.01", "33.33", "100", "250"))


class Billing(RuleBasedStateMachine):
    """Clerks issue, credit, receive, settle, write off, pay back, undo and reverse; days go by.

    ``done`` counts what was not refused, ``kept`` is every issued document as it was issued.
    """

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-payments-"))
        shutil.copytree(self.empty, self.folder / "Office.backdesk")
        self.database = open_office(self.folder / "Office.backdesk")
        self.day = TODAY
        self.documents: list[InvoiceId] = []
        self.payments: list[PaymentId] = []
        self.kept: dict[InvoiceId, object] = {}
        self.done: Counter[str] = Counter()

    def teardown(self) -> None:
        try:
            assert {one: frozen(self.office, one) for one in self.documents} == self.kept
        finally:
            self.database.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def office(self) -> Office:
        return Office(self.database, FixedClock(self.day), Actor("Maija"))

    @rule()
    def a_day_goes_by(self) -> None:
        self.day += timedelta(days=1)

    @rule(price=PRICES, vat=st.sampled_from(("standard", "reduced", "zero")))
    def an_invoice_is_issued(self, price: str, vat: str) -> None:
        lines = (a_written_line("1", price, vat), a_written_line("2", price, "standard", "7.5"))
        content = a_content(*lines, eformat=EFormat.FACTURX)
        self._issue_draft(drafted(self.office, content).id)

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, place=st.none() | st.integers(0, 2))
    def a_paper_is_credited(self, pick: int, place: int | None) -> None:
        takes = () if place is None else (Take(place, Quantity(Decimal(1))),)
        self._issue(crediting.credit, self._one(pick), takes, "Wrong")

    @precondition(lambda self: self.documents)
    @rule(parts=st.lists(st.tuples(PICK, SHARE, CLOSINGS), max_size=3), more=st.integers(0, 900))
    def money_comes_in(self, parts: list[tuple[int, int, Closing]], more: int) -> None:
        wanted = tuple(
            Part(self._share_of(invoice_id, share), invoice_id, how)
            for pick, share, how in parts
            for invoice_id in (self._open(pick, 1),)
        )
        by_money = sum(one.amount.minor for one in wanted if one.closing is Closing.PAYMENT)
        fees = (Charge(ChargeKind.FEE, eur(more // 3)),) if more % 3 else ()
        new = NewPayment(eur(by_money + more), AAMU.id, parts=wanted, charges=fees)
        self._try_payment(payments.record, new)

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, share=SHARE)
    def a_credit_note_is_paid_back(self, pick: int, share: int) -> None:
        note = self._open(pick, -1)
        amount = self._share_of(note, share)
        self._try_payment(payments.refund, NewPayment(amount, AAMU.id, parts=(Part(amount, note),)))

    @precondition(lambda self: self.payments)
    @rule(pick=PICK, share=SHARE)
    def a_credit_is_paid_back(self, pick: int, share: int) -> None:
        one = self._with_rest(pick)
        amount = eur(self.office.ask(payments.get, one).open.minor * share // 100)
        part = Part(amount, closing=Closing.REFUND, payment_id=one)
        self._try_payment(payments.refund, NewPayment(amount, AAMU.id, parts=(part,)))

    @precondition(lambda self: self.documents and self.payments)
    @rule(pick=PICK, which=PICK, share=SHARE)
    def a_credit_is_used(self, pick: int, which: int, share: int) -> None:
        payment_id, invoice_id = self._with_rest(which), self._open(pick, 1)
        rest = self.office.ask(payments.get, payment_id).open.minor
        minor = min(rest, self._share_of(invoice_id, share).minor)
        self._try(payments.allocate, payment_id, (Part(eur(minor), invoice_id),))

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, other=PICK, share=SHARE)
    def a_credit_note_is_set_off(self, pick: int, other: int, share: int) -> None:
        invoice_id, note = self._open(pick, 1), self._open(other, -1)
        amounts = (self._share_of(one, share) for one in (invoice_id, note))
        self._try(payments.offset, invoice_id, note, min(amounts, key=lambda one: one.minor))

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, share=st.none() | SHARE)
    def a_claim_is_lost(self, pick: int, share: int | None) -> None:
        invoice_id = self._open(pick, 1)
        amount = None if share is None else self._share_of(invoice_id, share)
        self._try(payments.write_off, invoice_id, "Lost", amount)

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, which=PICK)
    def a_settlement_is_undone(self, pick: int, which: int) -> None:
        found = [
            one.allocation
            for document in self.documents
            for one in self.office.ask(open_items.settlements, document)
            if one.allocation.is_live or not pick % 10
        ]
        if found:
            self._try(payments.undo, found[which % len(found)].id)

    @precondition(lambda self: self.payments)
    @rule(which=PICK)
    def a_payment_is_reversed(self, which: int) -> None:
        self._try(payments.reverse, self.payments[which % len(self.payments)], "Wrong")

    @invariant()
    def books_and_claims_agree(self) -> None:
        require_agreement(self.office)

    @invariant()
    def every_number_was_given_once_and_none_is_left_out(self) -> None:
        with self.database.read() as unit:
            for kind in ("invoice", "credit-note", "payment", "journal"):
                assert list(unit.numbers.gaps(kind)) == []

    @invariant()
    def nothing_is_settled_beyond_its_amount(self) -> None:
        for row in self.office.ask(payments.first, View(), 999):
            assert 0 <= row.open_minor <= row.amount_minor
            seen = self.office.ask(payments.seen, row.id)
            taken = [one.allocation for one in seen.settlements]
            live = [one for one in taken if one.is_live and one.takes_money]
            assert sum(one.amount.minor for one in live) <= row.amount_minor

    @invariant()
    def nothing_is_credited_beyond_what_was_invoiced(self) -> None:
        for document in self.documents:
            invoice = self.office.ask(invoices.get, document)
            if invoice.kind is not Kind.CREDIT_NOTE:
                notes = self.office.ask(crediting.credits_of, document)
                whole, back = totals_of(invoice), [totals_of(note) for note in notes]
                for name in ("net", "tax", "gross"):
                    given = sum(getattr(one, name).minor for one in back)
                    assert given <= getattr(whole, name).minor

    def _one(self, pick: int) -> InvoiceId:
        return self.documents[pick % len(self.documents)]

    def _open(self, pick: int, sign: int) -> InvoiceId:
        """Return a document that owes something this way round, else any."""
        positions = {one: self.office.ask(open_items.position, one) for one in self.documents}
        found = [at for at, one in positions.items() if one and one.open_minor * sign > 0]
        return found[pick % len(found)] if found else self._one(pick)

    def _with_rest(self, pick: int) -> PaymentId:
        """Return a payment of which something is left, else any."""
        found = [one for one in self.payments if self.office.ask(payments.get, one).open.minor]
        return (found or self.payments)[pick % len(found or self.payments)]

    def _share_of(self, invoice_id: InvoiceId, share: int) -> Money:
        position = self.office.ask(open_items.position, invoice_id)
        return eur(abs(position.open_minor) * share // 100 if position else 1)

    def _issue(self, command: Callable[..., Any], *told: object) -> None:
        draft: Invoice | None = self._try(command, *told)
        if draft is not None:
            self._issue_draft(draft.id)

    def _issue_draft(self, invoice_id: InvoiceId) -> None:
        if self._try(invoices.issue, invoice_id) is not None:
            self.documents.append(invoice_id)
            self.kept[invoice_id] = frozen(self.office, invoice_id)
            require_same_figures(self.office, invoice_id)

    def _try_payment(self, command: Callable[..., Any], new: NewPayment) -> None:
        if (made := self._try(command, new)) is not None:
            self.payments.append(made.id)

    def _try(self, command: Callable[..., Any], *told: object) -> Any:
        """Return what a command made, or none where it was refused."""
        try:
            made = self.office.do(command, *told).result
        except Refusal:
            return None
        self.done[command.__name__] += 1
        return made


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def opened_folder(folder: Path) -> Path:
    """Return an office with its books, to be copied."""
    database = create_office(folder)
    opened_books(Office(database, FixedClock(TODAY), Actor("Maija")))
    database.close()
    return folder


def test_books_claims_and_credits_agree_in_any_order(tmp_path: Path) -> None:
    class Here(Billing):
        empty = opened_folder(tmp_path / "Office.backdesk")

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=few(12),
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_deed_of_the_machine_is_done_where_it_can_be(tmp_path: Path) -> None:
    class Here(Billing):
        empty = opened_folder(tmp_path / "Office.backdesk")

    clerks = Here()
    for _ in range(3):
        clerks.an_invoice_is_issued("100", "reduced")
    clerks.a_paper_is_credited(0, 0)
    clerks.a_paper_is_credited(0, 0)
    clerks.a_credit_note_is_set_off(1, 0, 40)
    clerks.a_credit_note_is_paid_back(0, 40)
    clerks.money_comes_in([(0, 40, Closing.PAYMENT), (1, 1, Closing.ROUNDING)], 900)
    clerks.a_credit_is_used(0, 0, 1)
    clerks.a_credit_is_paid_back(0, 40)
    clerks.a_claim_is_lost(1, 40)
    clerks.a_settlement_is_undone(1, 0)
    clerks.a_payment_is_reversed(0)
    clerks.books_and_claims_agree()
    clerks.every_number_was_given_once_and_none_is_left_out()
    clerks.nothing_is_settled_beyond_its_amount()
    clerks.nothing_is_credited_beyond_what_was_invoiced()
    clerks.teardown()

    deeds = "issue credit record refund allocate offset write_off undo reverse"
    assert clerks.done.keys() == set(deeds.split())
    assert clerks.done["issue"] == len(clerks.documents) == 4
    assert clerks.done["refund"] == 2
