"""A clock left running asks when work ended, and says what is wrong with the answer."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.domain.hours.refused import ClockForgotten
from app.services import hours
from app.services.office import Office
from app.ui.employees.clock_dialog import ClockDialog
from app.ui.kit.shell import Shell
from tests.builders import TODAY
from tests.timing import SetClock, at


def test_the_time_at_which_work_ended_stops_the_clock(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee
) -> None:
    office.clock = clock = SetClock(at(TODAY, "08:00"))
    office.do(hours.clock_in, maija.id)
    clock.at = at(TODAY + timedelta(days=1), "07:00")
    parent = QWidget()
    qtbot.addWidget(parent)
    told = ClockForgotten(since=at(TODAY, "08:00"), hours=23)
    dialog = ClockDialog(shell, parent, maija.id, told)

    dialog.ended.setText("late")
    dialog.send()
    assert "16.30" in dialog.wrong.text()
    dialog.ended.setText("16.30")
    with qtbot.waitSignal(dialog.accepted):
        dialog.send()

    assert office.ask(hours.sheet, maija.id, TODAY).worked == 510
