"""Where a component is used: by its name, through a base, and which formulas read a rate."""

from __future__ import annotations

from app.domain.payroll.using import reading, standing_on
from tests.payrolls import a_component

SALARY = a_component("salary", "pay", bases=frozenset({"taxable"}))
TAX = a_component("tax", 'taxable * rate("x") / 100')
FEE = a_component("fee", "salary * 1 %")
BROKEN = a_component("broken", "salary *")
ALL = (SALARY, TAX, FEE, BROKEN)


def test_a_component_knows_who_stands_on_it() -> None:
    found = standing_on(SALARY, ALL)

    assert (found.named, found.counted) == ((FEE,), (TAX,))


def test_a_rate_knows_who_reads_it() -> None:
    assert reading("x", ALL) == (TAX,)
    assert reading("y", ALL) == ()
