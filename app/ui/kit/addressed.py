"""To whom the words of a page go, and in what language.

Addressing(page, lambda: Addressed(customer_id, "th"))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import ContactId

_OWN = Qt.FindChildOption.FindDirectChildrenOnly


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom words are written, and in what language; the office's own where neither is said."""

    contact_id: ContactId | None = None
    language: str = ""


class Addressing(QObject):
    """Says of a page to whom its words go just now."""

    def __init__(self, page: QWidget, whom: Callable[[], Addressed]) -> None:
        super().__init__(page)
        self.whom = whom


def addressed_around(editor: QWidget) -> Addressed:
    """Return to whom the nearest page around an editor writes."""
    widget: QWidget | None = editor
    while widget is not None:
        found = widget.findChild(Addressing, options=_OWN)
        if isinstance(found, Addressing):
            return found.whom()
        widget = widget.parentWidget()
    return Addressed()
