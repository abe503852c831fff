"""The module of orders, as ``modules`` lists it: it joins the queue with the editor of a sale."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.kit.module import Module
from app.ui.kit.sections import Strip
from app.ui.kit.shell import RecordPage, Shell


def _orders(shell: Shell) -> QWidget:
    from app.ui.orders.places import OrderPlaces  # noqa: PLC0415  built when it is shown first

    return OrderPlaces(shell, _standing_list)


def _standing_list(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.invoices.plans import StandingList  # noqa: PLC0415  built when it is shown first

    return StandingList(shell, strip)


def _standing(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.plan_page import StandingPage  # noqa: PLC0415  as above

    return StandingPage(shell, record)


def _standing_run(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.plan_run import STANDING, PlanRunPage  # noqa: PLC0415  as above

    return PlanRunPage(shell, record, STANDING)


def _order(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.orders.page import OrderPage  # noqa: PLC0415  built when it is shown first
    from app.ui.orders.shown import ShownOrder  # noqa: PLC0415  as above

    return OrderPage(shell, record, ShownOrder())


def _amend(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.orders.amending import AmendPage  # noqa: PLC0415  as above

    return AmendPage(shell, record)


def _delivery(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.orders.deliveries.page import DeliveryPage  # noqa: PLC0415  as above

    return DeliveryPage(shell, record)


def _goods_return(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.orders.returns.page import ReturnPage  # noqa: PLC0415  as above

    return ReturnPage(shell, record)


def _order_import(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.imports.orders import OrderImportPage  # noqa: PLC0415  as above

    return OrderImportPage(shell, record)


def _load_orders() -> None:
    from app.ui.orders import places  # noqa: F401, PLC0415  loaded beside the window


def _load_order() -> None:
    from app.ui.imports import orders as order_import  # noqa: F401, PLC0415  as above
    from app.ui.invoices import (  # noqa: PLC0415  loaded beside the window
        plan_page,  # noqa: F401  loading it is its use
        plan_run,  # noqa: F401  loading it is its use
        plans,  # noqa: F401  loading it is its use
    )
    from app.ui.invoices.orders import (  # noqa: PLC0415  loaded beside the window
        amending,  # noqa: F401  loading it is its use
        page,  # noqa: F401  loading it is its use
    )
    from app.ui.orders import shown  # noqa: F401, PLC0415  as above
    from app.ui.orders.deliveries import page as delivery_page  # noqa: F401, PLC0415  as above
    from app.ui.orders.returns import page as return_page  # noqa: F401, PLC0415  as above


ORDERS = Module(
    "orders",
    mark("Orders"),
    "shopping-cart",
    "Ctrl+7",
    Permission.ORDERS_READ,
    _orders,
    records={
        "order": _order,
        "order-amend": _amend,
        "order-import": _order_import,
        "standing": _standing,
        "standing-run": _standing_run,
        "delivery": _delivery,
        "goods-return": _goods_return,
    },
    load=_load_orders,
    load_records=_load_order,
)
