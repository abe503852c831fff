"""Revaluing: what lies there of a product is worth another cost from today, seen before booked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.accounting.chart import AccountUse
from app.domain.shared.ids import ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, UnitPrice, unit_price
from app.domain.shared.refusals import Invalid, refused_at
from app.domain.stock import costs
from app.domain.stock.item import Costing, StockItem
from app.domain.stock.keeping import COST_NEGATIVE
from app.domain.stock.moving import REASON_MISSING, NotStocked
from app.services import stock_items
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_items import StockCosts


@dataclass(frozen=True, slots=True)
class Revaluation:
    """What lies there of a product and is worth, before and after, and how it would be booked.

    ``stock`` and ``other`` are the accounts, with their numbers; empty where the chart has none.
    """

    product_id: ProductId
    unit: str
    currency: str
    costing: Costing
    quantity: Quantity
    each: UnitPrice
    before_minor: int
    after_minor: int
    stock: str = ""
    other: str = ""

    @property
    def by_minor(self) -> int:
        """By how much the value changes."""
        return self.after_minor - self.before_minor


@query(Permission.STOCK_READ)
def preview(
    desk: Desk, product_id: ProductId, cost: UnitPrice | None = None, language: str = ""
) -> Revaluation:
    """Return what a new cost of one would make of the value; none leaves it as it is.

    The accounts are named in a language, else in that of the office.

    Raises NotStocked, Invalid, NotFound.
    """
    item, product = _stocked(desk, product_id), desk.store.products.get(product_id)
    if cost is not None:
        require_right(_check(cost))
    company = desk.store.company.get()
    worth = desk.store.stock_worths.worths((product_id,))[product_id]
    quantity = costs.as_quantity(worth.quantity)
    after = worth.value if cost is None else costs.priced(cost, quantity, company.currency)
    return Revaluation(
        product_id,
        product.unit,
        company.currency,
        item.costing,
        quantity,
        StockCosts(desk).of_one(item),
        worth.value,
        after,
        _account(desk, AccountUse.STOCK, language or company.language),
        _account(desk, AccountUse.STOCK_DIFFERENCES, language or company.language),
    )


@command(Permission.STOCK_APPROVE)
def revalue(desk: Desk, product_id: ProductId, cost: UnitPrice, reason: str) -> Revaluation:
    """Set what one of a product costs from today, book the difference, and return what changed.

    Raises NotStocked, NotFound, and Invalid without a reason, below zero, or without goods.
    """
    if not reason.strip():
        raise Invalid((REASON_MISSING.at("reason"),))
    found = preview(desk, product_id, cost)
    item = _stocked(desk, product_id)
    if item.costing is Costing.STANDARD:
        stock_items.save(desk, replace(item, standard_cost=cost))
    else:
        stock_items.revalue(desk, product_id, found.after_minor, reason.strip())
    return found


def _check(cost: UnitPrice) -> tuple[Problem, ...]:
    wrong = refused_at("cost", lambda: unit_price(cost))
    return tuple(wrong) or ((COST_NEGATIVE.at("cost"),) if cost < 0 else ())


def _stocked(desk: Desk, product_id: ProductId) -> StockItem:
    item = desk.store.stock_items.find(product_id)
    if item is None or item.is_kit:
        code = desk.store.products.get(product_id).code
        raise NotStocked(product=code, why="kit" if item else "")
    return item


def _account(desk: Desk, use: AccountUse, language: str) -> str:
    """Return the account of a use as it is said; nothing is made for it."""
    for one in desk.store.ledger.accounts():
        if one.use is use and not one.is_closed:
            return f"{one.number} {one.name_in(language)}"
    return ""
