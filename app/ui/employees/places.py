"""The places of employees: people, and what belongs to their work."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.ui.kit.sections import Section, Sections, Strip
from app.ui.kit.shell import Shell


def _people(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.people import PeopleList  # noqa: PLC0415  built when it is shown first

    return PeopleList(shell, strip)


def _departments(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.employees.departments_page import DepartmentsPage  # noqa: PLC0415  as above

    return DepartmentsPage(shell, strip)


class EmployeePlaces(Sections):
    """The ways into the personnel office."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            (
                Section("people", mark("People"), partial(_people, shell)),
                Section("departments", mark("Departments"), partial(_departments, shell)),
            )
        )
        shell.book.offer(
            self,
            {
                "employees.people": partial(self.show_section, "people"),
                "employees.departments": partial(self.show_section, "departments"),
            },
        )
