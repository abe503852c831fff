"""What stands in any fields is read as plain data and written back as it was typed."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.row import ContactRow
from app.services import contacts
from app.services.office import Office
from app.ui.kit.client import OfficeClient
from app.ui.kit.editor import CheckEdit, MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.picker import Picker
from app.ui.kit.typed import put_typed, told_of, typed_of
from tests.ui.conftest import TODAY
from tests.ui.keys import type_in
from tests.ui.people import add


class Fields(Form):
    """A field of each kind, and rows."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.words, self.many = TextEdit(), MultiLine(), NumberEdit(2)
        self.on, self.is_done = DateEdit(lambda: TODAY), CheckEdit("Done")
        self.way: ChoiceEdit[object] = ChoiceEdit([(None, "None"), (TODAY, "Today")])
        for path in ("name", "words", "many", "on", "is_done", "way"):
            self.add(path, path.title(), getattr(self, path))
        self.lines = PartRows(
            self,
            "lines",
            (
                PartField("text", "Text", TextEdit, is_main=True),
                PartField("size", "Size", partial(NumberEdit, 2)),
            ),
        )
        self.place(self.lines)


def filled(qtbot: QtBot) -> Fields:
    fields = Fields()
    qtbot.addWidget(fields)
    type_in(fields.name, "Lumo ")
    fields.words.put("a\nb")
    type_in(fields.many, "12x")
    type_in(fields.on, "31.2")
    fields.is_done.put(value=True)
    fields.way.put(TODAY)
    type_in(fields.lines.editor(0, "text"), "first")
    type_in(fields.lines.editor(1, "size"), "4")
    return fields


def test_every_kind_of_field_comes_back_as_it_was_typed_also_what_cannot_be_read(
    qtbot: QtBot,
) -> None:
    body = json.loads(json.dumps(typed_of(filled(qtbot))))
    fresh = Fields()
    qtbot.addWidget(fresh)
    told: list[bool] = []
    fresh.edited.connect(lambda: told.append(True))

    put_typed(fresh, body)

    assert typed_of(fresh) == body
    assert fresh.name.text() == "Lumo "
    assert fresh.many.text() == "12x"
    assert fresh.way.value() == TODAY
    assert fresh.lines.editor(1, "size").text() == "4"
    assert told


def test_what_stands_there_already_is_not_told(qtbot: QtBot) -> None:
    body = typed_of(filled(qtbot))
    fresh = Fields()
    qtbot.addWidget(fresh)
    type_in(fresh.name, "Lumo ")

    told = told_of(fresh, body)

    assert "first" in told and "12x" in told and "Lumo" not in told
    put_typed(fresh, body)
    assert told_of(fresh, body) == ()


def test_a_password_is_never_read(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    lines = QVBoxLayout(whole)
    open_, secret = QLineEdit("seen"), QLineEdit("hunter2")
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    lines.addWidget(secret)
    lines.addWidget(open_)

    assert typed_of(whole) == {"#0": "seen"}


def test_a_record_that_was_picked_comes_back_picked(
    qtbot: QtBot, office: Office, client: OfficeClient
) -> None:
    add(office, "Aamu Oy")
    (row,) = office.ask(contacts.find, "Aamu")
    first, second = (
        Picker[ContactRow](client, contacts.find, lambda one: one.name) for _ in range(2)
    )
    for one in (first, second):
        qtbot.addWidget(one)
    whole, again = QWidget(), QWidget()
    for holder, one in ((whole, first), (again, second)):
        qtbot.addWidget(holder)
        one.setParent(holder)
    first.put(row)

    put_typed(again, json.loads(json.dumps(typed_of(whole))))

    assert second.value() == row
    put_typed(again, {"#0": {"~text": "x", "~row": {}, "~kind": "os:path"}})
    assert second.value() is None


def test_fields_that_are_no_longer_there_are_passed_over(qtbot: QtBot) -> None:
    fields = Fields()
    qtbot.addWidget(fields)

    put_typed(fields, {"gone": "x", "way": "No longer offered", "name": 7, "lines[]": "?"})

    assert fields.way.value() is None
    assert fields.name.text() == ""
