"""Payments: what each deed posts balances, and what cannot be done says why at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.chart import Account, AccountKind, AccountUse
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.invoices.totals import totals_of
from app.domain.payments.allocation import Allocation, AlreadyUndone
from app.domain.payments.booking import mirror_of, sides_of_closing, sides_of_payment
from app.domain.payments.checks import Ground, check, early_until
from app.domain.payments.findable import findable
from app.domain.payments.losses import LossVat, shares_of
from app.domain.payments.payment import (
    Charge,
    ChargeKind,
    Closing,
    Direction,
    NewPayment,
    Part,
    Payment,
    PaymentReversed,
    PaymentState,
)
from app.domain.shared.ids import AccountId, AllocationId, EntryId, PaymentId
from app.domain.shared.money import Money, zero
from tests.builders import TODAY, journey_6
from tests.domain.payments.items import CUSTOMER, a_position, an_invoice, eur

USES = {use: AccountId(place) for place, use in enumerate(AccountUse, start=1)}
BESIDE = st.sampled_from((Closing.EARLY, Closing.WITHHELD, Closing.WRITE_OFF, Closing.ROUNDING))


def account_of(use: AccountUse, vat: str | None = None) -> AccountId:
    return USES[use]


def a_payment(amount: str = "100", way: Direction = Direction.IN, *charges: Charge) -> Payment:
    return Payment(
        id=PaymentId(1),
        version=1,
        state=PaymentState.RECORDED,
        number="PAY-1",
        direction=way,
        contact_id=CUSTOMER,
        payer="Kahvila Aamu Oy",
        paid_on=TODAY,
        amount=eur(amount),
        account_id=USES[AccountUse.BANK],
        entry_id=EntryId(1),
        open=eur("0"),
        charges=charges,
    )


def sums(sides: list[Posting]) -> dict[AccountUse, int]:
    uses = {account: use for use, account in USES.items()}
    found: dict[AccountUse, int] = {}
    for side in sides:
        use = uses[side.account_id]
        found[use] = found.get(use, 0) + side.amount.minor
    return found


@given(st.integers(1, 9_999), st.integers(0, 9_999), st.integers(0, 9_999))
def test_money_that_comes_in_settles_is_charged_or_stays_as_credit(
    settled: int, fee: int, rest: int
) -> None:
    charges = (Charge(ChargeKind.FEE, Money(fee, "EUR")),) if fee else ()
    whole = Money(settled + fee + rest, "EUR")
    payment = replace(a_payment(), amount=whole, charges=charges)

    sides = sides_of_payment(payment, Money(settled, "EUR"), zero("EUR"), account_of)

    assert sum(side.amount.minor for side in sides) == 0
    assert sums(sides).get(AccountUse.CUSTOMER_CREDIT, 0) == -rest
    assert sums(sides)[AccountUse.BANK] == whole.minor


def test_money_that_goes_back_takes_from_claims_and_credit() -> None:
    payment = a_payment("100", Direction.OUT)

    sides = sides_of_payment(payment, eur("60"), eur("40"), account_of)

    assert sums(sides) == {
        AccountUse.BANK: -10000,
        AccountUse.RECEIVABLES: 6000,
        AccountUse.CUSTOMER_CREDIT: 4000,
    }


@given(BESIDE, st.integers(1, 68_656), st.sampled_from(LossVat))
def test_what_closes_without_money_balances(closing: Closing, minor: int, loss: LossVat) -> None:
    amount = Money(minor, "EUR")
    shares = shares_of(amount, totals_of(journey_6()))

    sides = sides_of_closing(closing, amount, shares, loss, account_of)

    assert sum(side.amount.minor for side in sides) == 0
    assert sums(sides)[AccountUse.RECEIVABLES] == -minor
    is_taxed = closing is Closing.EARLY or (
        closing is Closing.WRITE_OFF and loss is LossVat.CORRECTED
    )
    assert is_taxed or AccountUse.OUTPUT_VAT not in sums(sides)


def test_the_opposite_of_entries_is_nothing_together_with_them() -> None:
    sides = (Posting(AccountId(1), eur("10")), Posting(AccountId(2), eur("-10")))
    entry = Entry(EntryId(1), "1", Journal.BANK, TODAY, "", sides)

    opposite = mirror_of((entry,))

    assert [(side.account_id, side.amount) for side in opposite] == [
        (2, eur("10")),
        (1, eur("-10")),
    ]
    assert mirror_of((entry, replace(entry, postings=tuple(opposite)))) == []


def test_a_payment_is_reversed_once() -> None:
    reversed_ = a_payment().reversed(TODAY, "Wrong")

    assert (reversed_.state, reversed_.open) == (PaymentState.REVERSED, eur("0"))
    with pytest.raises(PaymentReversed):
        reversed_.reversed(TODAY, "Wrong")
    with pytest.raises(PaymentReversed):
        reversed_.left(eur("1"))


def test_an_allocation_is_undone_once() -> None:
    made = Allocation(
        AllocationId(1), PaymentId(1), None, None, None, Closing.PAYMENT, eur("1"), TODAY
    )

    undone = made.undone(TODAY)

    assert made.is_live
    assert made.takes_money
    assert not undone.is_live
    with pytest.raises(AlreadyUndone):
        undone.undone(TODAY)


def test_a_payment_is_found_by_its_number_payer_reference_and_amount() -> None:
    item = findable(replace(a_payment(), reference="202600017"))

    assert (item.title, item.detail, item.words) == ("PAY-1", "Kahvila Aamu Oy", "202600017")
    assert item.amounts == (eur("100"),)


def codes(new: NewPayment, early: str = "0", **ground: Any) -> list[str]:
    invoice = an_invoice(1, "500", early=early)
    known = Ground(TODAY, {invoice.id: a_position(invoice)}, {invoice.id: invoice})
    return [one.code for one in check(new, replace(known, **ground))]


def test_a_discount_that_was_not_agreed_or_came_late_is_told() -> None:
    invoice = an_invoice(1, "500", early="2")
    parts = (
        Part(eur("614.95"), invoice.id),
        Part(eur("12.55"), invoice.id, Closing.EARLY),
    )
    new = NewPayment(eur("614.95"), CUSTOMER, early_until(invoice), parts)
    late = replace(new, paid_on=early_until(invoice) + timedelta(days=1))
    then = TODAY + timedelta(days=30)

    assert codes(new, "2", today=then) == []
    assert codes(late, "2", today=then) == ["payments.early-too-late"]
    assert codes(new, today=then) == ["payments.early-not-agreed"]


@pytest.mark.parametrize(
    "part",
    [
        Part(eur("1")),
        Part(eur("1"), closing=Closing.REFUND),
        Part(eur("1"), an_invoice().id, Closing.CREDIT),
        Part(eur("1"), closing=Closing.REFUND, payment_id=PaymentId(1)),
        Part(eur("1"), an_invoice().id, payment_id=PaymentId(1)),
    ],
)
def test_a_part_is_of_one_document(part: Part) -> None:
    new = NewPayment(eur("1"), CUSTOMER, TODAY, (part,))

    assert "payments.not-possible" in codes(new)


def test_no_more_is_paid_back_than_a_credit_has() -> None:
    part = Part(eur("2"), closing=Closing.REFUND, payment_id=PaymentId(1))
    new = NewPayment(eur("2"), CUSTOMER, TODAY, (part,), direction=Direction.OUT)
    credit = replace(a_payment("1"), open=eur("1"))

    assert codes(new, credits={PaymentId(1): credit}) == ["payments.above-credit"]
    assert codes(new) == ["payments.not-possible"]


def test_a_charge_is_above_nothing_and_in_the_money_of_the_payment() -> None:
    new = NewPayment(eur("1"), CUSTOMER, TODAY)
    zero_fee = replace(new, charges=(Charge(ChargeKind.FEE, eur("0")),))
    foreign = replace(new, charges=(Charge(ChargeKind.FEE, Money(1, "USD")),))

    assert codes(zero_fee) == ["payments.part-without-amount"]
    assert codes(foreign) == ["payments.other-currency"]


def test_money_is_kept_on_an_open_account_of_assets() -> None:
    account = Account(AccountId(1), "3000", {"en": "Sales"}, AccountKind.INCOME)

    assert codes(NewPayment(eur("1"), CUSTOMER), account=account) == ["payments.no-money-account"]
