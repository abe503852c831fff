"""A claim on paper says what was paid, the VAT in it, by which tariff, and who approved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from app.documents.expense_claims import describe
from app.documents.text import plain
from app.domain.expenses.expense import ExpenseClaim, ExpenseKind, ExpenseLine, ExpenseState
from app.domain.shared.ids import AccountId, EmployeeId, EntryId, ExpenseClaimId, ExpenseLineId
from app.domain.shared.money import Money
from app.domain.shared.quantities import quantity, rate, unit_price
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.reports import an_imprint

IMPRINT = replace(an_imprint(), say=say_in("en"), formats=formats_in("en", "FI"))
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 9)
MEAL = ExpenseLine(
    ExpenseLineId(1),
    0,
    ExpenseKind.RECEIPT,
    DAY,
    "Lunch",
    AccountId(1),
    Money(2340, "EUR"),
    rate(Decimal("13.5")),
    Money(278, "EUR"),
    "reduced",
    reason="two guests",
    over_limit="Meals",
)
DRIVE = replace(
    MEAL,
    place=1,
    kind=ExpenseKind.MILEAGE,
    text="Turku",
    gross=Money(11660, "EUR"),
    vat=Money(0, "EUR"),
    quantity=quantity(Decimal(212)),
    price=unit_price(Decimal("0.55")),
    over_limit="",
)
ABROAD = replace(
    MEAL,
    place=2,
    text="Taxi",
    gross=Money(2250, "EUR"),
    vat=Money(0, "EUR"),
    foreign=Money(25000, "SEK"),
    rate_of_exchange=Decimal("0.09"),
    over_limit="",
)


def claim() -> ExpenseClaim:
    empty = ExpenseClaim(
        ExpenseClaimId(1), 1, ExpenseState.DRAFT, EmployeeId(1), "Visit in Turku", (), "EUR"
    )
    submitted = empty.with_lines((MEAL, DRIVE, ABROAD)).submit("EXP-2026-0001", NOW, "Aino")
    return submitted.approve(NOW, "Maija", "well done").post(EntryId(1)).pay(DAY, EntryId(2))


def test_a_claim_says_from_what_every_amount_was_reckoned() -> None:
    told = plain(describe(claim(), "Aino Virtanen", {AccountId(1): "7400"}, IMPRINT))

    for said in (
        "EXP-2026-0001",
        "Aino Virtanen",
        "Visit in Turku",
        "Maija",
        "VAT 13.5%",
        "212 km × 0.55",
        "× 0.09",
        "20.62",
        "2.78",
        "162.50",
        "7400",
        "Lunch: over the limit Meals, because: two guests",
        "Maija: well done",
    ):
        assert said in told, said
