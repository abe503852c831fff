"""What was typed into the fields of a form and says nothing: it stays, and is told at its field."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.domain.shared.problems import Problem
from app.ui.kit.editor import NumberEditor
from app.ui.kit.form import Form


def unread(*forms: Form) -> Iterator[Problem]:
    """Yield a problem for every field of days and numbers whose text cannot be read."""
    for form in forms:
        for path in form.paths:
            yield from unread_at(path, form.cell(path).editor)


def unread_at(path: str, editor: QWidget) -> Iterator[Problem]:
    """Yield the problem of one field, if it is of a day or a number that cannot be read."""
    if isinstance(editor, NumberEditor) and not editor.is_readable():
        yield editor.rule.at(path, text=editor.text())
