"""Posting a run: one entry by the accounts of its components; the books see sums only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.accounting.chart import AccountUse
from app.domain.payroll.component import ComponentKind, PayComponent
from app.domain.payroll.differences import OVERPAID
from app.domain.payroll.payroll import PayLine, Payslip

WAGES_PAYABLE = AccountUse.WAGES_PAYABLE.value
SIDES: Mapping[ComponentKind, tuple[str, str]] = {
    ComponentKind.EARNING: (AccountUse.WAGES.value, WAGES_PAYABLE),
    ComponentKind.DEDUCTION: (WAGES_PAYABLE, AccountUse.TAX_WITHHELD_PAYABLE.value),
    ComponentKind.REIMBURSEMENT: (AccountUse.EMPLOYEE_PAYABLE.value, WAGES_PAYABLE),
    ComponentKind.EMPLOYER: (AccountUse.SOCIAL_COSTS.value, AccountUse.SOCIAL_PAYABLE.value),
}
"""Debit and credit where a component names none; a benefit moves no money."""


def sides_of(payslips: Iterable[Payslip], components: Mapping[str, PayComponent]) -> dict[str, int]:
    """Return what each account gets in minor units, debit positive, by use or number; they balance.

    What a person gets or is charged goes over the wages payable: the rest there is the net.
    """
    found: defaultdict[str, int] = defaultdict(int)
    for slip in payslips:
        for line in slip.lines:
            debit, credit = accounts_of(line, components.get(line.component))
            if debit and credit:
                found[debit] += line.amount.minor
                found[credit] -= line.amount.minor
    return {account: minor for account, minor in found.items() if minor}


def accounts_of(line: PayLine, component: PayComponent | None) -> tuple[str, str]:
    """Return debit and credit of a line; the side of the net is always the wages payable."""
    if line.component == OVERPAID:
        return AccountUse.EMPLOYEE_ADVANCES.value, WAGES_PAYABLE
    usual = SIDES.get(line.kind)
    if usual is None:
        return "", ""
    debit = component.debit if component and component.debit else usual[0]
    credit = component.credit if component and component.credit else usual[1]
    match line.kind:
        case ComponentKind.DEDUCTION:
            return WAGES_PAYABLE, credit
        case ComponentKind.EMPLOYER:
            return debit, credit
    return debit, WAGES_PAYABLE
