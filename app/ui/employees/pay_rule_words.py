"""Words and columns of the rules of pay: components and rates."""

from __future__ import annotations

from decimal import Decimal

from app.domain.payroll.component import Band, ComponentKind, RateTable
from app.domain.payroll.rate_lines import RateLine, RateState
from app.lang.pay_words import FIGURES
from app.lang.rate_words import rate_name
from app.lang.texts import mark
from app.services.pay_rules import ListedComponent
from app.ui.employees.pay_item_words import component_name
from app.ui.employees.words import day_text, span_text
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many, say

KINDS = {
    ComponentKind.EARNING: mark("Earning"),
    ComponentKind.BENEFIT: mark("Benefit in kind"),
    ComponentKind.DEDUCTION: mark("Deduction"),
    ComponentKind.REIMBURSEMENT: mark("Reimbursement"),
    ComponentKind.EMPLOYER: mark("Borne by the employer"),
}
KIND_TONES = {
    ComponentKind.EARNING: "good",
    ComponentKind.BENEFIT: "good",
    ComponentKind.DEDUCTION: "warn",
    ComponentKind.REIMBURSEMENT: "accent",
    ComponentKind.EMPLOYER: "muted",
}
RATE_STATES = {
    RateState.CHECKED: mark("Compared"),
    RateState.UNCHECKED: mark("Not compared"),
    RateState.LEFT_OPEN: mark("Yours is missing"),
    RateState.GAP: mark("No figure"),
}
RATE_TONES = {
    RateState.CHECKED: "good",
    RateState.UNCHECKED: "warn",
    RateState.LEFT_OPEN: "warn",
    RateState.GAP: "bad",
}
FUNCTIONS = {
    "if(, , )": mark("one amount or another, by a comparison"),
    "min(, )": mark("the least of them"),
    "max(, )": mark("the most of them"),
    "round_half_up(, 2)": mark("rounded half up, to places"),
}


def since_text(one: ListedComponent) -> str:
    """Return from when to when a component holds; one of the country has held always."""
    first, last = one.component.valid_from, one.component.valid_until
    if first.year == 1:
        return _("until {day}", day=day_text(last)) if last else _("always")
    return span_text(first, last)


def whose_text(one: ListedComponent) -> str:
    """Return whose component it is, and whether the office's own stands in its place."""
    if one.is_own:
        return _("Own")
    return _("Rests: own in its place") if one.is_resting else _("Of the country")


def base_name(base: str) -> str:
    """Return what a base is called."""
    return _(FIGURES.get(base, base))


def scale_text(bands: tuple[Band, ...]) -> str:
    """Return a scale in one line."""
    if len(bands) > 3:
        return many("scale of {n} band", "scale of {n} bands", len(bands))
    parts = (f"{plain(one.above)} → {formats().percent(one.percent)}" for one in bands)
    return "; ".join(parts)


def figure_text(table: RateTable | None) -> str:
    """Return the figure or the scale of a table."""
    if table is None:
        return ""
    return plain(table.value) if table.value is not None else scale_text(table.bands)


def plain(value: Decimal) -> str:
    """Return a figure as it is written, without needless noughts."""
    exponent = value.normalize().as_tuple().exponent
    return formats().decimal(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def checked_text(line: RateLine) -> str:
    """Return how a rate stands; a compared one with its day."""
    day = line.table.checked_on if line.table else None
    told = _(RATE_STATES[line.state])
    return f"{told} {day_text(day)}" if day else told


COMPONENTS: tuple[Column[ListedComponent], ...] = (
    Column(mark("Component of pay"), lambda one: component_name(one.component), is_roomy=True),
    Column(mark("Code"), lambda one: one.component.code, width=170, is_spare=True),
    Column(
        mark("Kind"),
        lambda one: _(KINDS[one.component.kind]),
        tone=lambda one: KIND_TONES[one.component.kind],
        is_pill=True,
        width=170,
    ),
    Column(mark("From – to"), since_text, width=190),
    Column(
        mark("Whose"),
        whose_text,
        tone=lambda one: "accent" if one.is_own else "muted",
        width=170,
    ),
)
RATES: tuple[Column[RateLine], ...] = (
    Column(mark("Rate of pay"), lambda one: rate_name(one.code, say()), is_roomy=True, width=220),
    Column(mark("From – to"), lambda one: span_text(one.first, one.last), width=190),
    Column(mark("Figure or scale"), lambda one: figure_text(one.table), right=True, width=230),
    Column(
        mark("Whose"),
        lambda one: _("Own") if one.table and not one.table.country else _("Of the country"),
        tone=lambda one: "accent" if one.table and not one.table.country else "muted",
        width=110,
        is_spare=True,
    ),
    Column(
        mark("Compared with its source"),
        checked_text,
        tone=lambda one: RATE_TONES[one.state],
        is_pill=True,
        width=180,
    ),
)
