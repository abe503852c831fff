"""Expense claims for tests: those of journey 22, in a Finnish office with its books open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.expenses.expense import ExpenseClaim, ExpenseKind
from app.domain.expenses.making import ClaimForm, LineForm
from app.domain.shared.ids import AccountId, DocumentId, EmployeeId
from app.services import expenses
from app.services.office import Office

DAY = date(2026, 3, 9)


def account(office: Office, number: str) -> AccountId:
    """Return the account of a number."""
    with office.database.read() as unit:
        return next(one.id for one in unit.ledger.accounts() if one.number == number)


def a_meal(office: Office, document_id: DocumentId | None = None) -> LineForm:
    """Return a meal of 23.40 with 13.5 % VAT in it."""
    return LineForm(
        day=DAY,
        text="Lunch",
        account_id=account(office, "7400"),
        amount=Decimal("23.40"),
        vat="reduced",
        document_id=document_id,
    )


def parking(office: Office) -> LineForm:
    """Return parking of 12.00 with 25.5 % VAT in it."""
    return LineForm(
        day=DAY,
        text="Parking",
        account_id=account(office, "7200"),
        amount=Decimal("12.00"),
        vat="standard",
    )


def a_drive(kilometres: str = "212") -> LineForm:
    """Return kilometres by the tariff of the tax office."""
    return LineForm(
        ExpenseKind.MILEAGE, DAY, "Helsinki-Turku", quantity=Decimal(kilometres), tariff="car"
    )


def the_journey(office: Office, person: EmployeeId) -> ClaimForm:
    """Return the claim of journey 22: 152.00."""
    lines = (a_drive(), a_meal(office), parking(office))
    return ClaimForm(person, "Customer visit in Turku", lines)


def submitted(office: Office, form: ClaimForm) -> ExpenseClaim:
    """Return a claim that was handed in."""
    made = office.do(expenses.draft, form).result
    return office.do(expenses.submit, made.id, made.version).result
