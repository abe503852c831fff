"""Self-service by keys: Maija makes her PIN, asks for leave and a new phone, writes her Monday."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import alarms, leave_requests, leave_types, own_changes, own_hours, pins
from app.ui.employees.ask_leave import AskLeave
from app.ui.employees.own.file_page import OwnFilePage
from app.ui.employees.own.hours_page import OwnHours
from app.ui.employees.own.leave_page import OwnLeave
from app.ui.employees.own.pin_dialogs import ChangePinDialog, EnterDialog
from app.ui.employees.own.window import OwnWindow
from app.ui.main_window import MainWindow
from tests.employing import PRIVATE, hire
from tests.journeys.rooms import office_of
from tests.services.own import CHOSEN, GIVEN, as_oneself
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key

FIRST, LAST = "20.4.2026", "24.4.2026"


def modal(qtbot: QtBot, clerk: Clerk, kind: type[object]) -> None:
    """Wait for a dialog that has the keyboard."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    clerk.settle()


def come_in(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> OwnWindow:
    """Come in with the PIN that was given, and make an own one."""
    clerk.press(Key.Key_F12, CTRL | SHIFT)
    modal(qtbot, clerk, EnterDialog)
    clerk.enter(GIVEN)
    modal(qtbot, clerk, ChangePinDialog)
    for text in (GIVEN, CHOSEN, CHOSEN):
        clerk.type(text)
        clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_Return)
    shown = window.self_service.shown
    assert isinstance(shown, OwnWindow)
    qtbot.waitUntil(lambda: shown.places is not None)
    qtbot.waitUntil(shown.isActiveWindow)
    clerk.settle()
    assert not window.isVisible()
    return shown


def turn(clerk: Clerk, shown: OwnWindow, key: Qt.Key, kind: type[object]) -> None:
    """Turn to a place, which has the keyboard then."""
    clerk.press(key, ALT)
    clerk.settle()
    assert shown.places is not None
    assert isinstance(shown.places.current, kind)


def ask_for_leave(clerk: Clerk, shown: OwnWindow, qtbot: QtBot) -> None:
    turn(clerk, shown, Key.Key_3, OwnLeave)
    clerk.press(Key.Key_N, CTRL)
    modal(qtbot, clerk, AskLeave)
    clerk.type(FIRST)
    clerk.press(Key.Key_Tab, times=2)
    clerk.type(LAST)
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    clerk.settle()


def ask_for_a_change(clerk: Clerk, shown: OwnWindow, qtbot: QtBot) -> None:
    turn(clerk, shown, Key.Key_1, OwnFilePage)
    assert shown.places is not None
    page = shown.places.current
    assert isinstance(page, OwnFilePage)
    clerk.press(Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.form is not None and page.form.fields.phone.hasFocus())
    clerk.press(Key.Key_A, CTRL)
    clerk.type("+358 9 123")
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.form is None)
    clerk.settle()


def test_a_person_serves_herself_and_the_office_is_back(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    office = office_of(window)
    maija = hire(office)
    office.do(leave_types.adopt)
    office.do(pins.give, maija.id, GIVEN)
    clerk.settle()

    shown = come_in(window, clerk, qtbot)
    ask_for_leave(clerk, shown, qtbot)
    ask_for_a_change(clerk, shown, qtbot)
    turn(clerk, shown, Key.Key_5, OwnHours)
    clerk.type("8-16")
    clerk.press(Key.Key_Tab)
    clerk.settle()
    clerk.press(Key.Key_Q, CTRL)
    qtbot.waitUntil(window.isVisible)
    clerk.settle()

    assert window.self_service.shown is None
    (row,) = office.ask(leave_requests.to_decide)
    assert (row.name, row.request.first_on) == ("Maija Salonen", date(2026, 4, 20))
    (waiting,) = office.do(own_changes.show, maija.id).result
    assert waiting.asked is not None
    assert (waiting.asked.before.phone, waiting.asked.parts) == (PRIVATE.phone, ("phone",))
    assert len(office.ask(alarms.due)) == 1
    today = office.clock.today()
    assert as_oneself(office, maija.id).ask(own_hours.opened, today).sheet.worked == 480
