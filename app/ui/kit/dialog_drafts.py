"""Drafts of dialogs: every dialog that is typed in keeps what is typed, without being asked to.

Where it is kept says what the dialog is and what it is about: as it says itself (``drafted_of``),
or the record of the page that it was opened over, or the one that is chosen in a list there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.shared.drafts import Place

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.ui.kit.client import OfficeClient
    from app.ui.kit.dialogs import Dialog


def dashed(name: str) -> str:
    """Return a name as others are written here: ``LeaveTypesPage`` is ``leave-types-page``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def client_of(dialog: QWidget) -> OfficeClient | None:
    """Return who speaks to the office here: the dialog knows it, or what it stands over."""
    for one in _upwards(dialog):
        shell = getattr(one, "shell", None) or getattr(one, "_shell", None)
        if shell is not None and hasattr(shell, "client"):
            client: OfficeClient = shell.client
            return client
    return None


def place_of(dialog: Dialog) -> Place:
    """Return where the drafts of a dialog are kept; the area of the program stands in front."""
    kind = type(dialog)
    form = f"{kind.__module__.split('.')[2]}.{dashed(kind.__name__)}"
    about = dialog.drafted_of if dialog.drafted_of is not None else _subject(dialog)
    return Place(form, about)


def _subject(dialog: QWidget) -> int:
    for one in _upwards(dialog.parentWidget()):
        record = getattr(one, "record", None)
        if not isinstance(record, int):
            table: Any = getattr(one, "table", None)
            record = table.chosen_id() if hasattr(table, "chosen_id") else None
        if isinstance(record, int):
            return record
    return 0


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
