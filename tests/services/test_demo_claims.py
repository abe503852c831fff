"""The sample company has expenses at each step, one of them with its receipt."""

from __future__ import annotations

import pytest

from app.domain.expenses.expense import ExpenseState
from app.domain.expenses.row import ClaimRow
from app.domain.shared.ids import ExpenseClaimId
from app.domain.shared.paging import View
from app.services import expenses
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.databases import SAMPLE_DAY, Samples


def claims(office: Office) -> tuple[ClaimRow, ...]:
    return office.ask(expenses.first, View(), 20)


@pytest.mark.parametrize(("country", "gross"), [("FI", 21800), ("TH", 171600)])
def test_each_sample_has_claims_to_decide_and_to_pay(
    sample_of: Samples, country: str, gross: int
) -> None:
    office = Office(open_office(sample_of(country)), SAMPLE_DAY, Actor("owner"))
    try:
        rows = claims(office)
        waiting = next(one for one in rows if one.state is ExpenseState.SUBMITTED)
        whole = office.ask(expenses.get, ExpenseClaimId(waiting.id))
    finally:
        office.close()

    assert {ExpenseState.DRAFT, ExpenseState.SUBMITTED, ExpenseState.POSTED} <= {
        one.state for one in rows
    }
    assert whole.gross.minor == gross
    assert [one.document_id is not None for one in whole.lines].count(True) == 1


def test_where_nobody_works_nothing_is_claimed(sample_of: Samples) -> None:
    office = Office(open_office(sample_of("US")), SAMPLE_DAY, Actor("owner"))
    try:
        assert claims(office) == ()
    finally:
        office.close()
