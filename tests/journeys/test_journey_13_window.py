"""Journey 13 through the real window, by keys alone: stacked sales tax by place of delivery."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Identifier
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.lang.words import in_words
from app.services import accounting, admin, contacts, contractors, invoices
from app.services.welcome import NewOffice
from app.ui.accounting.own_codes import OwnCodes
from app.ui.accounting.tax_codes_page import TaxCodesPage
from app.ui.accounting.tax_paper import NecPaper
from app.ui.accounting.tax_report import TaxReportPage
from app.ui.kit.lane import Lanes
from app.ui.kit.texts import speak
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Ways
from tests.documents.reading import page_texts
from tests.journeys.rooms import editor_of, go_to_invoices, office_of, page_of, shown_window
from tests.ui.invoices.clerk import ALT, CTRL, Clerk, Key

AUTHORITIES = (
    ("Texas", "tx", "", "1.1.2020", "6.25"),
    ("Houston", "tx.houston", "c", "1.1.2020", "1"),
    ("Houston Metro", "tx.metro", "sp", "1.1.2020", "1"),
)


@pytest.fixture
def american(
    qtbot: QtBot, lanes: Lanes, ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window over Sample Works, with a customer in Houston."""
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    speak("en", "US")
    window, door = shown_window(qtbot, lanes, ways)
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Works.backdesk", NewOffice("Sample Works LLC", "US", "en"))
    qtbot.waitUntil(lambda: window.shell is not None)
    office = office_of(window)
    known = replace(
        office.ask(admin.company),
        address=Address("400 Main Street", "", "77002", "Houston", "TX", "US"),
        identifiers=(Identifier("us.ein", "123456789"),),
    )
    office.do(admin.change_company, known)
    dock = Address("1 Dock Road", "", "77020", "Houston", "TX", "US")
    office.do(contacts.add, ContactForm("Harbor Goods Inc.", addresses=(dock,)))
    yield window
    speak("en", "FI")


def write_the_code(clerk: Clerk) -> None:
    """Write the taxes of Houston: a code, its place, and a row for each authority."""
    clerk.press(Key.Key_4, CTRL)
    clerk.settle()
    clerk.press(Key.Key_5, ALT)
    clerk.settle()
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()
    for text in ("tx_houston", "Houston, Texas", "", "TX", "770", ""):
        clerk.enter(text)
    for row in AUTHORITIES:
        for text in row:
            clerk.enter(text)
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()


def bill(clerk: Clerk, price: str) -> None:
    """Write an invoice over one price; its tax code is left to the place of delivery."""
    go_to_invoices(clerk)
    clerk.type("Harbor")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Desk", "1", "pcs", price, "", "")
    clerk.settle()


def test_each_authority_gets_its_part_on_screen_paper_and_in_the_books(
    american: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    write_the_code(clerk)
    assert american.workspace is not None
    page = american.workspace.page
    assert isinstance(page, TaxCodesPage)
    pane = page.sections.current
    assert isinstance(pane, OwnCodes)
    qtbot.waitUntil(lambda: pane.list.count() == 1)

    bill(clerk, "1234.56")
    shown = editor_of(american).totals
    qtbot.waitUntil(lambda: "101.85" in shown.text())
    figures = shown.text()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(american).issued is not None)

    for words in ("Texas 6.25%", "77.16", "12.35", "12.34", "$1,336.41"):
        assert words in figures
    record = page_of(american).record
    assert record is not None
    office = office_of(american)
    invoice = office.ask(invoices.get, InvoiceId(record))
    (entry,) = office.ask(accounting.entries_of, f"invoice:{record}")
    text = "\n".join(page_texts(office.ask(invoices.pdf, invoice.id)))
    assert invoice.lines[0].vat == "tx_houston"
    assert sorted(side.amount.minor for side in entry.postings) == [
        -123456,
        -7716,
        -1235,
        -1234,
        133641,
    ]
    for words in ("Houston Metro 1%", "101.85", "$1,336.41"):
        assert words in text


def test_the_report_of_the_month_is_two_keys_away(
    american: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    write_the_code(clerk)
    bill(clerk, "1234.56")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(american).issued is not None)

    clerk.press(Key.Key_4, CTRL)
    clerk.settle()
    clerk.press(Key.Key_6, ALT)
    clerk.settle()

    assert american.workspace is not None
    page = american.workspace.page
    assert isinstance(page, TaxReportPage)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 3)
    rows = [page.table.row_of(at) for at in (1, 2, 3)]
    told = [(row.name, row.row.tax.minor) for row in rows if row is not None]
    assert told == [("Texas", 7716), ("Houston", 1235), ("Houston Metro", 1234)]


def pay(clerk: Clerk, who: str, amount: str, day: str) -> None:
    """Write down what a contractor was paid."""
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()
    clerk.type(who)
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    clerk.press(Key.Key_Tab)
    for text in (day, amount, "", ""):
        clerk.enter(text)
    clerk.settle()


@pytest.mark.parametrize(
    ("day", "reported"),
    [("2/2/2026", {"Ben Builder"}), ("2/2/2025", {"Ann Painter", "Ben Builder"})],
    ids=["2026", "2025"],
)
def test_contractors_above_the_threshold_of_the_year_are_on_the_list(
    american: MainWindow, clerk: Clerk, qtbot: QtBot, day: str, reported: set[str]
) -> None:
    office = office_of(american)
    for number, name in enumerate(("Ann Painter", "Ben Builder")):
        ein = Identifier("us.ein", f"12345678{number}")
        office.do(contacts.add, ContactForm(name, identifiers=(ein,)))
    clerk.press(Key.Key_4, CTRL)
    clerk.settle()
    clerk.press(Key.Key_0, ALT)
    clerk.settle()

    pay(clerk, "Ann", "1950", day)
    pay(clerk, "Ben", "2450", day)
    clerk.press(Key.Key_K, CTRL)
    clerk.settle()
    clerk.type("Contractors of a year")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    assert american.workspace is not None

    page = american.workspace.page
    assert isinstance(page, NecPaper)
    page.year.setFocus()
    clerk.enter(day[-4:])
    clerk.settle()
    found = office.ask(contractors.nec, int(day[-4:]))
    qtbot.waitUntil(lambda: day[-4:] in "".join(page_texts(page.page.pdf)))
    assert {row.name for row in found.reported} == reported
    assert [row.amount.minor for row in found.rows] == [
        195_000 if row.name == "Ann Painter" else 245_000 for row in found.rows
    ]


def test_a_check_says_its_amount_in_words() -> None:
    assert in_words(Money(133_641, "USD"), "en") == (
        "One thousand three hundred thirty-six and 41/100"
    )
