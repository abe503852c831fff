"""What stands in the way of confirming an order: every problem at once, each at its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.invoices.buyers import BuyerNeeds
from app.domain.invoices.checks import LONG, IssueRules, check_figures
from app.domain.invoices.checks import check as check_invoice
from app.domain.invoices.invoice import Line
from app.domain.orders.making import Shelf, is_exact
from app.domain.orders.order import Order
from app.domain.shared.problems import Problem, Rule
from app.domain.stock.units import units_of

NO_CUSTOMER = Rule("orders.no-customer")
NO_LINES = Rule("orders.no-lines")
NO_QUANTITY = Rule("orders.no-quantity", "quantity")
WITHDRAWN = Rule("orders.product-withdrawn", "product")
UNKNOWN_UNIT = Rule("orders.unknown-unit", "unit", "units")
REFERENCE_USED = Rule("orders.reference-used", "reference", "number", is_warning=True)
WANTED_PASSED = Rule("orders.wanted-passed", "wanted_on", "today", is_warning=True)
PROMISE_PASSED = Rule("orders.promise-passed", "promised_on", "today", is_warning=True)
PROMISE_FAR_OFF = Rule("orders.promise-far-off", "promised_on", "today", is_warning=True)
PROMISED_LATE = Rule("orders.promised-late", "promised_on", "wanted_on", is_warning=True)
BELOW_DONE = Rule("orders.below-done", "quantity", "done")
LINE_DONE = Rule("orders.line-done", "product", "done")
NOT_EXACT = Rule("orders.not-exact", "quantity", "unit", "other")
OTHER_PRODUCT = Rule("orders.other-product", "product")
_OWN_WORDS = {"invoices.no-customer": NO_CUSTOMER, "invoices.no-lines": NO_LINES}
_OF_INVOICES_ONLY = frozenset({"due_on", "issued_on", "delivered_on"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What an order is held against: the products it names, and who used its reference before.

    ``reference_of`` is the number of another order of the customer that has the same reference of
    theirs, empty where none has.
    """

    shelf: Shelf = field(default_factory=Shelf)
    reference_of: str = ""


def check(order: Order, rules: IssueRules, ground: Ground, today: date) -> tuple[Problem, ...]:
    """Return every reason not to confirm an order, warnings among them; none means go."""
    plain = replace(rules, buyer=BuyerNeeds(), sending=None)
    undated = replace(order.wanted, issued_on=None, due_on=None, delivered_on=None)
    lines = tuple(replace(line, delivered_on=None) for line in undated.lines)
    bare = replace(undated, lines=lines)
    found = check_figures(bare) or check_invoice(bare, plain, today)
    own = (_in_own_words(one) for one in found if one.field not in _OF_INVOICES_ONLY)
    return (*own, *_lines(order, ground), *_reference(order, ground), *_days(order, today))


def check_amended(before: Order, after: Order) -> Iterator[Problem]:
    """Yield what of a confirmed order cannot be taken back: it went out or was invoiced."""
    places = {line.id: line.place for line in after.lines}
    later = {line.id: line for line in after.lines}
    for line in before.lines:
        done = max(line.delivered + line.cancelled, line.invoiced + line.returned)
        if not done:
            continue
        now = later.get(line.id)
        if now is None:
            product = before.wanted.lines[line.place].description
            yield LINE_DONE.at("lines", product=product, done=f"{done:f}")
        elif now.product_id != line.product_id:
            product = before.wanted.lines[line.place].description
            yield OTHER_PRODUCT.at(f"lines.{places[line.id]}.description", product=product)
        elif now.ordered < done:
            at = f"lines.{places[line.id]}.quantity"
            yield BELOW_DONE.at(at, quantity=f"{now.ordered:f}", done=f"{done:f}")


def _in_own_words(problem: Problem) -> Problem:
    rule = _OWN_WORDS.get(problem.code)
    return rule.at(problem.field) if rule is not None else problem


def _lines(order: Order, ground: Ground) -> Iterator[Problem]:
    for place, line in enumerate(order.wanted.lines):
        if line.is_heading:
            continue
        if line.quantity.is_finite() and line.quantity <= 0:
            yield NO_QUANTITY.at(f"lines.{place}.quantity", quantity=f"{line.quantity:f}")
        yield from _product(place, line, ground)


def _product(place: int, line: Line, ground: Ground) -> Iterator[Problem]:
    product = ground.shelf.products.get(line.product_id) if line.product_id else None
    if product is None:
        return
    if product.is_archived:
        yield WITHDRAWN.at(f"lines.{place}.description", product=line.description)
    item = ground.shelf.items.get(product.id)
    if item is not None and line.unit not in (known := units_of(item, product)):
        units = ", ".join(known)
        yield UNKNOWN_UNIT.at(f"lines.{place}.unit", unit=line.unit, units=units)
    elif not is_exact(line, ground.shelf):
        facts = {"quantity": f"{line.quantity:f}", "unit": line.unit, "other": product.unit}
        yield NOT_EXACT.at(f"lines.{place}.quantity", **facts)


def _reference(order: Order, ground: Ground) -> Iterator[Problem]:
    if ground.reference_of:
        reference = order.wanted.order_reference
        yield REFERENCE_USED.at("order_reference", reference=reference, number=ground.reference_of)


def _days(order: Order, today: date) -> Iterator[Problem]:
    wanted, promised = order.wanted_on, order.promised_on
    if wanted is not None and wanted < today:
        yield WANTED_PASSED.at("wanted_on", wanted_on=wanted, today=today)
    if promised is not None:
        yield from _promise("promised_on", promised, today)
        if wanted is not None and promised > wanted:
            yield PROMISED_LATE.at("promised_on", promised_on=promised, wanted_on=wanted)
    for line in order.lines:
        if line.promised_on is not None:
            yield from _promise(f"lines.{line.place}.delivered_on", line.promised_on, today)


def _promise(at: str, day: date, today: date) -> Iterator[Problem]:
    if day < today:
        yield PROMISE_PASSED.at(at, promised_on=day, today=today)
    elif day - today > LONG:
        yield PROMISE_FAR_OFF.at(at, promised_on=day, today=today)
