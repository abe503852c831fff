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


def _recruiting(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.recruiting import RecruitingPage  # noqa: PLC0415  as above

    return RecruitingPage(shell, strip)


def _templates(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.templates_page import TemplatesPage  # noqa: PLC0415  as above

    return TemplatesPage(shell, strip)


def _leave(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.leave import LeaveList  # noqa: PLC0415  as above

    return LeaveList(shell, strip)


def _leave_types(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.leave_types_page import LeaveTypesPage  # noqa: PLC0415  as above

    return LeaveTypesPage(shell, strip)


def _leave_blocks(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.leave_blocks_page import LeaveBlocksPage  # noqa: PLC0415  as above

    return LeaveBlocksPage(shell, strip)


def _requests(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.leave_requests import RequestsPage  # noqa: PLC0415  as above

    return RequestsPage(shell, strip)


def _calendar(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.absence_calendar import AbsenceCalendar  # noqa: PLC0415  as above

    return AbsenceCalendar(shell, strip)


def _payroll(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.payroll import PayrollList  # noqa: PLC0415  as above

    return PayrollList(shell, strip)


def _components(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.pay_components_page import ComponentsPage  # noqa: PLC0415  as above

    return ComponentsPage(shell, strip)


def _rates(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.pay_rates_page import RatesOfPayPage  # noqa: PLC0415  as above

    return RatesOfPayPage(shell, strip)


def _pay_trial(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.pay_trial_page import PayTrialPage  # noqa: PLC0415  as above

    return PayTrialPage(shell, strip)


def _hours(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.hours_page import HoursPage  # noqa: PLC0415  as above

    return HoursPage(shell, strip)


def _entries(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.entries import EntriesPage  # noqa: PLC0415  as above

    return EntriesPage(shell, strip)


def _overtime(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.overtime_page import OvertimePage  # noqa: PLC0415  as above

    return OvertimePage(shell, strip)


def _expenses(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.expenses import ExpensesList  # noqa: PLC0415  as above

    return ExpensesList(shell, strip)


def _limits(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.limits_page import LimitsPage  # noqa: PLC0415  as above

    return LimitsPage(shell, strip)


def _calendars(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.calendars_page import CalendarsPage  # noqa: PLC0415  as above

    return CalendarsPage(shell, strip)


_FILES = ("people", "departments", "organisation", "to-do", "checklists", "calendars", "leave")
"""The places about who works here; its last name leads to those about the work."""
_HIRING = ("people", "organisation", "recruiting", "checklists")
"""The places about who is to work here."""
_RULES = ("leave", "leave-types", "leave-blocks")
"""The places about the rules of leave; its first name leads back to leave itself."""
_WORK = ("people", "leave", "requests", "calendar", "hours", "expenses", "payroll")
"""The places about the work; hours, expenses and payroll lead to what belongs to them."""
_TIME = ("people", "leave", "hours", "entries", "overtime", "expenses", "limits", "payroll")
_PAY = ("people", "hours", "payroll", "pay-components", "pay-rates", "pay-trial")
"""The places about the pay."""


WAYS = {
    "employees.people": "people",
    "employees.departments": "departments",
    "employees.organisation": "organisation",
    "employees.to-do": "to-do",
    "employees.checklists": "checklists",
    "employees.calendars": "calendars",
    "employees.recruiting": "recruiting",
    "leave.list": "leave",
    "leave.requests": "requests",
    "leave.calendar": "calendar",
    "leave.types": "leave-types",
    "leave.blocks": "leave-blocks",
    "employees.hours": "hours",
    "employees.entries": "entries",
    "employees.overtime": "overtime",
    "employees.expenses": "expenses",
    "employees.limits": "limits",
    "employees.payroll": "payroll",
    "employees.pay-components": "pay-components",
    "employees.pay-rates": "pay-rates",
    "employees.pay-trial": "pay-trial",
}
"""Which action leads to which place."""


def _places(shell: Shell) -> tuple[Section, ...]:
    """Return the places of the personnel office."""
    return (
        Section("people", mark("People"), partial(_people, shell), _FILES),
        Section("departments", mark("Departments"), partial(_departments, shell), _FILES),
        Section("organisation", mark("Organisation"), partial(_organisation, shell), _FILES),
        Section("to-do", mark("Due"), partial(_to_do, shell), _FILES),
        Section("checklists", mark("Checklists"), partial(_templates, shell), _FILES),
        Section("calendars", mark("Work times"), partial(_calendars, shell), _FILES),
        Section("recruiting", mark("Recruiting"), partial(_recruiting, shell), _HIRING),
        Section("leave", mark("Leave"), partial(_leave, shell), _WORK),
        Section("requests", mark("Requests"), partial(_requests, shell), _WORK),
        Section("calendar", mark("Calendar"), partial(_calendar, shell), _WORK),
        Section("leave-types", mark("Types"), partial(_leave_types, shell), _RULES),
        Section("leave-blocks", mark("Block lists"), partial(_leave_blocks, shell), _RULES),
        Section("hours", mark("Hours"), partial(_hours, shell), _TIME),
        Section("entries", mark("Hour entries"), partial(_entries, shell), _TIME),
        Section("overtime", mark("Overtime"), partial(_overtime, shell), _TIME),
        Section("expenses", mark("Expenses"), partial(_expenses, shell), _TIME),
        Section("limits", mark("Limits"), partial(_limits, shell), _TIME),
        Section("payroll", mark("Payroll"), partial(_payroll, shell), _PAY),
        Section("pay-components", mark("Pay components"), partial(_components, shell), _PAY),
        Section("pay-rates", mark("Pay rates"), partial(_rates, shell), _PAY),
        Section("pay-trial", mark("Simulation"), partial(_pay_trial, shell), _PAY),
    )


class EmployeePlaces(Sections):
    """The ways into the personnel office."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(_places(shell))
        shell.client.ask(partial(shell.count, "employees"), alarms.count)
        ways = {action: partial(self.show_section, place) for action, place in WAYS.items()}
        shell.book.offer(self, ways)
