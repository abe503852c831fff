"""Journey 17: a count while goods move, by keys alone: −3 stays −3, and 112 is left."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.stock.count import CountState
from app.services import counts
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.kit.dialogs import Dialog
from app.ui.main_window import MainWindow
from app.ui.stock.count_dialog import CountDialog
from app.ui.stock.count_page import CountPage
from app.ui.stock.counts import CountsList
from tests.counting import ELEVEN, HALF_PAST_NINE, NINE, TEN, Moment
from tests.journeys.rooms import office_of
from tests.stocking import came, qty, require_agreement, stocked, went, worth
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key


def at(office: Office, moment: Moment, who: str) -> None:
    """Let it be later, and another sit down."""
    office.clock = moment
    office.who = Actor(who)


def plan(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> CountPage:
    """Plan a count of everything, and begin it."""
    clerk.press(Key.Key_8, CTRL)
    clerk.settle()
    clerk.press(Key.Key_4, ALT)
    qtbot.waitUntil(lambda: bool(window.findChildren(CountsList)))
    clerk.settle()
    clerk.press(Key.Key_I, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CountDialog))
    clerk.settle()
    clerk.press(Key.Key_Return)
    assert window.workspace is not None
    workspace = window.workspace
    qtbot.waitUntil(lambda: isinstance(workspace.page, CountPage))
    page = workspace.page
    assert isinstance(page, CountPage)
    qtbot.waitUntil(lambda: page.count_state is CountState.PLANNED)
    clerk.settle()
    clerk.press(Key.Key_B, CTRL | SHIFT)
    qtbot.waitUntil(page.entry.code.hasFocus)
    clerk.settle()
    return page


def count(page: CountPage, clerk: Clerk, qtbot: QtBot) -> None:
    """Scan the lamp and type what lies there."""
    clerk.enter("L-9")
    qtbot.waitUntil(page.entry.figure.hasFocus)
    clerk.enter("117")
    qtbot.waitUntil(page.entry.code.hasFocus)
    clerk.settle()


def explain(page: CountPage, clerk: Clerk, qtbot: QtBot) -> None:
    """Look at the differences, and say why there is one."""
    office = office_of(page_window(page))
    clerk.press(Key.Key_D, CTRL | SHIFT)
    qtbot.waitUntil(page.reason.hasFocus)
    clerk.enter("Rikki")
    qtbot.waitUntil(lambda: bool(office.ask(counts.get, page.count_id).lines[0].line.reason))
    clerk.settle()


def page_window(page: CountPage) -> MainWindow:
    found = page.window()
    assert isinstance(found, MainWindow)
    return found


def try_to_post_alone(clerk: Clerk, qtbot: QtBot) -> None:
    """Ask to post what nobody approved, and read why it cannot be."""
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    clerk.settle()
    clerk.press(Key.Key_Escape)
    clerk.settle()


def test_what_was_miscounted_is_booked_whatever_moved_meanwhile(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    office = office_of(window)
    at(office, Moment(NINE), "Aino")
    lamp = stocked(office, "L-9")
    came(office, lamp, "120", "7.50")
    page = plan(window, clerk, qtbot)

    at(office, Moment(HALF_PAST_NINE), "Aino")
    count(page, clerk, qtbot)
    at(office, Moment(TEN), "Aino")
    went(office, lamp, "5")
    at(office, Moment(ELEVEN), "Aino")
    explain(page, clerk, qtbot)
    try_to_post_alone(clerk, qtbot)
    assert worth(office, lamp)[0] == qty("115")
    at(office, Moment(ELEVEN), "Maija")
    clerk.press(Key.Key_A, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.card is not None and page.card.count.approved_by == "Maija")
    clerk.settle()
    at(office, Moment(ELEVEN), "Aino")
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.count_state is CountState.POSTED)
    clerk.settle()

    (row,) = office.ask(counts.get, page.count_id).lines
    assert (row.line.book, row.line.difference) == (qty("120"), qty("-3"))
    assert worth(office, lamp) == (qty("112"), 112 * 750)
    require_agreement(office)
