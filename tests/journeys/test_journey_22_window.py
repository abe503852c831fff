"""Journey 22, its leave: ten carried days, twenty new, twelve taken; eighteen left, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.leave.leave import CarryOver
from app.domain.shared.ids import EmployeeId, LeaveTypeId, new_id
from app.services import leave, leave_requests, leave_types
from app.services.office import Office
from app.ui.employees.ask_leave import AskLeave
from app.ui.employees.leave import LeaveList
from app.ui.employees.leave_ledger import LeaveLedgerPage
from app.ui.employees.leave_requests import RequestsPage
from app.ui.employees.settle_leave import SettleDialog
from app.ui.main_window import MainWindow
from tests.journeys.rooms import office_of
from tests.leaving import a_type
from tests.services.leaving import an_employee
from tests.ui.invoices.clerk import ALT, CTRL, Clerk, Key

APRIL = date(2026, 4, 1)


def a_person_with_twenty_days(office: Office) -> tuple[EmployeeId, LeaveTypeId]:
    """Give a person twenty days a year, of which ten go on until 31 March."""
    kind = replace(
        a_type(carry=CarryOver(Decimal(10), 3), since=date(2026, 1, 1)), id=LeaveTypeId(new_id())
    )
    return an_employee(office), office.do(leave_types.write, kind).result.id


def carry_ten(clerk: Clerk, qtbot: QtBot) -> None:
    """Bring in the ten days, which expire on 31 March."""
    clerk.type("s")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SettleDialog))
    clerk.settle()
    clerk.type("10")
    clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_A, CTRL)
    clerk.type("31.12.2025")
    clerk.press(Key.Key_Tab, times=2)
    clerk.type("31.3.2026")
    clerk.press(Key.Key_Tab)
    clerk.press(Key.Key_Space)
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    clerk.settle()


def take_twelve(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    """Ask for 2 to 17 March, and approve it."""
    clerk.type("a")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), AskLeave))
    clerk.settle()
    clerk.type("2.3.2026")
    clerk.press(Key.Key_Tab, times=2)
    clerk.type("17.3.2026")
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    clerk.settle()
    clerk.press(Key.Key_6, ALT)
    qtbot.waitUntil(lambda: bool(window.findChildren(RequestsPage)))
    (page,) = window.findChildren(RequestsPage)
    qtbot.waitUntil(lambda: page.row is not None)
    clerk.settle()
    clerk.type("p")
    qtbot.waitUntil(lambda: page.row is None)
    clerk.settle()


def test_twelve_days_are_taken_and_eighteen_are_left(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    office = office_of(window)
    person, kind = a_person_with_twenty_days(office)
    clerk.press(Key.Key_H, CTRL)
    clerk.settle()
    clerk.press(Key.Key_5, ALT)
    qtbot.waitUntil(lambda: bool(window.findChildren(LeaveList)))
    (page,) = window.findChildren(LeaveList)
    qtbot.waitUntil(lambda: page.table.chosen_id() == person)
    clerk.settle()

    carry_ten(clerk, qtbot)
    take_twelve(window, clerk, qtbot)

    assert office.ask(leave_requests.of_person, person)[0].request.days == 12
    clerk.press(Key.Key_5, ALT)
    clerk.settle()
    clerk.type("y")
    qtbot.waitUntil(page.day.hasFocus)
    clerk.enter("1.4.2026")
    clerk.settle()
    qtbot.waitUntil(lambda: page.table.model().index(0, 3).data() == "18")
    assert office.ask(leave.proof, person, kind, APRIL).left == 18
    page.table.setFocus()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(LeaveLedgerPage)))
