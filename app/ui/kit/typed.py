"""What was typed into any widget: read from its fields as plain JSON, and written back.

body = typed_of(dialog)                    # {"name": "Aino", "lines": [{"text": "…"}], "#0": true}
put_typed(dialog, body)                    # as if it were typed; unknown fields are passed over
told_of(dialog, body)                      # the texts that do not stand there now

Fields of a form go by their path, rows by their place, others by their order. Passwords are never
read, and neither is what cannot be written in.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from app.domain.shared.codec import Json, NotFitting, parsed, plain
from app.ui.kit.form import Cell, Form
from app.ui.kit.part_rows import PartRows
from app.ui.kit.picker import Picker

EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QCheckBox, QRadioButton)
_ROW, _KIND, _TEXT = "~row", "~kind", "~text"
Body = dict[str, Json]


def editors_of(root: QWidget) -> list[QWidget]:
    """Return every field that is typed in, in the order in which they were made."""
    found = [one for one in root.findChildren(QWidget) if isinstance(one, EDITORS)]
    return [one for one in found if _is_typed_in(one)]


def typed_of(root: QWidget) -> Body:
    """Return what stands in the fields."""
    body: Body = {}
    for prefix, form in _forms(root):
        for name, rows in _rows_of(form):
            body[prefix + name] = _written(rows)
    for key, editor in _single(root):
        body[key] = _read(editor)
    return body


def put_typed(root: QWidget, body: Mapping[str, Json]) -> None:
    """Write into the fields what stood in them before, as if somebody typed it."""
    for prefix, form in _forms(root):
        for name, rows in _rows_of(form):
            held = body.get(prefix + name)
            if isinstance(held, list):
                _put_rows(rows, held)
    for key, editor in _single(root):
        if key in body:
            _put(editor, body[key])


def told_of(root: QWidget, body: Mapping[str, Json]) -> tuple[str, ...]:
    """Return the texts of a body that do not stand in the fields now, for a look at them."""
    now = typed_of(root)
    return tuple(text for key, held in body.items() if now.get(key) != held for text in _told(held))


def _told(held: Json) -> Iterator[str]:
    if isinstance(held, str):
        if words := " ".join(held.split()):
            yield words
    elif isinstance(held, list):
        for one in held:
            yield from _told(one)
    elif isinstance(held, dict):
        yield from _told(held[_TEXT]) if _TEXT in held else _told(list(held.values()))


def _is_typed_in(editor: QWidget) -> bool:
    if isinstance(editor, QLineEdit):
        is_part = isinstance(editor.parent(), QComboBox | QAbstractSpinBox)
        is_open = editor.echoMode() is QLineEdit.EchoMode.Normal
        return is_open and not editor.isReadOnly() and not is_part
    return not (isinstance(editor, QPlainTextEdit | QTextEdit) and editor.isReadOnly())


def _forms(root: QWidget) -> Iterator[tuple[str, Form]]:
    found = ([root] if isinstance(root, Form) else []) + root.findChildren(Form)
    for place, form in enumerate(found):
        yield f"{place}." if place else "", form


def _rows_of(form: Form) -> Iterator[tuple[str, PartRows]]:
    for name, rows in form.row_sets.items():
        if isinstance(rows, PartRows):
            yield f"{name}[]", rows


def _single(root: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Yield each field that stands in no row, with its name."""
    paths: dict[QWidget, str] = {}
    in_rows: set[QWidget] = set()
    for prefix, form in _forms(root):
        for path in form.paths:
            named: QWidget = form.cell(path).editor
            paths[named] = prefix + path
            if "#" in path:
                in_rows.add(named)
    others = 0
    for editor in editors_of(root):
        is_gone = editor not in paths and isinstance(editor.parent(), Cell)
        if is_gone or editor in in_rows:
            continue
        if editor in paths:
            yield paths[editor], editor
        else:
            yield f"#{others}", editor
            others += 1


def _written(rows: PartRows) -> Json:
    found: list[Json] = [{name: _read(editor) for name, editor in row.items()} for row in rows.rows]
    while found and not any(_told(found[-1])):
        found.pop()
    return found


def _put_rows(rows: PartRows, held: list[Json]) -> None:
    rows.put([{} for _one in held])
    for row, editors in zip(held, rows.rows, strict=False):
        for name, editor in editors.items():
            if isinstance(row, dict) and name in row:
                _put(editor, row[name])


def _read(editor: Any) -> Json:
    if isinstance(editor, Picker) and (row := editor.value()) is not None:
        kind = type(row)
        return {_TEXT: editor.text(), _ROW: plain(row), _KIND: f"{kind.__module__}:{kind.__name__}"}
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return bool(editor.isChecked())


def _put(editor: Any, held: Json) -> None:
    """Write one field; a choice that is no longer offered, or a record of before, is left out."""
    if _read(editor) == held:
        return
    if isinstance(editor, QComboBox):
        editor.setCurrentText(str(held))
    elif isinstance(editor, QCheckBox | QRadioButton):
        editor.setChecked(held is True)
    elif isinstance(editor, Picker) and isinstance(held, dict):
        editor.put(_row(held))
    elif isinstance(editor, QLineEdit) and isinstance(held, str):
        editor.setText(held)
    elif isinstance(editor, QPlainTextEdit | QTextEdit) and isinstance(held, str):
        editor.setPlainText(held)
    if hasattr(editor, "edited"):
        editor.edited.emit()


def _row(held: Mapping[str, Json]) -> Any:
    """Return the record that was picked; only a value of the house comes back, and none else."""
    module, _colon, name = str(held.get(_KIND)).partition(":")
    kind = getattr(sys.modules.get(module), name, None)
    if not module.startswith("app.") or not dataclasses.is_dataclass(kind):
        return None
    try:
        return parsed(kind, held.get(_ROW))
    except NotFitting:
        return None
