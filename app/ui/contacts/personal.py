"""Personal data of a contact: the copy for the person, and the erasure."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import ContactId
from app.ui.kit.personal import ask_copy, ask_erasure
from app.ui.kit.shell import Shell


def copy_data(shell: Shell, parent: QWidget, contact: ContactId) -> None:
    """Ask for a file and write all that is kept of a contact to it."""
    from app.services import person_copies  # noqa: PLC0415  the first paint does not wait for it

    ask_copy(shell, parent, person_copies.contact, contact)


def erase_person(shell: Shell, parent: QWidget, contact: ContactId) -> None:
    """Show what erasing a person would do, and do it when the name is typed."""
    from app.services import erasing  # noqa: PLC0415  the first paint does not wait for it

    ask_erasure(shell, parent, erasing.plan, erasing.erase, contact)
