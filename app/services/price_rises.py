"""Price rises of plans: one or many at once, looked at before, from a day on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.recurring.checks import check_change
from app.domain.recurring.plan import KIND, Plan, PlanState
from app.domain.recurring.rise import Rise, steps
from app.domain.shared.ids import PlanId
from app.domain.shared.money import minor_digits
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import UnitPrice
from app.domain.shared.refusals import IllegalTransition
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.planning import Planning


@dataclass(frozen=True, slots=True)
class RaisedPrice:
    """What a rise would make of one price of a plan; ``problems`` where it cannot be raised."""

    plan_id: PlanId
    name: str
    customer_name: str
    description: str = ""
    before: UnitPrice | None = None
    after: UnitPrice | None = None
    currency: str = ""
    problems: tuple[Problem, ...] = ()


@query(Permission.INVOICES_READ)
def preview(desk: Desk, plan_ids: tuple[PlanId, ...], rise: Rise) -> tuple[RaisedPrice, ...]:
    """Return what a rise would make of every price of these plans, and which it cannot raise."""
    planning = Planning(desk)
    found: list[RaisedPrice] = []
    for plan in desk.store.plans.get_all(plan_ids).values():
        found += _raised(desk, planning, plan, rise)
    return tuple(found)


@command(Permission.INVOICES_DRAFT)
def schedule(desk: Desk, plan_ids: tuple[PlanId, ...], rise: Rise) -> tuple[Plan, ...]:
    """Raise the prices of plans from a day on, all of them or none; raises Invalid, NotFound."""
    planning, found = Planning(desk), []
    for plan_id in plan_ids:
        before = desk.store.plans.get(plan_id)
        if before.state is PlanState.ENDED:
            raise IllegalTransition(record=KIND, number=before.form.name, state=before.state.value)
        require_right(_problems(desk, before, rise))
        form = replace(before.form, rise=rise)
        after = replace(before, version=before.version + 1, form=form)
        desk.store.plans.save(before, planning.kept(after))
        found.append(after)
    return tuple(found)


def _problems(desk: Desk, plan: Plan, rise: Rise) -> tuple[Problem, ...]:
    billed_to = desk.store.plan_periods.billed_to(plan.id)
    form = replace(plan.form, rise=rise)
    found = check_change(plan, form, desk.today, billed_to)
    return tuple(one for one in found if one.field.startswith("rise"))


def _raised(desk: Desk, planning: Planning, plan: Plan, rise: Rise) -> tuple[RaisedPrice, ...]:
    currency = planning.currency_of(plan)
    customer = plan.form.content.customer_id
    name = planning.drafting.contact(customer).name if customer else ""
    blank = RaisedPrice(plan.id, plan.form.name, name, currency=currency)
    if wrong := tuple(one for one in _problems(desk, plan, rise) if not one.is_warning):
        return (replace(blank, problems=wrong),)
    return tuple(
        replace(blank, description=one.description, before=one.before, after=one.after)
        for one in steps(plan.form.content, rise, minor_digits(currency))
    )
