"""Items and tax cards: what is wrong with what is written down of one person."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.domain.payroll.component import PayComponent, PayItem
from app.domain.payroll.formulas.parsing import read
from app.domain.payroll.ordering import OF_ITEM
from app.domain.payroll.payroll import TaxCard
from app.domain.shared.problems import Problem, Rule

COMPONENT_UNKNOWN = Rule("payroll.component-unknown", "component")
COMPONENT_FOR_ALL = Rule("payroll.component-for-all", "component")
ITEM_ENDS_BEFORE = Rule("payroll.item-ends-before", "first", "last")
FIGURE_MISSING = Rule("payroll.figure-missing", "name")
BELOW_NOUGHT = Rule("payroll.below-nought")
ITEM_CURRENCY = Rule("payroll.item-currency", "currency")
PERCENT_WRONG = Rule("payroll.percent-wrong")
CARD_ENDS_BEFORE = Rule("payroll.card-ends-before", "first", "last")
FIGURES = ("amount", "rest", "percent")
NEEDED = frozenset({"rest"})
"""A figure without which an item of its component comes to nothing."""


def check_item(
    item: PayItem, components: Mapping[str, PayComponent], currency: str
) -> tuple[Problem, ...]:
    """Return what is wrong with an item beside the components of its first day."""
    found = [*_of_component(item, components)]
    if item.last_on is not None and item.last_on < item.first_on:
        found.append(ITEM_ENDS_BEFORE.at("last_on", first=item.first_on, last=item.last_on))
    for name in ("amount", "rest"):
        figure = getattr(item, name)
        if figure is not None and figure.minor < 0:
            found.append(BELOW_NOUGHT.at(name))
        if figure is not None and figure.currency != currency:
            found.append(ITEM_CURRENCY.at(name, currency=currency))
    if item.quantity is not None and item.quantity < 0:
        found.append(BELOW_NOUGHT.at("quantity"))
    if item.percent is not None and not 0 <= item.percent <= Decimal(1000):
        found.append(PERCENT_WRONG.at("percent"))
    return tuple(found)


def _of_component(item: PayItem, components: Mapping[str, PayComponent]) -> list[Problem]:
    component = components.get(item.component)
    if component is None:
        return [COMPONENT_UNKNOWN.at("component", component=item.component)]
    named = read(component.formula).names & OF_ITEM
    if not named:
        return [COMPONENT_FOR_ALL.at("component", component=item.component)]
    figures = [name for name in FIGURES if name in named]
    missing = [name for name in figures if getattr(item, name) is None]
    lacks_all = bool(figures) and len(missing) == len(figures) and item.quantity is None
    wanted = figures if lacks_all else [name for name in missing if name in NEEDED]
    return [FIGURE_MISSING.at(name, name=name) for name in wanted]


def check_card(card: TaxCard) -> tuple[Problem, ...]:
    """Return what is wrong with a tax card."""
    found = []
    if card.valid_until is not None and card.valid_until < card.valid_from:
        first, last = card.valid_from, card.valid_until
        found.append(CARD_ENDS_BEFORE.at("valid_until", first=first, last=last))
    for name in ("percent", "percent_above"):
        value = getattr(card, name)
        if value is not None and not 0 <= value <= Decimal(100):
            found.append(PERCENT_WRONG.at(name))
    for name in ("limit", "allowances"):
        amount = getattr(card, name)
        if amount is not None and amount.minor < 0:
            found.append(BELOW_NOUGHT.at(name))
    return tuple(found)
