"""The module of stock, as ``modules`` lists it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.kit.module import Module
from app.ui.kit.shell import RecordPage, Shell


def _stock(shell: Shell) -> QWidget:
    from app.ui.stock.places import StockPlaces  # noqa: PLC0415  built when it is shown first

    return StockPlaces(shell)


def _goods(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.goods_page import GoodsPage  # noqa: PLC0415  as above

    return GoodsPage(shell, record)


def _trail(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.trail_page import TrailPage  # noqa: PLC0415  built when it is shown first

    return TrailPage(shell, record)


def _receipt(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.receipt_page import ReceiptPage  # noqa: PLC0415  as above

    return ReceiptPage(shell, record)


def _lot(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.lot_page import LotPage  # noqa: PLC0415  built when it is shown first

    return LotPage(shell, record)


def _recall(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.stock_paper import recall_paper  # noqa: PLC0415  as above

    return recall_paper(shell, record)


def _count(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.count_page import CountPage  # noqa: PLC0415  built when it is shown first

    return CountPage(shell, record)


def _count_paper(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.stock_paper import count_paper  # noqa: PLC0415  as above

    return count_paper(shell, record)


def _future(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.stock_paper import future_paper  # noqa: PLC0415  as above

    return future_paper(shell, record)


def _report(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.stock_paper import report_paper  # noqa: PLC0415  as above

    return report_paper(shell, record)


def _stock_list(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.stock_paper import list_paper  # noqa: PLC0415  as above

    return list_paper(shell, record)


def _item_labels(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.labels_page import item_labels  # noqa: PLC0415  as above

    return item_labels(shell, record)


def _place_labels(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.stock.labels_page import place_labels  # noqa: PLC0415  as above

    return place_labels(shell, record)


def _load() -> None:
    from app.ui.stock import places  # noqa: F401, PLC0415  loaded beside the window


def _load_records() -> None:
    from app.ui.stock import (  # noqa: PLC0415  loaded beside the window
        count_page,  # noqa: F401  loading it is its use
        goods_page,  # noqa: F401  loading it is its use
        labels_page,  # noqa: F401  loading it is its use
        lot_page,  # noqa: F401  loading it is its use
        receipt_page,  # noqa: F401  loading it is its use
        stock_paper,  # noqa: F401  loading it is its use
        trail_page,  # noqa: F401  loading it is its use
    )


STOCK = Module(
    "stock",
    mark("Stock"),
    "packages",
    "Ctrl+8",
    Permission.STOCK_READ,
    _stock,
    records={
        "goods": _goods,
        "goods-trail": _trail,
        "goods-receipt": _receipt,
        "lot": _lot,
        "recall-list": _recall,
        "stock-count": _count,
        "count-paper": _count_paper,
        "future-stock": _future,
        "stock-report": _report,
        "stock-list": _stock_list,
        "item-labels": _item_labels,
        "place-labels": _place_labels,
    },
    load=_load,
    load_records=_load_records,
)
