"""A desk that sends goods: an office with stock, and a window to show pages in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.orders.order import Order
from app.domain.shared.ids import ProductId
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests.shipping_desk import on_shelf, ordered
from tests.windows import Settle


@dataclass(slots=True)
class Desk:
    """Shows pages and presses what they offer."""

    office: Office
    shell: Shell
    settle: Settle
    frame: QMainWindow
    qtbot: QtBot
    pump: ProductId

    def show(self, page: QWidget) -> None:
        """Show a page in the window, with its actions and the keyboard."""
        self.shell.book.enter((page,))
        self.frame.setCentralWidget(page)
        self.settle()

    def press(self, action: str) -> None:
        """Do an action, once it is possible, and wait until the office has answered."""
        wanted = self.shell.book.action(action)
        self.qtbot.waitUntil(wanted.isEnabled)
        wanted.trigger()
        self.settle()

    def answer(self, page: QWidget, *words: str) -> None:
        """Write into the dialog that is open over a page, and accept it."""
        self.qtbot.waitUntil(lambda: len(page.findChildren(Dialog)) == 1)
        (dialog,) = page.findChildren(Dialog)
        for field, word in zip(dialog.findChildren(QLineEdit), words, strict=False):
            field.setText(word)
        dialog.accept()
        self.settle()

    def order(self, count: str | int = 4) -> Order:
        """Return a confirmed order of so many pumps."""
        return ordered(self.office, self.pump, count)


def a_desk(office: Office, shell: Shell, settle: Settle, frame: QMainWindow, qtbot: QtBot) -> Desk:
    """Return a desk over an office of which ten pumps lie on the shelf."""
    return Desk(office, shell, settle, frame, qtbot, on_shelf(office, "P-17", "10"))
