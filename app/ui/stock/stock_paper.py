"""A paper of the stock in a tab: a count, a report, or the future of a product."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from app.services import recalls, stock_list, stock_papers
from app.ui.kit.paper_page import PaperPage
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, formats
from app.ui.stock.report_words import NAMES, asked_by

REPORTS: tuple[Callable[..., bytes], ...] = (
    stock_papers.abc_page,
    stock_papers.ageing_page,
    stock_papers.turnover_page,
    stock_papers.slow_page,
)
_OF_DAYS = (0, 2)
"""The reports among them that are of what went out in some days."""
_LAST = date.max.toordinal()
_TABLES = frozenset({"stock_move", "stock_value", "stock_count", "stock_count_line", "receipt"})


class StockPaper(PaperPage):
    """Shows a paper of the stock as it prints; it follows what moves."""

    tables = _TABLES

    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        """Return what answers with the paper, and of what it is."""
        match self.kind:
            case "count-paper":
                return stock_papers.count_page, {"count_id": self.record}
            case "stock-list":
                return stock_list.page, {"day": day_of(self.record)}
            case "recall-list":
                return recalls.page, {"lot_id": self.record}
            case "future-stock":
                return stock_papers.future_page, {"product_id": self.record}
            case _:
                place, first, until = asked_by(self.record or 0)
                of_days = {"first": first, "until": until} if place in _OF_DAYS else {}
                return REPORTS[place], of_days


def count_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return the sheet or the result of a count."""
    return StockPaper(shell, "count-paper", record or 0, _("Count"))


def future_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return what will be there of a product."""
    return StockPaper(shell, "future-stock", record or 0, _("Future stock"))


def list_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return the stock list of a day; the record is the day's number, counted from the first."""
    day = day_of(record)
    told = formats().day(day) if day else ""
    return StockPaper(shell, "stock-list", record or 0, f"{_('Stock list')} {told}".strip())


def day_of(record: int | None) -> date | None:
    """Return the day that a number stands for; none is today."""
    return date.fromordinal(record) if record and 0 < record <= _LAST else None


def recall_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return who got goods of a lot."""
    return StockPaper(shell, "recall-list", record or 0, _("Recall list"))


def report_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return a report."""
    place = asked_by(record or 0)[0]
    return StockPaper(shell, "stock-report", record or 0, _(NAMES[place][1]))
