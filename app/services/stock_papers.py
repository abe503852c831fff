"""The papers of counting and of reports: sheets, results and lists as PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents import stock_future
from app.documents.accounting import Imprint, period
from app.documents.pdf.render import render, render_sheets
from app.documents.stock_counts import describe_result, describe_sheet, is_result
from app.documents.stock_reports import (
    ReportLine,
    describe_abc,
    describe_ageing,
    describe_slow,
    describe_turnover,
)
from app.domain.shared.ids import CountId, LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import CountState
from app.services import counts, stock_reports
from app.services.count_papers import CountPapers
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.stock_reports import USUAL_DAYS, Goods, span_of


@query(Permission.STOCK_READ)
def count_page(desk: Desk, count_id: CountId, language: str = "") -> bytes:
    """Return the sheet of a count as PDF, or its result once its differences are looked at.

    A blind sheet says no books; what was posted is as it was filed, or says the same in another
    language. Raises NotFound.
    """
    card, papers = counts.get(desk, count_id), CountPapers(desk)
    if card.count.state is CountState.POSTED:
        own = desk.store.company.get().language
        filed = papers.filed(count_id) if language in ("", own) else None
        return filed or papers.result(count_id, papers.imprint(language))
    describe = describe_result if is_result(card.row) else describe_sheet
    return render(describe(card.row, card.lines, _imprint(desk, language)))


@query(Permission.STOCK_READ)
def abc_page(
    desk: Desk, first: date | None = None, until: date | None = None, language: str = ""
) -> bytes:
    """Return the ABC of some time as PDF, else of the last year."""
    imprint = _imprint(desk, language)
    lines = [
        replace(
            _line(one.goods, one.quantity, one.cost_minor),
            abc=one.abc,
            percent=Decimal(one.percent),
            up_to=Decimal(one.up_to),
        )
        for one in stock_reports.abc(desk, first, until, language)
    ]
    span = period(*span_of(desk.today, first, until), imprint.formats)
    return render(describe_abc(lines, span, imprint))


@query(Permission.STOCK_READ)
def ageing_page(desk: Desk, language: str = "") -> bytes:
    """Return how old the stock is, as PDF."""
    lines = [
        replace(_line(one.goods, one.quantity, one.value_minor), ages=one.ages)
        for one in stock_reports.ageing(desk, language)
    ]
    return render(describe_ageing(lines, _imprint(desk, language)))


@query(Permission.STOCK_READ)
def turnover_page(
    desk: Desk, first: date | None = None, until: date | None = None, language: str = ""
) -> bytes:
    """Return how fast the stock turns, as PDF."""
    imprint = _imprint(desk, language)
    lines = [
        replace(_line(one.goods, one.quantity, one.value_minor), turnover=one.turnover)
        for one in stock_reports.turnover(desk, first, until, language)
    ]
    span = period(*span_of(desk.today, first, until), imprint.formats)
    return render(describe_turnover(lines, span, imprint))


@query(Permission.STOCK_READ)
def slow_page(desk: Desk, days: int | None = None, language: str = "") -> bytes:
    """Return what does not go out, as PDF."""
    lines = [
        replace(_line(one.goods, one.quantity, one.value_minor), day=one.last_out, days=one.days)
        for one in stock_reports.slow_movers(desk, days, language)
    ]
    waited = days or desk.store.stock_rules.get().slow_days
    return render(describe_slow(lines, waited, _imprint(desk, language)))


@query(Permission.STOCK_READ)
def future_page(
    desk: Desk,
    product_id: ProductId,
    warehouse_id: LocationId | None = None,
    days: int = USUAL_DAYS,
    language: str = "",
) -> bytes:
    """Return what will be there of a product as a chart on paper."""
    found = stock_reports.future(desk, product_id, warehouse_id, days, language)
    goods, imprint = found.goods, _imprint(desk, language)
    name = f"{goods.code} {goods.name}"
    return render_sheets(stock_future.describe(name, goods.unit, found.days, imprint))


def _line(goods: Goods, quantity: Quantity, minor: int) -> ReportLine:
    return ReportLine(goods.code, goods.name, goods.unit, quantity, minor)


def _imprint(desk: Desk, language: str) -> Imprint:
    return CountPapers(desk).imprint(language)
