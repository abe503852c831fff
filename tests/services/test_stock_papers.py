"""The papers of the stock say what the lists say; a blind sheet says no books."""

from __future__ import annotations

import pypdfium2
import pytest

from app.domain.shared.ids import CountId, ProductId
from app.domain.shared.refusals import NotFound
from app.services import counts, stock_papers
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import BLIND, ELEVEN, TEN, Moment, at, begun, line_of, ready
from tests.databases import on_sqlite
from tests.stocking import came, qty, stocked, went
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(TEN), Actor("Aino"))
    opened_books(office)
    return office


@pytest.fixture
def lamp(office: Office) -> ProductId:
    product = stocked(office, "L-9")
    came(office, product, "120", "7.50")
    return product


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@on_sqlite
def test_a_blind_sheet_says_no_books(office: Office, lamp: ProductId) -> None:
    count = begun(office, BLIND)
    blind = words_of(office.ask(stock_papers.count_page, count.id, "en"))
    office.do(counts.cancel, count.id, "Again")
    open_one = begun(office)

    seen = words_of(office.ask(stock_papers.count_page, open_one.id, "en"))

    assert "Count sheet" in blind and "L-9" in blind
    assert "120" not in blind
    assert "120" in seen


@on_sqlite
def test_a_result_says_differences_value_and_who_approved(office: Office, lamp: ProductId) -> None:
    count = ready(office, "117")
    at(office, ELEVEN).do(counts.post, count.id, count.version)

    words = words_of(office.ask(stock_papers.count_page, count.id, "en"))

    for told in ("Result of a count", "117", "-22.50", "Broken", "Maija"):
        assert told in words


@on_sqlite
def test_reports_are_printed(office: Office, lamp: ProductId) -> None:
    went(office, lamp, "20")

    pages = (
        office.ask(stock_papers.abc_page, None, None, "en"),
        office.ask(stock_papers.ageing_page, "en"),
        office.ask(stock_papers.turnover_page, None, None, "en"),
        office.ask(stock_papers.slow_page, None, "en"),
        office.ask(stock_papers.future_page, lamp, None, 30, "en"),
    )

    titles = ("ABC by cost", "Age of the stock", "Turnover", "Slow movers", "Future stock")
    for page, title in zip(pages, titles, strict=True):
        assert title in words_of(page)
    assert "150.00" in words_of(pages[0])
    assert "Enough on every day" in words_of(pages[4])


@on_sqlite
def test_a_count_that_is_not_there_has_no_page(office: Office, lamp: ProductId) -> None:
    count = begun(office)
    at(office, TEN).do(counts.enter, count.id, line_of(office, count), qty("1"))

    with pytest.raises(NotFound):
        office.ask(stock_papers.count_page, CountId(count.id + 1))
