"""Left out: why somebody who works in the days of a run gets nothing by it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from app.domain.employees.contract import Contract, ContractState, PayBasis
from app.domain.employees.contracting import is_held
from app.domain.payroll.payee import Span


class LeftOut(Enum):
    """Why there is no payslip."""

    NO_CONTRACT = "no-contract"
    NOT_SIGNED = "not-signed"
    NO_PAY = "no-pay"
    NO_HOURS = "no-hours"
    NOTHING = "nothing"


def why_left_out(contracts: Iterable[Contract], span: Span) -> LeftOut:
    """Return why a person without a payslip has none, by the contracts of the period."""
    found = [
        one
        for one in contracts
        if one.starts_on <= span.last and (one.ends_on is None or one.ends_on >= span.first)
    ]
    held = [one for one in found if is_held(one)]
    if not held:
        is_drafted = any(one.state is ContractState.DRAFT for one in found)
        return LeftOut.NOT_SIGNED if is_drafted else LeftOut.NO_CONTRACT
    pays = [one.pay for one in held if one.pay is not None]
    if not pays:
        return LeftOut.NO_PAY
    if all(one.basis in {PayBasis.HOUR, PayBasis.DAY} for one in pays):
        return LeftOut.NO_HOURS
    return LeftOut.NOTHING
