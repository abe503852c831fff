"""Plans in an office that can trade: the rent of Kahvila Aamu, monthly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.recurring.plan import Makes, Plan, PlanForm
from app.domain.shared.quantities import UnitPrice
from app.services import plans
from app.services.office import Office
from tests.trade import AAMU

JANUARY = date(2026, 1, 1)


def a_rent(price: str = "1000", vat: str = "standard", text: str = "Vuokra {month}") -> DraftLine:
    return DraftLine(description=text, price=UnitPrice(Decimal(price)), vat=vat)


def a_form(*lines: DraftLine, **parts: Any) -> PlanForm:
    """Return a plan from January on that issues."""
    content = Draft(customer_id=AAMU.id, lines=lines or (a_rent(),))
    return replace(PlanForm("Vuokra", content, JANUARY, makes=Makes.ISSUE), **parts)


def planned(office: Office, *lines: DraftLine, **parts: Any) -> Plan:
    return office.do(plans.add, a_form(*lines, **parts)).result
