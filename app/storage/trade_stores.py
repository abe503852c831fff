"""The stores of what is bought and sold, as every open transaction has them."""

from __future__ import annotations

from app.storage.bills import BillStores
from app.storage.count_stores import CountStores
from app.storage.delivery_stores import DeliveryStores
from app.storage.order_stores import OrderStores
from app.storage.stock_stores import StockStores


class TradeStores(StockStores, CountStores, OrderStores, DeliveryStores, BillStores):
    """What reads and writes stock, orders, deliveries and bills over one open transaction."""
