"""The places of employees: people, and what belongs to their work."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.services import alarms
from app.ui.kit.sections import Section, Sections, Strip
from app.ui.kit.shell import Shell


def _people(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.people import PeopleList  # noqa: PLC0415  built when it is shown first

    return PeopleList(shell, strip)


def _departments(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.departments_page import DepartmentsPage  # noqa: PLC0415  as above

    return DepartmentsPage(shell, strip)


def _organisation(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.organisation import OrganisationPage  # noqa: PLC0415  as above

    return OrganisationPage(shell, strip)


def _to_do(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.to_do import PeopleToDo  # noqa: PLC0415  built when it is shown first

    return PeopleToDo(shell, strip)


def _templates(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.templates_page import TemplatesPage  # noqa: PLC0415  as above

    return TemplatesPage(shell, strip)


def _leave(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.leave import LeaveList  # noqa: PLC0415  as above

    return LeaveList(shell, strip)


def _requests(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.leave_requests import RequestsPage  # noqa: PLC0415  as above

    return RequestsPage(shell, strip)


def _calendar(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.absence_calendar import AbsenceCalendar  # noqa: PLC0415  as above

    return AbsenceCalendar(shell, strip)


def _payroll(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.payroll import PayrollList  # noqa: PLC0415  as above

    return PayrollList(shell, strip)


def _hours(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.hours_page import HoursPage  # noqa: PLC0415  as above

    return HoursPage(shell, strip)


_FILES = ("people", "departments", "organisation", "to-do", "checklists", "leave")
"""The places about who works here; its last name leads to those about the work."""
_WORK = ("people", "leave", "requests", "calendar", "hours", "payroll")


class EmployeePlaces(Sections):
    """The ways into the personnel office."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            (
                Section("people", mark("People"), partial(_people, shell), _FILES),
                Section("departments", mark("Departments"), partial(_departments, shell), _FILES),
                Section(
                    "organisation", mark("Organisation"), partial(_organisation, shell), _FILES
                ),
                Section("to-do", mark("Due"), partial(_to_do, shell), _FILES),
                Section("checklists", mark("Checklists"), partial(_templates, shell), _FILES),
                Section("leave", mark("Leave"), partial(_leave, shell), _WORK),
                Section("requests", mark("Requests"), partial(_requests, shell), _WORK),
                Section("calendar", mark("Calendar"), partial(_calendar, shell), _WORK),
                Section("hours", mark("Hours"), partial(_hours, shell), _WORK),
                Section("payroll", mark("Payroll"), partial(_payroll, shell), _WORK),
            )
        )
        shell.client.ask(partial(shell.count, "employees"), alarms.count)
        shell.book.offer(
            self,
            {
                "employees.people": partial(self.show_section, "people"),
                "employees.departments": partial(self.show_section, "departments"),
                "employees.organisation": partial(self.show_section, "organisation"),
                "employees.to-do": partial(self.show_section, "to-do"),
                "employees.checklists": partial(self.show_section, "checklists"),
                "leave.list": partial(self.show_section, "leave"),
                "leave.requests": partial(self.show_section, "requests"),
                "leave.calendar": partial(self.show_section, "calendar"),
                "employees.payroll": partial(self.show_section, "payroll"),
                "employees.hours": partial(self.show_section, "hours"),
            },
        )
