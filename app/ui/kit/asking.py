"""Asking for a few words in a small dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.texts import _


def ask_words(
    parent: QWidget,
    question: Question,
    labels: tuple[str, ...],
    answer: Callable[[tuple[str, ...]], object],
) -> Dialog:
    """Ask for some words, a line for each label, and tell what was written; Esc tells nothing."""
    dialog = Dialog(parent, question.title, question.text, "pencil")
    fields = tuple(_field(dialog, label) for label in labels)
    dialog.accepted.connect(partial(_tell, fields, answer))
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    dialog.add_button(question.yes, dialog.accept, primary=True)
    fields[0].setFocus()
    dialog.open()
    return dialog


def _field(dialog: Dialog, label: str) -> QLineEdit:
    field = QLineEdit()
    dialog.add_labelled(label, field)
    return field


def _tell(fields: tuple[QLineEdit, ...], answer: Callable[[tuple[str, ...]], object]) -> None:
    answer(tuple(field.text() for field in fields))
