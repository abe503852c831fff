"""Personal data of an employee: the copy for the person, and the erasure of who left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import EmployeeId
from app.ui.kit.personal import ask_copy, ask_erasure
from app.ui.kit.shell import Shell


def copy_data(shell: Shell, parent: QWidget, person: EmployeeId) -> None:
    """Ask for a file and write all that is kept of an employee to it."""
    from app.services import person_copies  # noqa: PLC0415  the first paint does not wait for it

    ask_copy(shell, parent, person_copies.employee, person)


def erase_person(shell: Shell, parent: QWidget, person: EmployeeId) -> None:
    """Show what erasing an employee would do, and do it when the name is typed."""
    from app.services import erasing_people  # noqa: PLC0415  as said above

    ask_erasure(shell, parent, erasing_people.plan, erasing_people.erase, person)
