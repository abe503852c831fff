"""The sample company keeps a product by lots: some expire sooner, one waits to be checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import quantity, unit_price
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.lot import LotStatus
from app.domain.stock.receiving import Goods, NewReceipt
from app.services import lots, receiving_goods, stock_items
from app.services.office import Office

Story = Mapping[str, Any]


def tell_lots(office: Office, product_id: ProductId, one: Story) -> None:
    """Keep a product by lots, and receive those of its story; what is held says why."""
    office.do(stock_items.save, StockItem(product_id, 1, tracking=Tracking.LOT))
    today = office.clock.today()
    for part in one["lots"]:
        goods = Goods(
            product_id,
            quantity(Decimal(part["quantity"])),
            unit_price(Decimal(part["cost"])),
            lot=part["code"],
            expires_on=today + timedelta(part["keeps"]),
        )
        office.do(receiving_goods.receive_at_once, NewReceipt((goods,)))
        if "held" in part:
            found = office.ask(lots.coded, part["code"])
            office.do(lots.set_status, found[0].id, LotStatus.QUARANTINED, part["held"])
