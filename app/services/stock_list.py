"""The stock list of a day: what lay there, what one cost, its value; on paper and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from app.documents.accounting import Imprint
from app.documents.pdf.render import render
from app.documents.stock_lists import EACH_PLACES, Books, Lying, describe
from app.domain.shared.ids import ProductId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.quantities import UnitPrice
from app.domain.stock.rows import OnHandRow, OnHandSort
from app.lang.formats import formats_in
from app.lang.texts import Say, say_in
from app.services import stock_levels
from app.services.exports import Exported, Row, write_rows
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.stock_levels import Agreement

_BY_CODE = View(sort=OnHandSort.CODE.value)


@dataclass(frozen=True, slots=True)
class StockList:
    """What lay there at the end of a day, by code, beside what its account says."""

    agreement: Agreement
    rows: tuple[OnHandRow, ...]


@query(Permission.STOCK_READ)
def listed(desk: Desk, day: date | None = None) -> StockList:
    """Return what lay there at the end of a day, now if none is named; none lies in the future."""
    on = min(day or desk.today, desk.today)
    lists = desk.store.stock_lists
    ids = tuple(map(ProductId, lists.spine_on(_BY_CODE, on, None)))
    return StockList(stock_levels.agreement(desk, on), lists.rows(ids, on))


@query(Permission.STOCK_READ)
def page(desk: Desk, day: date | None = None, language: str = "") -> bytes:
    """Return the stock list of a day as PDF; it says whether it agrees with its account."""
    company = desk.store.company.get()
    spoken = language or company.language
    imprint = Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)
    found = listed(desk, day)
    lines = [_line(one, spoken) for one in found.rows]
    books = Books(found.agreement.account, found.agreement.ledger_minor)
    return render(describe(lines, found.agreement.day, books, imprint))


@query(Permission.OFFICE_EXPORT)
def export(
    desk: Desk, target: Path, day: date | None = None, language: str = "", *, replace: bool = False
) -> Exported:
    """Write the stock list of a day to a file: XLSX if it ends so, else CSV.

    Raises AlreadyThere, CannotWrite, TooLong.
    """
    company = desk.store.company.get()
    spoken = language or company.language
    found = listed(desk, day)
    rows = _cells(found, spoken, say_in(spoken))
    return write_rows(company, rows, Exported(target, len(found.rows)), replace=replace)


def _cells(found: StockList, language: str, say: Say) -> Iterator[Row]:
    yield (
        say("Code"),
        say("Goods"),
        say("On hand"),
        say("Unit"),
        say("Cost of one"),
        say("Value"),
        say("Currency"),
        say("At the end of"),
    )
    for row in found.rows:
        one = _line(row, language)
        value = Money(row.value_minor, row.currency).amount
        day = found.agreement.day.isoformat()
        yield (one.code, one.name, one.quantity, one.unit, one.each, value, row.currency, day)


def _line(row: OnHandRow, language: str) -> Lying:
    return Lying(
        row.code, row.name_in(language), row.unit, row.on_hand, _each(row), row.value_minor
    )


def _each(row: OnHandRow) -> UnitPrice | None:
    """Return what one of it cost, rounded; none where nothing lies there."""
    if not row.on_hand:
        return None
    value = Money(row.value_minor, row.currency).amount / row.on_hand
    return UnitPrice(value.quantize(Decimal(1).scaleb(-EACH_PLACES), ROUND_HALF_UP))
