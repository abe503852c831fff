"""Asking for a few words in a small dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _

Words = tuple[str, ...]


def ask_words(
    parent: QWidget,
    question: Question,
    labels: Words,
    answer: Callable[[Words], object],
    wrong: Callable[[Words], str] | None = None,
) -> Dialog:
    """Ask for some words, a line for each label, and tell what was written; Esc tells nothing.

    As long as ``wrong`` says what is wrong with them, the dialog says so and keeps them.
    """
    dialog = Dialog(parent, question.title, question.text, "pencil")
    fields = tuple(QLineEdit() for _label in labels)
    for label, field in zip(labels, fields, strict=True):
        dialog.add_labelled(label, field)
    note = plain_label("", "bad")
    note.hide()
    dialog.add_field(note)
    dialog.accepted.connect(partial(_tell, fields, answer))
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    agree = dialog.accept if wrong is None else partial(_check, dialog, fields, note, wrong)
    dialog.add_button(question.yes, agree, primary=True)
    fields[0].setFocus()
    dialog.open()
    return dialog


def unexplained(words: Words) -> str:
    """Return what is wrong with a reason that is empty."""
    return "" if words[0].strip() else _("Write the reason: it is kept.")


def _check(
    dialog: Dialog, fields: tuple[QLineEdit, ...], note: QLabel, wrong: Callable[[Words], str]
) -> None:
    told = wrong(tuple(field.text() for field in fields))
    note.setText(f"✕ {told}")
    note.setVisible(bool(told))
    if told:
        dialog.setAccessibleDescription(told)
        dialog.adjustSize()
        fields[0].setFocus()
    else:
        dialog.accept()


def _tell(fields: tuple[QLineEdit, ...], answer: Callable[[Words], object]) -> None:
    answer(tuple(field.text() for field in fields))
