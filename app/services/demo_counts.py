"""The sample company counts: one count is posted, one is under way, and something runs low."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.stock.count import Count, Rest, Scope
from app.domain.stock.item import NO_REORDER, Reorder
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import admin, counts, locations, products, receiving_goods, stock_items
from app.services.counts import Reason
from app.services.office import Office

REASONS = {"fi": "Rikkoutui", "th": "แตกเสียหาย", "de": "Zerbrochen", "en": "Broken"}
THERE, BROKEN = Quantity(Decimal(120)), Quantity(Decimal(118))
RULE = Reorder(
    least=Quantity(Decimal(150)),
    most=Quantity(Decimal(240)),
    pack=Quantity(Decimal(12)),
    lead_days=7,
)
COST_SHARE = Decimal("0.6")
"""What a product cost by its price, where nothing was received of it yet."""


def tell_counts(office: Office, goods: Sequence[ProductId]) -> None:
    """Keep goods in stock, post a count of them, begin another, and let the first run low."""
    for product_id in goods:
        _keep(office, product_id)
    if not goods:
        return
    _set_rule(office, goods[0])
    _post(office, _begin(office))
    under_way = office.ask(counts.get, _begin(office).id)
    for line in under_way.lines[: len(under_way.lines) // 2]:
        if line.line.book is not None:
            office.do(counts.enter, under_way.count.id, line.line.id, line.line.book)


def _keep(office: Office, product_id: ProductId) -> None:
    """Keep a product in stock; what nobody received comes now."""
    if office.ask(stock_items.get, product_id) is not None:
        return
    office.do(stock_items.keep, product_id)
    price = office.ask(products.get, product_id).price
    cost = UnitPrice(round(price * COST_SHARE, 2))
    office.do(receiving_goods.receive_at_once, NewReceipt((Goods(product_id, THERE, cost),)))


def _set_rule(office: Office, product_id: ProductId) -> None:
    item = office.ask(stock_items.get, product_id)
    if item is not None and item.reorder == NO_REORDER:
        office.do(stock_items.save, replace(item, reorder=RULE))


def _begin(office: Office) -> Count:
    home = office.do(locations.home).result
    count = office.do(counts.plan, home.id, Scope()).result
    return office.do(counts.start, count.id).result


def _post(office: Office, begun: Count) -> None:
    """Count the first line with a small difference, and post what was found."""
    line = office.ask(counts.get, begun.id).lines[0].line
    book = line.book or THERE
    found = BROKEN if book == THERE else book
    office.do(counts.enter, begun.id, line.id, found)
    count = office.do(counts.review, begun.id, Rest.LEAVE).result
    if found != book:
        words = REASONS.get(office.ask(admin.company).language, REASONS["en"])
        told = (Reason(line.id, words),)
        count = office.do(counts.explain, count.id, count.version, told).result
    office.do(counts.post, count.id, count.version)
