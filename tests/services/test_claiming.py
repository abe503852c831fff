from __future__ import annotations

from app.domain.shared.ids import ExpenseClaimId
from app.services.claiming import Claiming, source_of
from app.services.office import Office, no_progress


def test_a_desk_knows_the_law_of_its_country(office: Office) -> None:
    with office.database.read() as unit:
        law = Claiming(office.desk(unit, no_progress)).law

    assert "reduced" in law.deductible
    assert source_of(ExpenseClaimId(7)) == "expense-claim:7"
