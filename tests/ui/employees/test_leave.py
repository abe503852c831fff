"""Leave in the window: what is left, what is asked for and decided, and why, by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.leave.leave import LeaveType, RequestState
from app.domain.shared.ids import EmployeeId
from app.services import leave, leave_requests
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.ui.employees.absence_calendar import AbsenceCalendar
from app.ui.employees.ask_leave import AskLeave
from app.ui.employees.leave import LeaveList
from app.ui.employees.leave_answer import AnswerDialog, TakeBackDialog
from app.ui.employees.leave_ledger import LeaveLedgerPage
from app.ui.employees.leave_requests import RequestsPage
from app.ui.employees.settle_leave import SettleDialog
from app.ui.kit.dialogs import Dialog
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.services.leaving import a_request, an_employee, the_types
from tests.ui.keys import press, type_in
from tests.windows import Settle

Show = Callable[[Any], Any]
CTRL = Qt.KeyboardModifier.ControlModifier
MONDAY, FRIDAY = date(2026, 3, 16), date(2026, 3, 20)
CLERK = Role("clerk", frozenset(Permission) - {Permission.EMPLOYEES_PRIVATE})


@dataclass(frozen=True)
class Room:
    """Where a page is shown, and what is done on it."""

    qtbot: QtBot
    shell: Shell
    show: Show
    office: Office

    def do(self, name: str) -> None:
        """Do what an action does, once it can be done."""
        wanted = self.shell.book.action(name)
        self.qtbot.waitUntil(wanted.isEnabled)
        wanted.trigger()


@pytest.fixture
def room(qtbot: QtBot, shell: Shell, show: Show, office: Office) -> Room:
    return Room(qtbot, shell, show, office)


@pytest.fixture
def anna(office: Office) -> EmployeeId:
    """Anna, who has worked here for years."""
    return an_employee(office)


@pytest.fixture
def annual(office: Office) -> LeaveType:
    """The annual leave of Finland."""
    return the_types(office)["annual"]


def strip() -> Strip:
    return Strip((("leave", "Leave"),), "leave")


def dialog(qtbot: QtBot, kind: type[Dialog]) -> Any:
    """Return the dialog that came up."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def cell(table: Any, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def test_an_office_takes_up_the_types_of_its_country(
    room: Room, anna: EmployeeId, settle: Settle
) -> None:
    page = room.show(LeaveList(room.shell, strip()))
    assert page.type_id is None

    room.do("leave.adopt")

    room.qtbot.waitUntil(lambda: page.type_id is not None)
    settle()
    room.qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)
    room.qtbot.waitUntil(lambda: cell(page.table, 0, 3) == "27.5")


def test_days_are_settled_with_a_reason(room: Room, anna: EmployeeId, annual: LeaveType) -> None:
    page = room.show(LeaveList(room.shell, strip()))
    room.qtbot.waitUntil(lambda: page.table.chosen_id() == anna)
    room.do("leave.adjust")
    asked = dialog(room.qtbot, SettleDialog)
    type_in(asked.days, "-2.5")
    press(asked.days, Qt.Key.Key_Return, CTRL)
    room.qtbot.waitUntil(asked.isVisible)

    type_in(asked.reason, "Paid instead")
    press(asked.reason, Qt.Key.Key_Return, CTRL)

    room.qtbot.waitUntil(lambda: room.office.ask(leave.proof, anna, annual.id).left == 25)
    room.qtbot.waitUntil(lambda: cell(page.table, 0, 3) == "25")


def test_a_leave_is_asked_for_and_approved_by_keys(
    room: Room, anna: EmployeeId, annual: LeaveType
) -> None:
    page = room.show(RequestsPage(room.shell, strip()))
    room.do("leave.ask")
    asked = dialog(room.qtbot, AskLeave)
    type_in(asked.first, "16.3.")
    press(asked.first, Qt.Key.Key_Tab)
    type_in(asked.last, "20.3.")
    asked.last.editingFinished.emit()
    room.qtbot.waitUntil(lambda: "27.5" in asked.told.text())
    press(asked.last, Qt.Key.Key_Return, CTRL)
    room.qtbot.waitUntil(lambda: page.table.model().rowCount() == 1)

    room.do("leave.approve")

    room.qtbot.waitUntil(lambda: page.table.model().rowCount() == 0)
    (row,) = room.office.ask(leave_requests.of_person, anna)
    assert row.request.state is RequestState.APPROVED


