from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.expenses.expense import ExpenseClaim, ExpenseKind, ExpenseLine, ExpenseState, Paying
from app.domain.expenses.making import vat_within
from app.domain.expenses.refused import (
    ClaimNotADraft,
    ClaimNotApproved,
    ClaimNotPosted,
    ClaimNotRejected,
    ClaimNotSubmitted,
    PaidBeforePosted,
    PaidWithPayroll,
)
from app.domain.shared.ids import (
    AccountId,
    EmployeeId,
    EntryId,
    ExpenseClaimId,
    ExpenseLineId,
    PayrollRunId,
)
from app.domain.shared.money import Money
from app.domain.shared.quantities import rate

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 9)


def line(at: int, minor: int, percent: str) -> ExpenseLine:
    gross = Money(minor, "EUR")
    vat = vat_within(gross, Decimal(percent))
    code = "" if percent == "0" else f"v{percent}"
    return ExpenseLine(
        ExpenseLineId(at),
        at,
        ExpenseKind.RECEIPT,
        DAY,
        f"line {at}",
        AccountId(10 + at),
        gross,
        rate(Decimal(percent)),
        vat,
        code,
    )


def claim(*lines: ExpenseLine, paying: Paying = Paying.BANK) -> ExpenseClaim:
    empty = ExpenseClaim(
        ExpenseClaimId(1),
        1,
        ExpenseState.DRAFT,
        EmployeeId(2),
        "Visit",
        (),
        "EUR",
        paying,
    )
    return empty.with_lines(lines or (line(0, 1200, "25.5"),))


def test_a_claim_goes_from_draft_to_paid() -> None:
    submitted = claim().submit("EXP-1", NOW, "Aino")
    approved = submitted.approve(NOW, "Maija", " fine ")
    posted = approved.post(EntryId(7))
    paid = posted.pay(DAY, EntryId(8))

    assert (submitted.number, submitted.claimed_by, approved.answer) == ("EXP-1", "Aino", "fine")
    assert (posted.entry_id, paid.paid_entry_id, paid.version) == (7, 8, 5)
    assert posted.pay(DAY, None, PayrollRunId(9)).run_id == 9


def test_a_rejected_claim_becomes_a_draft_and_keeps_its_number() -> None:
    rejected = claim().submit("EXP-1", NOW, "Aino").reject(NOW, "Maija", "why?")

    again = rejected.redraft().submit("EXP-2", NOW, "Aino")

    assert (rejected.answer, again.number, again.decided_by) == ("why?", "EXP-1", "")


def test_moves_that_are_not_in_the_table_are_refused() -> None:
    draft = claim()
    submitted = draft.submit("EXP-1", NOW, "Aino")
    approved = submitted.approve(NOW, "Maija")
    with pytest.raises(ClaimNotSubmitted):
        draft.approve(NOW, "Maija")
    with pytest.raises(ClaimNotSubmitted):
        approved.reject(NOW, "Maija", "")
    with pytest.raises(ClaimNotADraft):
        submitted.submit("EXP-2", NOW, "Aino")
    with pytest.raises(ClaimNotADraft):
        submitted.require_removable()
    with pytest.raises(ClaimNotRejected):
        submitted.redraft()
    with pytest.raises(ClaimNotApproved):
        submitted.post(EntryId(1))
    with pytest.raises(ClaimNotPosted):
        approved.pay(DAY, EntryId(1))


def test_the_bank_pays_on_a_day_that_has_come_what_the_payroll_does_not_pay() -> None:
    posted = claim().submit("EXP-1", NOW, "A").approve(NOW, "M").post(EntryId(1))
    payroll = claim(paying=Paying.PAYROLL).submit("EXP-2", NOW, "A").approve(NOW, "M")

    posted.require_payable(DAY, DAY)
    with pytest.raises(PaidBeforePosted):
        posted.require_payable(date(2026, 3, 8), DAY)
    with pytest.raises(PaidBeforePosted):
        posted.require_payable(date(2026, 3, 10), DAY)
    with pytest.raises(PaidWithPayroll):
        payroll.post(EntryId(1)).require_payable(DAY, DAY)


def test_an_empty_claim_comes_to_nothing() -> None:
    empty = claim().with_lines(())

    assert (empty.gross.minor, empty.first_on) == (0, None)
