"""What a count came to is filed with what it books, or neither is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.document import Link
from app.domain.archive.gaps import Gap
from app.domain.shared.ids import CountId, DocumentId, ProductId
from app.domain.stock.count import KIND, CountState
from app.services import counts, documents, missing, search, stock_papers
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import ELEVEN, TEN, Moment, at, ready
from tests.services.test_stock_papers import words_of
from tests.stocking import came, stocked, worth
from tests.trade import count as rows_in
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


def posted(office: Office, counted: str) -> CountId:
    count = ready(office, counted)
    at(office, ELEVEN).do(counts.post, count.id, count.version)
    return count.id


def test_posting_files_the_result_which_is_the_voucher_of_its_entry(
    office: Office, lamp: ProductId
) -> None:
    before = office.ask(missing.gaps).counts[Gap.VOUCHER.value]

    count = posted(office, "117")

    with office.database.read() as unit:
        (record,) = unit.archive.of(f"stock-count:{count}")
        (entry,) = unit.ledger.entries_of(record.source)
        links = unit.document_links.of(DocumentId(record.id))
    card = office.ask(documents.seen, DocumentId(record.id))
    assert (record.name, record.is_sealed) == ("CNT-2026-00001.pdf", True)
    assert sorted(one.amount.minor for one in entry.postings) == [-2250, 2250]
    assert links == (Link(KIND, count),)
    assert card.document.title == "CNT-2026-00001"
    assert card.document.is_sealed and card.links == links
    assert card.type is not None and card.type.code == "stock-count"
    assert office.ask(missing.gaps).counts[Gap.VOUCHER.value] == before
    kinds = {hit.kind for hit in office.ask(search.find, "CNT-2026-00001")}
    assert kinds == {"stock-count", "document"}


def test_it_prints_as_it_was_filed_for_ever_and_says_what_was_booked(
    office: Office, lamp: ProductId
) -> None:
    count = posted(office, "0")
    filed = office.ask(stock_papers.count_page, count)
    with office.database.write() as unit:
        company = unit.company.get()
        unit.company.save(company, replace(company, name="Another name Oy"))

    again = office.ask(stock_papers.count_page, count)
    english = words_of(office.ask(stock_papers.count_page, count, "en"))

    assert again == filed
    assert "Another name Oy" not in words_of(filed)
    for told in ("Result of a count", "-900.00", "Broken", "Maija"):
        assert told in english


def test_a_fault_while_it_is_filed_books_nothing(
    office: Office, lamp: ProductId, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, tables = ready(office, "117"), ("journal_entry", "archive_file", "stock_move")
    before = [rows_in(office, one) for one in tables]

    def broken(*_: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("app.services.filed_papers.Register.keep", broken)
    with pytest.raises(RuntimeError):
        at(office, ELEVEN).do(counts.post, count.id, count.version)
    monkeypatch.undo()

    assert office.ask(counts.get, count.id).count.state is CountState.REVIEW
    assert [rows_in(office, one) for one in tables] == before
    assert worth(office, lamp)[0] == 120
    at(office, ELEVEN).do(counts.post, count.id, count.version)
    assert worth(office, lamp)[0] == 117


def test_a_count_without_a_difference_books_nothing_and_is_filed(
    office: Office, lamp: ProductId
) -> None:
    count = posted(office, "120")

    with office.database.read() as unit:
        assert len(unit.archive.of(f"stock-count:{count}")) == 1
        assert unit.ledger.entries_of(f"stock-count:{count}") == ()
