"""What stands in a form is read and put back field by field, rows too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.form_content import HIDDEN, Held, content_of, put_content, text_of, told_of
from app.ui.kit.part_rows import PartField, PartRows

DAY = date(2026, 3, 10)


def a_form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.add("name", "&Name", TextEdit())
    form.add("kind", "Kind", ChoiceEdit([(1, "One"), (2, "Two")]))
    form.add("days", "Days", NumberEdit())
    form.add("closed", "", CheckEdit("Closed"))
    form.heading("Steps")
    fields = (PartField("text", "Text", TextEdit, is_main=True), PartField("who", "Who", TextEdit))
    form.place(PartRows(form, "steps", fields))
    return form


def write(form: Form, name: str, *steps: str) -> None:
    form.cell("name").editor.put(name)  # type: ignore[union-attr]  # every editor puts
    form.row_sets["steps"].put([{"text": step, "who": ""} for step in steps])


def test_every_field_is_told_with_its_label_and_as_it_reads(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    write(form, "Lumo", "first", "second")

    told = {path: (held.label, held.text) for path, held in told_of(form).items()}

    assert told["name"] == ("Name", "Lumo")
    assert told["kind"] == ("Kind", "One")
    assert told["closed"] == ("Closed", "No")
    assert told["steps.1.text"] == ("Text", "second")
    assert "steps.2.text" not in told


def test_what_was_read_is_put_back_even_what_is_no_number(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    write(form, "Lumo", "first")
    days = form.cell("days").editor
    assert isinstance(days, QLineEdit)
    days.setText("12,x")
    before = content_of(form)

    write(form, "Suoni")
    days.setText("1")
    put_content(form, before)

    assert content_of(form) == before
    assert days.text() == "12,x"


def test_two_that_hold_the_same_are_the_same_however_they_are_written() -> None:
    assert Held("Days", "7", Decimal(7)) == Held("Days", "7,0", Decimal("7.0"))
    assert Held("Days", "x", None) != Held("Days", "y", None)


def test_a_password_is_not_shown(qtbot: QtBot) -> None:
    field = TextEdit()
    qtbot.addWidget(field)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.put("secret")

    assert text_of(field) == HIDDEN
