"""Posting a claim: costs and the VAT that may be deducted against what the firm owes the person."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Posting
from app.domain.expenses.expense import ExpenseClaim
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money

Uses = Callable[[AccountUse, str | None], AccountId]


def sides_of(claim: ExpenseClaim, uses: Uses) -> tuple[Posting, ...]:
    """Return the postings of a claim: each expense by itself, its VAT by code, and the payable."""
    sides: list[Posting] = []
    vat: dict[str, Money] = {}
    for line in claim.lines:
        sides.append(Posting(line.account_id, line.net, line.text, line.vat_code))
        if line.vat:
            held = vat.get(line.vat_code)
            vat[line.vat_code] = line.vat if held is None else held + line.vat
    for code, amount in vat.items():
        sides.append(Posting(uses(AccountUse.INPUT_VAT, code), amount, "", code))
    payable = uses(AccountUse.EMPLOYEE_PAYABLE, None)
    return tuple(one for one in (*sides, Posting(payable, -claim.gross)) if one.amount)


def sides_of_payment(claim: ExpenseClaim, bank: AccountId, uses: Uses) -> tuple[Posting, ...]:
    """Return the postings by which a claim is paid from the bank."""
    payable = uses(AccountUse.EMPLOYEE_PAYABLE, None)
    return Posting(payable, claim.gross), Posting(bank, -claim.gross)
