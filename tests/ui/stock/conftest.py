"""An office in which two products lie, and a window to show the pages of the stock in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.ids import ProductId
from app.domain.stock.count import Scope
from app.domain.stock.item import Reorder
from app.services import counts, locations
from app.services.counts import CountCard
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.stock.count_page import CountPage
from tests.stocking import came, qty, stocked
from tests.windows import Settle

ENTER = Qt.Key.Key_Return


@dataclass(slots=True)
class Hand:
    """An office in which two products lie, and a window to show pages in."""

    office: Office
    shell: Shell
    settle: Settle
    frame: QMainWindow
    qtbot: QtBot
    lamp: ProductId
    screw: ProductId

    def show(self, page: QWidget) -> None:
        """Show a page in the window, with its actions."""
        self.shell.book.enter((page,))
        self.frame.setCentralWidget(page)
        self.settle()

    def press(self, action: str) -> None:
        """Do an action, once it is possible, and wait until the office has answered."""
        wanted = self.shell.book.action(action)
        self.qtbot.waitUntil(wanted.isEnabled)
        wanted.trigger()
        self.settle()

    def type_in(self, field: QWidget, text: str) -> None:
        """Type into a field, and press Enter as a scanner does."""
        QTest.keyClicks(field, text)
        QTest.keyClick(field, ENTER)
        self.settle()

    def answer(self, page: QWidget, words: str = "") -> None:
        """Write into the dialog that is open over a page, and accept it."""
        (dialog,) = page.findChildren(Dialog)
        for field in dialog.findChildren(QLineEdit)[:1]:
            field.setText(words or field.text())
        dialog.accept()
        self.settle()

    def begun(self, scope: Scope | None = None) -> CountPage:
        """Return the page of a count that is under way."""
        home = self.office.do(locations.home).result
        count = self.office.do(counts.plan, home.id, scope or Scope()).result
        self.office.do(counts.start, count.id)
        page = CountPage(self.shell, count.id)
        self.show(page)
        self.qtbot.waitUntil(page.entry.isVisible)
        return page

    def card(self, page: CountPage) -> CountCard:
        """Return how a count stands in the office."""
        return self.office.ask(counts.get, page.count_id)

    def tell(self, page: CountPage, code: str, figure: str) -> None:
        """Scan a code and type what lies there."""
        self.type_in(page.entry.code, code)
        self.type_in(page.entry.figure, figure)


@pytest.fixture
def hand(qtbot: QtBot, office: Office, shell: Shell, settle: Settle) -> Iterator[Hand]:
    lamp = stocked(office, "L-9", reorder=Reorder(qty("150"), qty("240"), qty("12"), 7))
    screw = stocked(office, "S-44")
    came(office, lamp, "120", "7.50")
    came(office, screw, "40", "0.10")
    frame = QMainWindow()
    qtbot.addWidget(frame)
    frame.resize(1200, 800)
    frame.show()
    yield Hand(office, shell, settle, frame, qtbot, lamp, screw)
    settle()
