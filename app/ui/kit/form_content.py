"""What stands in a form, read and put back field by field, each with its label and as it reads.

before = content_of(form)                  # {"name": Held(…), "steps": ({"text": Held(…)}, …)}
put_content(form, before)
told_of(form)["steps.0.text"].text         # every field by its path; rows are counted
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.editor import CheckEdit, ComboEditor, MultiLine
from app.ui.kit.form import Form
from app.ui.kit.texts import _

HIDDEN = "••••"


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What one field holds; two are the same if they hold the same record, number or words."""

    is_whole: ClassVar[bool] = True
    label: str
    text: str
    value: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def is_empty(self) -> bool:
        """Say whether the field shows nothing."""
        return not self.text

    @property
    def _key(self) -> object:
        if self.value is None:
            return self.text
        return getattr(self.value, "id", self.value)


Row = Mapping[str, Held]
Content = Mapping[str, Held | tuple[Row, ...]]


def content_of(form: Form) -> dict[str, Held | tuple[Row, ...]]:
    """Return what stands in the fields of a form, and in its rows that are filled."""
    held: dict[str, Held | tuple[Row, ...]] = {
        path: _held(form, path) for path in form.paths if "#" not in path
    }
    for name, rows in form.row_sets.items():
        held[name] = tuple(
            {field: _held(form, path) for field, path in row.items()} for row in rows.filled
        )
    return held


def put_content(form: Form, content: Content) -> None:
    """Write what a form held into its fields; nothing of it counts as typed."""
    for name, held in content.items():
        if not isinstance(held, Held):
            if name in form.row_sets:
                rows = [{field: one.value for field, one in row.items()} for row in held]
                form.row_sets[name].put(rows)
        elif name in form.paths:
            put_held(form.cell(name).editor, held)


def put_held(editor: Any, held: Held) -> None:
    """Write what was held into a field; what could not be read stands there as it was typed."""
    if held.value is None and held.text and isinstance(editor, QLineEdit):
        editor.setText(held.text)
    else:
        editor.put(held.value)


def told_of(form: Form) -> dict[str, Held]:
    """Return every field by its path, ``steps.0.text`` of the first row that is filled."""
    return dict(_told(form))


def _told(form: Form) -> Iterator[tuple[str, Held]]:
    for name, held in content_of(form).items():
        if isinstance(held, Held):
            yield name, held
            continue
        for number, row in enumerate(held):
            for field, one in row.items():
                yield f"{name}.{number}.{field}", one


def _held(form: Form, path: str) -> Held:
    cell = form.cell(path)
    editor: Any = cell.editor
    label = editor.text() if isinstance(editor, CheckEdit) else cell.label.text()
    return Held(
        (label or editor.accessibleName()).replace("&", ""), text_of(editor), editor.value()
    )


def text_of(editor: QWidget) -> str:
    """Return what a field shows; a password is not shown."""
    if isinstance(editor, CheckEdit):
        return _("Yes") if editor.isChecked() else _("No")
    if isinstance(editor, ComboEditor):
        return editor.currentText()
    if isinstance(editor, MultiLine):
        return editor.value()
    if isinstance(editor, QLineEdit):
        is_open = editor.echoMode() is QLineEdit.EchoMode.Normal
        return editor.text().strip() if is_open else HIDDEN if editor.text() else ""
    return ""
