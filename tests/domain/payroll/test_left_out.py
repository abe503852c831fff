"""Why somebody who works in the days of a run has no payslip."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.employees.contract import Contract, ContractState
from app.domain.payroll.left_out import LeftOut, why_left_out
from tests.payrolls import MARCH, a_contract, by_hour, eur

SIGNED = a_contract(eur("3000"))


@pytest.mark.parametrize(
    ("contracts", "why"),
    [
        ((), LeftOut.NO_CONTRACT),
        ((replace(SIGNED, ends_on=date(2026, 2, 28)),), LeftOut.NO_CONTRACT),
        ((replace(SIGNED, state=ContractState.DRAFT),), LeftOut.NOT_SIGNED),
        ((replace(SIGNED, state=ContractState.DISCARDED),), LeftOut.NO_CONTRACT),
        ((replace(SIGNED, pay=None),), LeftOut.NO_PAY),
        ((by_hour(eur("20")),), LeftOut.NO_HOURS),
        ((SIGNED,), LeftOut.NOTHING),
    ],
)
def test_the_contracts_say_why(contracts: tuple[Contract, ...], why: LeftOut) -> None:
    assert why_left_out(contracts, MARCH) is why
