"""Explain this total: every step from what was typed to what is to be paid, to read and copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.domain.invoices.explain import Step
from app.lang.steps import step_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.texts import _, formats, say
from app.ui.kit.theme import theme

_MOST_LINES = 28


def explained(steps: Sequence[Step]) -> str:
    """Return the steps as a text: a line each, an empty one before every new part."""
    lines: list[str] = []
    part = ""
    for step in steps:
        begun = ".".join(step.figure.split(".")[:2]) if "." in step.figure else "sums"
        if part and begun != part:
            lines.append("")
        part = begun
        lines.append(step_text(step.code, step.facts, say(), formats()))
    return "\n".join(lines)


class Steps(QPlainTextEdit):
    """The steps to read and copy: as high as its lines, within what a window has."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setAccessibleName(_("Steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        lines = min(self.blockCount() + 2, _MOST_LINES)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing())


def tell_explanation(parent: QWidget, steps: Sequence[Step]) -> Dialog:
    """Show the steps; they can be selected with the keyboard and copied."""
    text = _("VAT is rounded once for each rate; the page, the list and the books say the same.")
    dialog = Dialog(parent, _("How the total came about"), text, "calculator")
    words = Steps(explained(steps))
    dialog.setMinimumWidth(theme().px(620))
    dialog.add_field(words)
    dialog.add_button(_("Close"), dialog.accept, primary=True)
    dialog.open()
    words.setFocus()
    return dialog
