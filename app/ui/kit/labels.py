"""Labels: plain text only, so that a name with ``<b>`` in it is shown and never obeyed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(text: str = "", role: str = "text") -> QLabel:
    """Return a label that wraps; ``role`` is title, heading, label, muted, total, bad or warn."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def show_role(label: QLabel, role: str) -> None:
    """Give a label another role."""
    label.setProperty("role", role)
    label.style().unpolish(label)
    label.style().polish(label)


def fact_label(text: str = "", role: str = "text") -> QLabel:
    """Return a label on one line whose text can be selected and copied."""
    label = plain_label(text, role)
    label.setWordWrap(False)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
