"""An office that can trade, and pages over it that are shown and have the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact, Terms
from app.domain.contacts.form import ContactForm
from app.domain.products.form import ProductForm
from app.domain.products.product import Product
from app.domain.shared.quantities import UnitPrice
from app.services import contacts, products
from app.services.office import Office
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.tab import InvoicesTab
from app.ui.kit.shell import Note, Shell
from tests.ui.invoices.clerk import Clerk
from tests.windows import Settle, bring_up

Opened = Callable[[int | None], InvoicePage]


@dataclass(slots=True)
class Trade:
    """Whom and what the office of these tests knows."""

    aamu: Contact
    lamp: Product
    cable: Product


def a_product(code: str, name: str, price: str, gtin: str = "") -> ProductForm:
    names = {"fi": name, "en": name}
    return ProductForm(code, names, "kpl", "standard", UnitPrice(Decimal(price)), "EUR", gtin=gtin)


@pytest.fixture
def trade(office: Office) -> Trade:
    aamu = ContactForm(
        "Kahvila Aamu Oy",
        addresses=(Address("Kauppakatu 3", "", "33200", "Tampere", "", "FI"),),
        terms=Terms(days=14, language="fi"),
    )
    return Trade(
        office.do(contacts.add, aamu).result,
        office.do(products.add, a_product("L-1", "Lamp", "129.90", "6412345678907")).result,
        office.do(products.add, a_product("C-2", "Cable", "4.95")).result,
    )


@pytest.fixture
def notes(shell: Shell) -> list[str]:
    """What the clerk was told in passing."""
    told: list[str] = []

    def hear(note: Note) -> None:
        told.append(note.text)

    shell.noted.connect(hear)
    return told


@pytest.fixture
def clerk(settle: Settle) -> Clerk:
    return Clerk(settle)


@pytest.fixture
def frame(qtbot: QtBot, shell: Shell) -> QMainWindow:
    """A window around a page, with the actions of the office that have a key."""
    frame = QMainWindow()
    qtbot.addWidget(frame)
    for name, row in shell.book.rows.items():
        if row.shortcut or row.also:
            frame.addAction(shell.book.action(name))
    frame.resize(1280, 800)
    bring_up(qtbot, frame)
    return frame


@pytest.fixture
def opened(frame: QMainWindow, shell: Shell, trade: Trade, settle: Settle) -> Opened:
    """Open an invoice, or a new one, in the window."""

    def open_page(record: int | None) -> InvoicePage:
        page = InvoicePage(shell, record)
        shell.book.enter((page,))
        frame.setCentralWidget(page)
        settle()
        return page

    return open_page


@pytest.fixture
def page(opened: Opened) -> InvoicePage:
    """A new invoice, ready to be written."""
    return opened(None)


@pytest.fixture
def tab(frame: QMainWindow, shell: Shell, trade: Trade, settle: Settle) -> InvoicesTab:
    """The list of invoices."""
    tab = InvoicesTab(shell)
    shell.book.enter((tab,))
    frame.setCentralWidget(tab)
    settle()
    tab.table.setFocus()
    return tab
