"""The sample company's recurring invoices: what comes back each month, quarter or year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.recurring.plan import Billing, Makes, PlanForm
from app.domain.recurring.rise import Rise
from app.domain.recurring.schedule import Schedule, Unit
from app.domain.shared.ids import ContactId, ProductId
from app.domain.shared.quantities import Rate, quantity, rate, unit_price
from app.services import plans
from app.services.office import Office


def tell_plan(
    office: Office,
    one: Mapping[str, Any],
    customer: ContactId,
    codes: Mapping[Rate, str],
    goods: Mapping[str, ProductId],
) -> None:
    """Keep a plan of the story; ``codes`` are the VAT codes by their rate today."""
    today = office.clock.today()
    lines = (
        *(_line(line, codes) for line in one.get("lines", ())),
        *(
            DraftLine(product_id=goods[code], quantity=quantity(Decimal(count)))
            for code, count in one.get("goods", ())
        ),
    )
    form = PlanForm(
        name=one["name"],
        content=Draft(customer_id=customer, lines=lines, note=one.get("note", "")),
        anchor_on=_first_of_month(today, one["begins"]),
        every=one.get("every", 1),
        unit=Unit(one.get("unit", "month")),
        billing=Billing(one.get("billing", "advance")),
        lead_days=one.get("lead_days", 0),
        makes=Makes(one.get("makes", "draft")),
        rise=_rise(one, today),
    )
    office.do(plans.add, form)


def _line(line: Sequence[str], codes: Mapping[Rate, str]) -> DraftLine:
    text, count, unit, price, percent = line
    return DraftLine(
        description=text,
        quantity=quantity(Decimal(count)),
        unit=unit,
        price=unit_price(Decimal(price)),
        vat=codes[rate(Decimal(percent))],
    )


def _rise(one: Mapping[str, Any], today: date) -> Rise | None:
    if "rise" not in one:
        return None
    since = date(today.year + 1, 1, 1)
    return Rise(since, rate(Decimal(one["rise"])), notice_days=60)


def _first_of_month(today: date, months: int) -> date:
    """Return the first day of the month that is so many after this one."""
    first = today.replace(day=1)
    ahead = Schedule(1, Unit.MONTH, first)
    return ahead.begins(months)
