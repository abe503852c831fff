"""Journey 6 through the real window, with nothing but keys, in Finnish, to the cent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier
from app.domain.invoices.posting import source_of
from app.domain.shared.paging import View
from app.services import accounting, admin, archive, invoices
from app.services.office import Office
from app.services.welcome import NewOffice
from app.ui.invoices.editor import InvoiceEditor
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.tab import InvoicesTab
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.texts import speak
from app.ui.kit.theme import Density, Look, theme
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door
from tests.documents.reading import page_texts
from tests.ui.invoices.clerk import ALT, CTRL, Clerk, Key
from tests.ui.invoices.conftest import is_busy
from tests.ui.ways import ways_in

TYPING_TIME = 15
LUMO = Address("Hämeenkatu 12", "", "33100", "Tampere", "", "FI")


@pytest.fixture
def lanes(qapp: QApplication) -> Lanes:
    return Lanes()


@pytest.fixture
def window(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window over Lumo & Suoni, which has a bank account and no invoice yet."""
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    speak("fi", "FI")
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)
    door = Door(ways_in(tmp_path), lanes)
    window = MainWindow(door, lanes, Settings(), MODULES)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitActive(window)
    with qtbot.waitSignal(door.opened):
        door.create(tmp_path / "Lumo.backdesk", NewOffice("Lumo & Suoni Oy", "FI", "fi"))
    qtbot.waitUntil(lambda: window.shell is not None)
    company = office_of(window).ask(admin.company)
    known = replace(
        company,
        address=LUMO,
        identifiers=(Identifier("fi.business_id", "12345671"), Identifier("fi.vat", "FI12345671")),
        accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    )
    office = office_of(window)
    office.do(admin.change_company, known)
    yield window
    lanes.close()
    office.close()
    speak("en", "FI")


@pytest.fixture
def clerk(qtbot: QtBot, lanes: Lanes) -> Clerk:
    def settle() -> None:
        qtbot.wait(1)
        qtbot.waitUntil(lambda: not is_busy(lanes) and QApplication.focusWidget() is not None)

    return Clerk(settle)


def office_of(window: MainWindow) -> Office:
    assert window.shell is not None
    return window.shell.client.office


def page_of(window: MainWindow) -> InvoicePage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, InvoicePage)
    return page


def editor_of(window: MainWindow) -> InvoiceEditor:
    editor = page_of(window).editor
    assert editor is not None
    return editor


def write_the_invoice(clerk: Clerk) -> None:
    """Type journey 6: a new customer, two days, four lines, a discount on everything."""
    clerk.type("Kahvila Aamu Oy")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    for text in ("Kauppakatu 3", "33200", "Tampere", ""):
        clerk.enter(text)
    clerk.settle()
    clerk.enter("10.3.")
    clerk.enter("24.3.")
    clerk.line("Vahvistin", "3", "kpl", "129,90", "10", "25,5")
    clerk.line("Kahvi", "24", "pkt", "4,95", "", "13")
    clerk.line("Lehtitilaus", "2", "kpl", "60", "", "10")
    clerk.line("Rahti", "1", "", "12,50", "", "25")
    clerk.enter()
    clerk.enter("5")
    clerk.settle()


def go_to_invoices(clerk: Clerk) -> None:
    clerk.press(Key.Key_1, CTRL)
    clerk.settle()
    clerk.press(Key.Key_N, CTRL)
    clerk.settle()


def test_a_clerk_writes_and_issues_journey_6_by_keys_alone(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    began = time.monotonic()

    write_the_invoice(clerk)
    typed = time.monotonic() - began
    totals = editor_of(window).totals
    shown = (totals.text(), totals.gross.text())
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page_of(window).issued is not None)

    assert typed < TYPING_TIME
    assert shown[1] == "686,56\u00a0€"
    for figure in ("345,07", "87,99", "112,86", "15,24", "114,00", "11,40", "571,93", "114,63"):
        assert figure in shown[0]
    check_the_books(office_of(window))
    check_the_paper(office_of(window))
    check_the_list(window, clerk)


def check_the_books(office: Office) -> None:
    """The entry says the same: receivables against sales and VAT of three rates."""
    (row,) = office.ask(invoices.first, View(), 9)
    (entry,) = office.ask(accounting.entries_of, source_of(row.id))
    amounts = sorted(posting.amount.minor for posting in entry.postings)

    assert (row.number, row.net_minor, row.gross_minor) == ("20260001", 57193, 68656)
    assert row.reference == "202600017"
    assert amounts == sorted([68656, -34507, -11286, -11400, -8799, -1524, -1140])


def check_the_paper(office: Office) -> None:
    """The filed page says the same, and is the one that is printed again."""
    (row,) = office.ask(invoices.first, View(), 9)
    (record,) = office.ask(archive.of, source_of(row.id))
    pdf = office.ask(invoices.pdf, row.id)
    text = "\n".join(page_texts(pdf)).replace("\u00a0", " ")

    assert pdf == office.ask(archive.content, record.id)
    for words in ("350,73", "118,80", "602,03", "571,93", "114,63", "686,56", "2026 00017"):
        assert words in text


def check_the_list(window: MainWindow, clerk: Clerk) -> None:
    """Back in the list the row says the same."""
    assert window.workspace is not None
    window.workspace.go("invoices")
    clerk.press(Key.Key_Left, ALT)
    clerk.settle()
    tab = window.workspace.page
    assert isinstance(tab, InvoicesTab)
    cells = [str(tab.model.index(0, column).data()).replace("\u00a0", " ") for column in range(6)]

    assert cells == [
        "20260001",
        "Kahvila Aamu Oy",
        "10.3.2026",
        "24.3.2026",
        "571,93 €",
        "686,56 €",
    ]


def test_the_window_is_left_and_found_again_as_it_was_written(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    go_to_invoices(clerk)
    write_the_invoice(clerk)

    clerk.press(Key.Key_W, CTRL)
    clerk.settle()
    (row,) = office_of(window).ask(invoices.first, View(), 9)
    clerk.press(Key.Key_Return)
    clerk.settle()

    assert row.gross_minor == 68656
    assert page_of(window).record == row.id
    assert editor_of(window).totals.gross.text() == "686,56\u00a0€"
