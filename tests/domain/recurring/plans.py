"""Plans for tests: the rent of a room, every month from 31 January 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.recurring.checks import begun
from app.domain.recurring.plan import Plan, PlanForm
from app.domain.recurring.schedule import Unit
from app.domain.shared.ids import ContactId, PlanId
from app.domain.shared.quantities import UnitPrice

JANUARY_31 = date(2026, 1, 31)


def a_rent(price: str | None = "1000", **parts: Any) -> DraftLine:
    line = DraftLine(
        description="Rent {month} {year}",
        price=UnitPrice(Decimal(price)) if price else None,
        vat="standard",
    )
    return replace(line, **parts)


def a_form(*lines: DraftLine, **parts: Any) -> PlanForm:
    content = Draft(customer_id=ContactId(7), lines=lines or (a_rent(),))
    return replace(PlanForm("Rent", content, JANUARY_31, 1, Unit.MONTH), **parts)


def a_plan(*lines: DraftLine, **parts: Any) -> Plan:
    return begun(a_form(*lines, **parts), PlanId(5))
