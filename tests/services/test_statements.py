"""Statements: what moved adds up to what is open less what is left of payments."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from app.domain.payments.payment import ChargeKind, Closing
from app.domain.payments.statement import Moved
from app.outside.clock import FixedClock
from app.services import open_items, payments, statements
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import charge, credited, eur, paid, part
from tests.trade import AAMU, at, issued, opened_books

DAY = timedelta(days=1)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def traded(office: Office) -> Office:
    """Return the office ten days later: paid, charged, credited, written off and reversed."""
    first, second = issued(office), issued(office)
    note = credited(office, "10")
    later = at(office, TODAY + 5 * DAY)
    fee = (charge(ChargeKind.FEE, "5"),)
    early = part(first, "12.55", Closing.EARLY)
    paid(later, "200", part(first, "112.95"), early, charges=fee)
    later.do(payments.offset, second.id, note.id, eur("12.55"))
    last = at(office, TODAY + 9 * DAY)
    wrong = paid(last, "7", part(second, "7"))
    last.do(payments.reverse, wrong.id, "Wrong")
    lost = last.do(payments.write_off, second.id, "Lost", eur("20")).result
    last.do(payments.undo, lost.id)
    return last


def page_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_a_statement_closes_with_what_the_customer_owes(office: Office) -> None:
    last = traded(office)

    (found,) = last.ask(statements.statement, AAMU.id, TODAY)
    account = last.ask(open_items.account, AAMU.id)

    owed = sum(one.minor for one in account.owed) - sum(one.minor for one in account.credit)
    assert found.closing_minor == owed
    assert (found.opening_minor, found.currency) == (0, "EUR")
    assert [line.movement.what for line in found.lines][:3] == [
        Moved.INVOICE,
        Moved.INVOICE,
        Moved.CREDIT_NOTE,
    ]
    assert sum(item.open.minor for item in found.items) == sum(one.minor for one in account.owed)


@pytest.mark.parametrize("days", [1, 5, 6, 9])
def test_a_statement_goes_on_where_the_one_before_ended(office: Office, days: int) -> None:
    last = traded(office)
    cut = TODAY + days * DAY

    (before,) = last.ask(statements.statement, AAMU.id, TODAY, cut - DAY)
    (after,) = last.ask(statements.statement, AAMU.id, cut)
    (whole,) = last.ask(statements.statement, AAMU.id, TODAY)

    assert after.opening_minor == before.closing_minor
    assert after.closing_minor == whole.closing_minor
    assert len(before.lines) + len(after.lines) == len(whole.lines)


def test_a_customer_with_whom_nothing_moved_has_no_statement(office: Office) -> None:
    assert office.ask(statements.statement, AAMU.id, TODAY) == ()
    assert office.ask(statements.statement_page, AAMU.id, TODAY)[:4] == b"%PDF"


def test_a_statement_is_printed_in_the_language_of_the_customer(office: Office) -> None:
    last = traded(office)

    text = page_text(last.ask(statements.statement_page, AAMU.id, TODAY))

    assert "Asiakastiliote" in text
    assert "20260001" in text
    assert "Kassa-alennus" in text


def test_a_list_of_open_items_is_printed_by_customer_and_age(office: Office) -> None:
    last = traded(office)

    text = page_text(last.ask(statements.open_items_page, None, "en"))

    assert "Open items" in text
    assert "20260002" in text
    assert "Kahvila Aamu Oy" in text
    assert page_text(office.ask(statements.open_items_page, TODAY - DAY, "en")).count("€") == 0


def test_lists_are_written_to_a_file(office: Office, tmp_path: Path) -> None:
    last = traded(office)

    items = last.ask(statements.export_open_items, tmp_path / "open.csv", None, "en")
    moved = last.ask(statements.export_statement, AAMU.id, TODAY, tmp_path / "account.xlsx")

    assert items.rows == 1
    rows = (tmp_path / "open.csv").read_text("utf-8-sig").splitlines()
    assert rows[1].startswith("20260002;Kahvila Aamu Oy;2026-03-10;2026-03-24;0;125,50;112,95;EUR")
    assert moved.rows == 10
    assert (tmp_path / "account.xlsx").read_bytes()[:2] == b"PK"