def test_a_leave_that_cannot_be_is_told_and_the_dialog_stays(
    room: Room, anna: EmployeeId, annual: LeaveType
) -> None:
    room.show(RequestsPage(room.shell, strip()))
    room.do("leave.ask")
    asked = dialog(room.qtbot, AskLeave)

    asked.send()
    assert asked.told.text()
    type_in(asked.first, "15.3.")
    asked.send()

    room.qtbot.waitUntil(lambda: "✕" in asked.told.text() and asked.isVisible())
    assert room.office.ask(leave_requests.of_person, anna) == ()
    asked.reject()


def ask_for(office: Office, person: EmployeeId, kind: LeaveType) -> None:
    kept = office.do(leave_requests.write, a_request(person, kind.id, MONDAY, FRIDAY)).result
    office.do(leave_requests.submit, kept.id, 1)


def test_a_refusal_says_why(room: Room, anna: EmployeeId, annual: LeaveType) -> None:
    ask_for(room.office, anna, annual)
    page = room.show(RequestsPage(room.shell, strip()))
    room.qtbot.waitUntil(lambda: page.row is not None)
    room.do("leave.reject")
    answer = dialog(room.qtbot, AnswerDialog)
    answer.send()
    room.qtbot.waitUntil(answer.wrong.isVisible)

    type_in(answer.reason, "Stocktaking")
    answer.send()

    room.qtbot.waitUntil(lambda: page.table.model().rowCount() == 0)
    (row,) = room.office.ask(leave_requests.of_person, anna)
    assert (row.request.state, row.request.answer) == (RequestState.REJECTED, "Stocktaking")


def test_the_ledger_says_why_so_many_days_are_left_and_prints_it(
    room: Room, anna: EmployeeId, annual: LeaveType
) -> None:
    page = room.show(LeaveLedgerPage(room.shell, anna))
    room.qtbot.waitUntil(lambda: page.table.model().rowCount() == 11)
    assert "27.5" in page.told.text()

    room.do("leave.proof")

    room.qtbot.waitUntil(page.paper.isVisible)
    room.do("leave.proof")
    room.qtbot.waitUntil(page.table.isVisible)


def test_an_approved_leave_is_cancelled_and_a_row_by_hand_taken_back(
    room: Room, anna: EmployeeId, annual: LeaveType
) -> None:
    ask_for(room.office, anna, annual)
    (row,) = room.office.ask(leave_requests.of_person, anna)
    room.office.do(leave_requests.approve, row.request.id, row.request.version)
    page = room.show(LeaveLedgerPage(room.shell, anna))
    room.qtbot.waitUntil(lambda: page.leaves.chosen_id() is not None)
    room.do("leave.cancel")
    answer = dialog(room.qtbot, AnswerDialog)
    type_in(answer.reason, "The fair was moved")
    answer.send()
    room.qtbot.waitUntil(lambda: room.office.ask(leave.proof, anna, annual.id, FRIDAY).left == 27.5)

    room.do("leave.take-back")

    assert not isinstance(QApplication.activeModalWidget(), TakeBackDialog)


def test_the_calendar_is_read_by_keys_and_says_of_health_that_one_is_away(
    room: Room, anna: EmployeeId, annual: LeaveType
) -> None:
    sick = the_types(room.office)["sick"]
    kept = room.office.do(leave_requests.write, a_request(anna, sick.id, MONDAY, FRIDAY)).result
    room.office.do(leave_requests.submit, kept.id, 1)
    room.office.who = Actor("Pekka", CLERK)
    page = room.show(AbsenceCalendar(room.shell, strip()))
    room.qtbot.waitUntil(lambda: page.grid.day == date(2026, 3, 10))

    press(page.grid, Qt.Key.Key_Right)
    for _day in range(5):
        press(page.grid, Qt.Key.Key_Right)

    assert page.grid.day == MONDAY
    assert "Anna Person 1" in page.told.text()
    assert "Sick" not in page.told.text()
    press(page.grid, Qt.Key.Key_PageDown)
    room.qtbot.waitUntil(lambda: page.grid.day == date(2026, 4, 1))
    room.do("leave.quarter")
    room.qtbot.waitUntil(lambda: page.grid.model().columnCount() == 91)
    press(page.grid, Qt.Key.Key_Home)
    room.qtbot.waitUntil(lambda: page.grid.day == date(2026, 3, 10))
    room.do("leave.paper")
    room.qtbot.waitUntil(page.paper.isVisible)
