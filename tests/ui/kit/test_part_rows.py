"""Rows of fields come and go inside a form, and Tab walks through them from the top."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from tests.ui.keys import press, type_in
from tests.windows import bring_up

FIELDS = (
    PartField("value", "Value", TextEdit, columns=8, is_main=True),
    PartField("label", "Label", TextEdit, columns=4),
)


def a_form(qtbot: QtBot, more: str = "") -> tuple[Form, PartRows]:
    form = Form()
    form.add("name", "Name", TextEdit())
    rows = PartRows(form, "points", FIELDS, more)
    form.place(rows)
    form.add("note", "Note", TextEdit())
    form.chain()
    qtbot.addWidget(form)
    bring_up(qtbot, form)
    return form, rows


def test_a_new_row_comes_when_the_last_is_begun(qtbot: QtBot) -> None:
    _form, rows = a_form(qtbot)

    type_in(rows.editor(0, "value"), "a")
    type_in(rows.editor(1, "value"), "b")
    type_in(rows.editor(1, "label"), "her")

    assert rows.count() == 3
    assert rows.values() == [{"value": "a", "label": ""}, {"value": "b", "label": "her"}]


def test_an_emptied_row_does_not_count(qtbot: QtBot) -> None:
    form, rows = a_form(qtbot)
    rows.put([{"value": "a", "label": "x"}, {"value": "b", "label": "y"}])

    rows.editor(0, "value").put("")

    assert [row["value"] for row in rows.values()] == ["b"]
    assert rows.place_of("points.0.value") == rows.place_of("points.0.value")
    assert form.cell(rows.place_of("points.0.value")).editor is rows.editor(1, "value")
    assert rows.place_of("points.7.value") == "points.7.value"


def test_enter_walks_through_the_rows_in_the_order_of_reading(qtbot: QtBot) -> None:
    form, rows = a_form(qtbot)
    form.cell("name").editor.setFocus()
    walked = []

    for _step in range(3):
        press(form.focusWidget(), Qt.Key.Key_Return)
        walked.append(form.focusWidget())
        if len(walked) == 1:
            type_in(form.focusWidget(), "a")

    assert walked == [rows.editor(0, "value"), rows.editor(0, "label"), rows.editor(1, "value")]


def test_rows_with_a_button_wait_for_it(qtbot: QtBot) -> None:
    form, rows = a_form(qtbot, more="Add")

    type_in(rows.editor(0, "value"), "a")
    alone = rows.count()
    press(rows.stops()[-1], Qt.Key.Key_Space)

    assert (alone, rows.count()) == (1, 2)
    assert form.focusWidget() is rows.editor(1, "value")


def test_put_away_rows_leave_the_form(qtbot: QtBot) -> None:
    form, rows = a_form(qtbot)
    first = rows.first_of("value")

    rows.put([{"value": "b", "label": ""}])

    with pytest.raises(KeyError):
        form.cell(first)
    assert rows.values() == [{"value": "b", "label": ""}]
