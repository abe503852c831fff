"""Explain this total: every step from what was typed to what is to be paid, to read and copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.invoices.explain import Step
from app.lang.steps import step_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.texts import _, formats, say
from app.ui.kit.theme import theme


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


def tell_explanation(parent: QWidget, steps: Sequence[Step]) -> Dialog:
    """Show the steps; they can be selected with the keyboard and copied."""
    text = _("VAT is rounded once for each rate; the page, the list and the books say the same.")
    dialog = Dialog(parent, _("How the total came about"), text, "calculator")
    words = QPlainTextEdit(explained(steps))
    words.setReadOnly(True)
    words.setAccessibleName(_("Steps"))
    words.setMinimumHeight(theme().px(320))
    dialog.setMinimumWidth(theme().px(620))
    dialog.add_field(words)
    dialog.add_button(_("Close"), dialog.accept, primary=True)
    dialog.open()
    words.setFocus()
    return dialog
