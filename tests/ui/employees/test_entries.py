"""Entries of hours are narrowed and opened, rules of overtime written, and weeks locked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.domain.hours.hours import WeekState
from app.domain.hours.overtime import Limit, Step
from app.domain.hours.row import Sought
from app.services import hours, overtime_rules, time_weeks
from app.services.office import Office
from app.ui.employees.entries import EntriesPage
from app.ui.employees.hours_page import HoursPage
from app.ui.employees.lock_dialog import LockDialog
from app.ui.employees.overtime_form import Above
from app.ui.employees.overtime_page import OvertimePage
from app.ui.employees.places import EmployeePlaces
from app.ui.employees.week_page import WeekPaper, week_paper
from app.ui.kit.shell import Shell
from tests.builders import TODAY
from tests.timing import from_to, worked
from tests.windows import Settle

Show = Callable[[QWidget], QWidget]


@dataclass(frozen=True, slots=True)
class Window:
    """The places of hours, shown as the window does."""

    qtbot: QtBot
    shell: Shell
    show: Show
    settle: Settle

    def place(self, name: str) -> QWidget:
        """Show a place of employees."""
        places = self.show(EmployeePlaces(self.shell))
        assert isinstance(places, EmployeePlaces)
        places.show_section(name)
        found = places.page(name)
        assert found is not None
        self.settle()
        self.shell.book.enter((found,))
        return found

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(until, timeout=20_000)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, show: Show, settle: Settle) -> Window:
    return Window(qtbot, shell, show, settle)


@pytest.fixture
def week(office: Office, maija: Employee) -> None:
    """Write and approve the week before; Maija herself is nobody who uses this office."""
    monday = TODAY.replace(day=2)
    entry = replace(worked(monday, "08:00", "16:00"), note="Turku fair")
    office.do(hours.enter, maija.id, entry)
    written = office.do(
        hours.write_day, maija.id, monday.replace(day=3), (from_to("08:00", "15:00"),)
    ).result
    handed = office.do(time_weeks.submit, written.id, written.version).result
    office.do(time_weeks.approve, handed.id, handed.version)


def test_entries_are_narrowed_to_days_and_states(window: Window, week: None) -> None:
    page = window.place("entries")
    assert isinstance(page, EntriesPage)
    window.wait(lambda: page.model.rowCount() == 2)
    assert page.model.index(1, 2).data() == "08:00–16:00"

    page.since.setText("3.3.2026")
    page.since.editingFinished.emit()
    window.wait(lambda: page.model.rowCount() == 1)
    page.since.clear()
    page.since.editingFinished.emit()
    page.state.put(WeekState.OPEN.value)
    page.state.edited.emit()

    window.wait(lambda: page.model.rowCount() == 0)
    assert page._sought == Sought(state=WeekState.OPEN)


def test_an_entry_leads_to_its_week_on_paper(window: Window, week: None) -> None:
    page = window.place("entries")
    assert isinstance(page, EntriesPage)
    window.wait(lambda: page.seen is not None)

    with window.qtbot.waitSignal(window.shell.wanted) as opened:
        page.open_record(page.table.chosen_id())
    kind, record = opened.args
    paper = window.show(week_paper(window.shell, record))

    assert kind == "time-week"
    assert isinstance(paper, WeekPaper)
    window.wait(lambda: bool(paper.page.pdf))


def test_what_the_office_agreed_on_is_written_beside_the_law(
    window: Window, office: Office, maija: Employee
) -> None:
    page = window.place("overtime")
    assert isinstance(page, OvertimePage)
    window.wait(lambda: "A week above 40:00: 150 %" in page.law.text())
    page.begin_new()
    page.fields.name.put("Ours")
    page.fields.valid_from.setText("1.1.2026")
    page.fields.daily.above.put(Above.NOTHING)
    page.fields.weekly.above.put(Above.DUE)

    page.save()

    window.wait(lambda: page.list.count() == 1)
    (rule,) = office.ask(overtime_rules.held).own
    assert rule.rules.daily is None
    assert rule.rules.weekly == Limit(None, (Step(0, 150),))


def test_a_percentage_that_nobody_pays_is_told_at_its_field(
    window: Window, maija: Employee
) -> None:
    page = window.place("overtime")
    assert isinstance(page, OvertimePage)
    window.wait(lambda: bool(page.law.text()))
    page.begin_new()
    page.fields.name.put("Ours")
    page.fields.additional.setText("5000")

    page.save()

    window.wait(lambda: bool(page.fields.additional.toolTip()))


def test_approved_weeks_are_locked_and_stay(window: Window, office: Office, week: None) -> None:
    page = window.place("hours")
    assert isinstance(page, HoursPage)
    window.wait(lambda: page.opened is not None)
    window.shell.book.action("hours.lock").trigger()
    (dialog,) = page.findChildren(LockDialog)

    dialog.send(TODAY)

    window.wait(lambda: bool(office.ask(time_weeks.counts)["locked"]))
