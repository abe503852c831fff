"""Claims, credits and the books agree, in whatever order invoices, payments and losses come."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
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

from app.domain.payments.payment import Charge, ChargeKind, Closing, NewPayment, Part
from app.domain.shared.ids import AllocationId, InvoiceId, PaymentId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Refusal
from app.outside.clock import FixedClock
from app.services import open_items, payments
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.paying import credited, require_agreement
from tests.trade import AAMU, a_content, a_written_line, issued, opened_books

PICK = st.integers(0, 99)
MINOR = st.integers(1, 30_000)
CLOSINGS = st.sampled_from(
    (Closing.PAYMENT, Closing.EARLY, Closing.WITHHELD, Closing.WRITE_OFF, Closing.ROUNDING)
)
PRICES = st.sampled_from(("0.01", "33.33", "100", "250"))


class Billing(RuleBasedStateMachine):
    """Clerks issue, credit, receive, settle, write off, pay back, undo and reverse; days go by."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-payments-"))
        shutil.copytree(self.empty, self.folder / "Office.backdesk")
        self.database = open_office(self.folder / "Office.backdesk")
        self.day = TODAY
        self.documents: list[InvoiceId] = []
        self.payments: list[PaymentId] = []
        self.settled: list[AllocationId] = []
        self.notes = 0

    def teardown(self) -> None:
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
        lines = (a_written_line("1", price, vat), a_written_line("2", price, "standard"))
        self.documents.append(issued(self.office, a_content(*lines)).id)

    @rule(price=PRICES)
    def a_credit_note_is_issued(self, price: str) -> None:
        self.notes += 1
        self.documents.append(credited(self.office, price, f"CN-{self.notes}").id)

    @precondition(lambda self: self.documents)
    @rule(minor=MINOR, parts=st.lists(st.tuples(PICK, MINOR, CLOSINGS), max_size=3), fee=MINOR)
    def money_comes_in(self, minor: int, parts: list[tuple[int, int, Closing]], fee: int) -> None:
        wanted = tuple(Part(eur(part), self._one(pick), how) for pick, part, how in parts)
        charges = (Charge(ChargeKind.FEE, eur(fee)),) if fee < 1000 else ()
        self._try_payment(NewPayment(eur(minor), AAMU.id, parts=wanted, charges=charges))

    @precondition(lambda self: self.documents)
    @rule(pick=PICK)
    def all_that_is_open_is_paid(self, pick: int) -> None:
        position = self.office.ask(open_items.position, self._one(pick))
        if position is not None and position.open_minor > 0:
            wanted = (Part(position.open, position.invoice_id),)
            self._try_payment(NewPayment(position.open, AAMU.id, parts=wanted))

    @precondition(lambda self: self.documents and self.payments)
    @rule(pick=PICK, which=PICK, minor=MINOR)
    def money_goes_back(self, pick: int, which: int, minor: int) -> None:
        payment_id = self.payments[which % len(self.payments)]
        wanted = (
            Part(eur(minor), self._one(pick))
            if pick % 2
            else Part(eur(minor), closing=Closing.REFUND, payment_id=payment_id)
        )
        new = NewPayment(eur(minor), AAMU.id, parts=(wanted,))
        try:
            self.payments.append(self.office.do(payments.refund, new).result.id)
        except Refusal:
            return

    @precondition(lambda self: self.documents and self.payments)
    @rule(pick=PICK, which=PICK, minor=MINOR)
    def a_credit_is_used(self, pick: int, which: int, minor: int) -> None:
        payment_id = self.payments[which % len(self.payments)]
        parts = (Part(eur(minor), self._one(pick)),)
        self._try(payments.allocate, payment_id, parts)

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, other=PICK, minor=MINOR)
    def a_credit_note_is_set_off(self, pick: int, other: int, minor: int) -> None:
        self._try(payments.offset, self._one(pick), self._one(other), eur(minor))

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, minor=st.none() | MINOR)
    def a_claim_is_lost(self, pick: int, minor: int | None) -> None:
        amount = None if minor is None else eur(minor)
        self._try(payments.write_off, self._one(pick), "Lost", amount)

    @precondition(lambda self: self.documents)
    @rule(pick=PICK, which=PICK)
    def a_settlement_is_undone(self, pick: int, which: int) -> None:
        found = self.office.ask(open_items.settlements, self._one(pick))
        if found:
            self._try(payments.undo, found[which % len(found)].allocation.id)

    @precondition(lambda self: self.payments)
    @rule(which=PICK)
    def a_payment_is_reversed(self, which: int) -> None:
        self._try(payments.reverse, self.payments[which % len(self.payments)], "Wrong")

    @invariant()
    def books_and_claims_agree(self) -> None:
        require_agreement(self.office)

    @invariant()
    def nothing_is_settled_beyond_its_amount(self) -> None:
        for row in self.office.ask(payments.first, View(), 999):
            assert 0 <= row.open_minor <= row.amount_minor
            seen = self.office.ask(payments.seen, row.id)
            taken = [one.allocation for one in seen.settlements]
            live = [one for one in taken if one.is_live and one.takes_money]
            assert sum(one.amount.minor for one in live) <= row.amount_minor

    def _one(self, pick: int) -> InvoiceId:
        return self.documents[pick % len(self.documents)]

    def _try_payment(self, new: NewPayment) -> None:
        try:
            self.payments.append(self.office.do(payments.record, new).result.id)
        except Refusal:
            return

    def _try(self, command: Callable[..., Any], *told: object) -> None:
        try:
            self.office.do(command, *told)
        except Refusal:
            return


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def test_books_claims_and_credits_agree_in_any_order(tmp_path: Path) -> None:
    empty = tmp_path / "Office.backdesk"
    database = create_office(empty)
    opened_books(Office(database, FixedClock(TODAY), Actor("Maija")))
    database.close()

    class Here(Billing):
        pass

    Here.empty = empty
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=12,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
