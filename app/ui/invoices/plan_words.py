"""Words and the list of recurring invoices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.domain.recurring.plan import Billing, Makes, PlanRow, PlanState, Supply
from app.domain.recurring.schedule import Unit
from app.lang.texts import mark
from app.services import plans, standing
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

STATES = {
    PlanState.RUNNING: mark("Running"),
    PlanState.PAUSED: mark("At rest"),
    PlanState.ENDED: mark("Ended"),
}
TONES = {PlanState.RUNNING: "good", PlanState.PAUSED: "warn", PlanState.ENDED: "muted"}
UNITS = {
    Unit.DAY: mark("days"),
    Unit.WEEK: mark("weeks"),
    Unit.MONTH: mark("months"),
    Unit.YEAR: mark("years"),
}
BILLINGS = {
    Billing.ADVANCE: mark("In advance"),
    Billing.ARREARS: mark("Afterwards"),
}
SUPPLIES = {
    Supply.LAST_DAY: mark("Of the last day"),
    Supply.FIRST_DAY: mark("Of the first day"),
    Supply.BY_DAYS: mark("Of each day"),
}
MAKES = {
    Makes.DRAFT: mark("Drafts"),
    Makes.ISSUE: mark("Issued invoices"),
    Makes.ORDER: mark("Drafts of orders"),
    Makes.CONFIRMED: mark("Confirmed orders"),
}
NEXT = mark("Next invoice")
NEXT_ORDER = mark("Next order")


def interval_text(every: int, unit: Unit) -> str:
    """Return how often an invoice comes back."""
    match unit:
        case Unit.DAY:
            return many("Each day", "Every {n} days", every)
        case Unit.WEEK:
            return many("Each week", "Every {n} weeks", every)
        case Unit.MONTH:
            return many("Each month", "Every {n} months", every)
        case Unit.YEAR:
            return many("Each year", "Every {n} years", every)


def span_text(first: date, last: date) -> str:
    """Return a period from its first to its last day."""
    return f"{formats().day(first)}–{formats().day(last)}"


def _due(row: PlanRow) -> str:
    return formats().day(row.due_on) if row.due_on else ""


PLANS: Listing[PlanRow] = Listing(
    name="plans",
    title=mark("Recurring"),
    columns=(
        Column(mark("Name"), lambda row: row.name, sort="name", is_roomy=True),
        Column(mark("Customer"), lambda row: row.customer_name, sort="customer", width=140),
        Column(
            mark("How often"),
            lambda row: interval_text(row.every, row.unit),
            width=104,
            is_hidden=True,
        ),
        Column(NEXT, _due, sort="due_on", width=96),
        Column(
            mark("Amount"),
            lambda row: formats().money(row.gross_minor, row.currency),
            sort="gross",
            right=True,
            width=92,
        ),
        Column(
            mark("Status"),
            lambda row: _(STATES[row.state]),
            tone=lambda row: TONES[row.state],
            is_pill=True,
            width=92,
        ),
        Column(mark("Makes"), lambda row: _(MAKES[row.makes]), width=120, is_hidden=True),
    ),
    source=Source(plans.spine, plans.rows, plans.first),
    tables=frozenset({"recurring_plan"}),
    counted=lambda n: many("{n} plan", "{n} plans", n),
    empty=Empty(
        "calendar-repeat",
        mark("Nothing comes back by itself yet"),
        mark("A plan writes the same invoice again each period: rents, contracts, fees."),
        ("plan.new",),
    ),
    filters=(
        Filter(PlanState.RUNNING.value, mark("Running")),
        Filter(PlanState.PAUSED.value, mark("At rest")),
        Filter(PlanState.ENDED.value, mark("Ended")),
    ),
    buttons=("plan.new", "plan.run"),
    verbs=(
        "plan.open",
        "invoice.customer",
        "",
        "plan.raise",
        "plan.skip",
        "plan.pause",
        "plan.resume",
        "plan.end",
    ),
    sort="due_on",
)


STANDING: Listing[PlanRow] = replace(
    PLANS,
    name="standing",
    title=mark("Standing orders"),
    columns=tuple(
        replace(one, title=NEXT_ORDER) if one.title == NEXT else one for one in PLANS.columns
    ),
    source=Source(standing.spine, plans.rows, standing.first),
    counted=lambda n: many("{n} standing order", "{n} standing orders", n),
    empty=Empty(
        "calendar-repeat",
        mark("No standing orders yet"),
        mark("A standing order comes back each period by itself: weekly bread, monthly supplies."),
        ("standing.new",),
    ),
    buttons=("standing.new", "standing.run"),
)


def plans_listing(today: Callable[[], date], listing: Listing[PlanRow] = PLANS) -> Listing[PlanRow]:
    """Return a list of plans; what is due depends on the day."""

    def tone(row: PlanRow) -> str:
        return "warn" if row.due_on is not None and row.due_on <= today() else ""

    columns = (
        replace(one, tone=tone) if one.title in {NEXT, NEXT_ORDER} else one
        for one in listing.columns
    )
    return replace(listing, columns=tuple(columns))
