"""The places of the stock: what is on hand, moved, comes, is counted and runs low."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.ui.kit.sections import Section, Sections, Strip
from app.ui.kit.shell import Shell
from app.ui.stock.count_dialog import begin_count
from app.ui.stock.rules_dialog import ask_rules


def _on_hand(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.on_hand import OnHandList  # noqa: PLC0415  built when it is shown first

    return OnHandList(shell, strip)


def _moves(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.move_list import MoveList  # noqa: PLC0415  built when it is shown first

    return MoveList(shell, strip)


def _receipts(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.receipt_list import ReceiptList  # noqa: PLC0415  built when it is shown first

    return ReceiptList(shell, strip)


def _lots(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.lot_list import LotList  # noqa: PLC0415  built when it is shown first

    return LotList(shell, strip)


def _counts(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.counts import CountsList  # noqa: PLC0415  built when it is shown first

    return CountsList(shell, strip)


def _reorder(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.reorder import ReorderList  # noqa: PLC0415  built when it is shown first

    return ReorderList(shell, strip)


def _places(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.places_page import PlacesPage  # noqa: PLC0415  built when it is shown first

    return PlacesPage(shell, strip)


def _reports(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.stock.reports import ReportsPage  # noqa: PLC0415  built when it is shown first

    return ReportsPage(shell, strip)


class StockPlaces(Sections):
    """The ways into the stock."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            (
                Section("on-hand", mark("On hand"), partial(_on_hand, shell)),
                Section("moves", mark("Moves"), partial(_moves, shell)),
                Section("receipts", mark("Receipts of goods"), partial(_receipts, shell)),
                Section("lots", mark("Lots"), partial(_lots, shell)),
                Section("counts", mark("Counts"), partial(_counts, shell)),
                Section("reorder", mark("Reorder"), partial(_reorder, shell)),
                Section("places", mark("Places"), partial(_places, shell)),
                Section("reports", mark("Reports"), partial(_reports, shell)),
            )
        )
        shell.book.offer(
            self,
            {
                "stock.on-hand": partial(self.show_section, "on-hand"),
                "stock.moves": partial(self.show_section, "moves"),
                "stock.receipts": partial(self.show_section, "receipts"),
                "stock.lots": partial(self.show_section, "lots"),
                "stock.counts": partial(self.show_section, "counts"),
                "stock.reorder": partial(self.show_section, "reorder"),
                "stock.places": partial(self.show_section, "places"),
                "stock.reports": partial(self.show_section, "reports"),
                "count.new": partial(begin_count, shell, self),
                "stock.place-labels": partial(shell.open, "place-labels"),
                "count.rules": partial(ask_rules, shell, self),
            },
        )
