"""Where a journey goes in the window, and the invoice of journey 6 as a clerk types it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.admin.preferences import Preferences
from app.services.office import Office
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.page import InvoicePage
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.theme import Density, Look, theme
from app.ui.main_window import MainWindow
from app.ui.modules import MODULES
from app.ui.welcome.door import Door, Ways
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.windows import bring_up


def shown_window(qtbot: QtBot, lanes: Lanes, ways: Ways) -> tuple[MainWindow, Door]:
    """Return a window without an office, which has the keyboard, and the door to offices.

    It reads nothing by itself: how fast a machine reads pictures is no part of a journey.
    """
    theme().wear(Look.LIGHT, Density.NORMAL, 100, still=True)
    door = Door(ways, lanes)
    window = MainWindow(door, lanes, Settings(Preferences(reads_documents=False)), MODULES)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    bring_up(qtbot, window)
    return window, door


def office_of(window: MainWindow) -> Office:
    assert window.shell is not None
    return window.shell.client.office


def page_of(window: MainWindow) -> InvoicePage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, InvoicePage)
    return page


def editor_of(window: MainWindow) -> DraftEditor:
    editor = page_of(window).editor
    assert editor is not None
    return editor


def write_the_head(clerk: Clerk) -> None:
    """Type a new customer and two days."""
    clerk.type("Kahvila Aamu Oy")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    for text in ("Kauppakatu 3", "33200", "Tampere", ""):
        clerk.enter(text)
    clerk.settle()
    clerk.enter("10.3.")
    clerk.enter("24.3.")


def write_the_invoice(clerk: Clerk) -> None:
    """Type journey 6: a new customer, two days, four lines, a discount on everything."""
    write_the_head(clerk)
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
