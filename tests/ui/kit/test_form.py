"""Forms: Enter moves, problems stand under their fields, drafts rest, marks come and go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.shared.problems import Problem
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Cell, Form
from tests.ui.keys import press, type_in
from tests.windows import bring_up

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.heading("Contact")
    form.add("name", "Name", TextEdit(), help_text="As on invoices")
    form.add("addresses.0.town", "Town", TextEdit())
    form.add("street", "Street", TextEdit(), columns=12)
    bring_up(qtbot, form)
    form.cell("name").editor.setFocus()
    qtbot.waitUntil(form.cell("name").editor.hasFocus)
    return form


def test_enter_moves_on_and_shift_enter_back(form: Form) -> None:
    name, town = form.cell("name").editor, form.cell("addresses.0.town").editor

    press(name, Qt.Key.Key_Return)
    assert town.hasFocus()

    press(town, Qt.Key.Key_Return, SHIFT)
    assert name.hasFocus()


def test_enter_in_the_last_field_and_control_enter_anywhere_submit(
    qtbot: QtBot, form: Form
) -> None:
    last = form.cell("street").editor
    last.setFocus()

    with qtbot.waitSignal(form.submitted):
        press(last, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.submitted):
        press(form.cell("name").editor, Qt.Key.Key_Return, CONTROL)


def test_enter_in_several_lines_makes_a_line(qtbot: QtBot) -> None:
    form, note = Form(), MultiLine()
    qtbot.addWidget(form)
    form.add("note", "Note", note)
    form.show()

    type_in(note, "a")
    press(note, Qt.Key.Key_Return)
    type_in(note, "b")

    assert note.value() == "a\nb"


def test_fields_fill_a_line_of_twelve_columns_and_then_the_next(form: Form) -> None:
    name, town, street = (
        form.cell(path).mapTo(form, form.cell(path).rect().topLeft())
        for path in ("name", "addresses.0.town", "street")
    )

    assert name.y() == town.y() < street.y()
    assert name.x() == street.x() < town.x()


def test_a_problem_stands_under_its_field_with_a_sign_and_goes_when_mended(form: Form) -> None:
    cell = form.cell("addresses.0.town")
    problem = Problem("addresses.0.town", "contact.name-missing")

    form.show_problems((problem,), focus=True)
    told = cell.note.text()
    has_focus = cell.editor.hasFocus()
    form.show_problems(())

    assert told.startswith("✕ ")
    assert cell.editor.accessibleDescription() == ""
    assert has_focus
    assert not cell.note.isVisible()


def test_a_warning_never_hides_an_error_and_never_takes_the_focus(form: Form) -> None:
    warning = Problem("name", "contact.name-missing", is_warning=True)
    error = Problem("name", "contact.name-missing")
    town = Problem("addresses.0.town", "contact.name-missing", is_warning=True)

    form.show_problems((error, warning, town), focus=True)

    assert form.cell("name").note.text().startswith("✕ ")
    assert form.cell("addresses.0.town").note.text().startswith("! ")
    assert form.cell("name").editor.hasFocus()


def test_help_comes_back_when_the_problem_is_gone(form: Form) -> None:
    form.show_problems((Problem("name", "contact.name-missing"),))
    form.show_problems(())

    assert form.cell("name").note.text() == "As on invoices"


def test_typing_marks_the_form_and_resting_asks_to_keep_it(qtbot: QtBot, form: Form) -> None:
    marks: list[object] = []
    form.dirtied.connect(marks.append)

    with qtbot.waitSignal(form.resting):
        type_in(form.cell("name").editor, "Lumo")
    form.call_clean()

    assert marks == [True, False]
    assert not form.is_dirty


def test_typing_without_rest_is_kept_every_two_seconds(qtbot: QtBot, form: Form) -> None:
    kept: list[object] = []
    form.resting.connect(lambda: kept.append(None))

    def go_on() -> bool:
        type_in(form.cell("name").editor, "x")
        return bool(kept)

    qtbot.waitUntil(go_on)


def test_every_field_has_its_name_for_screen_readers(form: Form) -> None:
    assert form.cell("name").editor.accessibleName() == "Name"
    assert form.cell("name").label.buddy() is form.cell("name").editor


def test_a_form_knows_its_fields_in_the_order_of_reading(form: Form) -> None:
    assert [form.cell(path) for path in form.paths] == form.findChildren(Cell)
