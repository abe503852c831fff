"""A contract is shown without its pay."""

from __future__ import annotations

from app.domain.employees.contract import masked
from app.domain.shared.ids import ContractId, EmployeeId
from tests.employing import SALARY, terms


def test_a_masked_contract_tells_everything_but_the_pay() -> None:
    contract = terms().as_draft(ContractId(1), EmployeeId(2), SALARY)

    shown = masked(contract)

    assert "4711" not in str(shown)
    assert (shown.pay, shown.position) == (None, contract.position)
