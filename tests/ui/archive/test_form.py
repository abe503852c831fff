"""The fields of a card: what is put in comes out, and those of the type come and go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archive.form import DocumentForm, form_of
from app.domain.archive.kinds import FieldKind, Stage
from app.domain.archive.record import Record
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.money import Money
from app.services import contacts, filing, kinds
from app.services.kinds import TypeForm
from app.services.office import Office
from app.ui.archive.form import DocumentFields
from app.ui.archive.naming import Naming
from app.ui.kit.shell import Shell
from tests.ui.keys import press, type_in
from tests.ui.people import add

Settle = Callable[[], None]
NAMES = {"en": "Lease"}
COURSE = (
    Stage("draft", {"en": "Draft"}, ("signed",)),
    Stage("signed", {"en": "Signed"}, ("ended",), due_days=14),
    Stage("ended", {"en": "Ended"}),
)


@pytest.fixture
def fields(
    qtbot: QtBot, shell: Shell, office: Office, filed: dict[str, Record], naming: Naming
) -> DocumentFields:
    office.do(kinds.add_field, "rent", {"en": "Rent"}, FieldKind.MONEY)
    office.do(kinds.add_field, "ends", {"en": "Ends"}, FieldKind.DAY)
    office.do(kinds.add_field, "rooms", {"en": "Rooms"}, FieldKind.NUMBER)
    office.do(kinds.add_field, "kind", {"en": "Kind"}, FieldKind.CHOICE, ("home", "work"))
    office.do(kinds.add_field, "pets", {"en": "Pets"}, FieldKind.YES_NO)
    office.do(kinds.add_field, "place", {"en": "Place"}, FieldKind.TEXT)
    codes = ("rent", "ends", "rooms", "kind", "pets", "place")
    office.do(kinds.add_type, TypeForm("lease", NAMES, "contract", stages=COURSE, fields=codes))
    opened = office.ask(filing.opened, DocumentId(filed["note.txt"].id))
    naming.learn(opened.sorting)
    fields = DocumentFields(shell, opened, naming)
    fields.put(form_of(opened.seen.document), None)
    qtbot.addWidget(fields)
    fields.show()
    fields.activateWindow()
    return fields


def lease(fields: DocumentFields) -> DocumentForm:
    found = next(one.id for one in fields._naming.types.values() if one.code == "lease")
    return replace(fields.value(), type_id=found)


def test_what_is_put_in_comes_out(fields: DocumentFields, office: Office) -> None:
    (customer,) = add(office, "Vuokraaja Oy")
    (row,) = office.ask(contacts.rows, (ContactId(customer),))
    (tag,) = office.do(filing.add_tag_path, ("homes",)).result
    wanted = replace(
        lease(fields),
        title="Lease",
        correspondent_id=row.id,
        day=date(2026, 1, 2),
        reference="RF18",
        amount=Money(123_456, "EUR"),
        serial=7,
        binder="A",
        tags=(tag.id,),
        fields={
            "ends": "2027-01-01",
            "kind": "work",
            "pets": "no",
            "place": "Turku",
            "rent": "686.56 EUR",
            "rooms": "3",
        },
        stage="signed",
        due_on=date(2026, 2, 1),
        event_on=date(2027, 1, 1),
        note="Two\nlines",
    )

    fields.put(wanted, row)

    assert fields.value() == wanted
    assert not fields.is_dirty
    assert tuple(fields.unreadable()) == ()


def test_fields_and_stages_of_the_type_come_and_go(fields: DocumentFields) -> None:
    own = fields.cell("fields.rent")
    assert own.isHidden() and fields.cell("stage").isHidden()

    fields.type.put(lease(fields).type_id)
    fields.type.edited.emit()

    assert not own.isHidden() and not fields.cell("stage").isHidden()
    assert fields.stage.value() == "draft"
    assert [fields.stage.itemText(at) for at in range(fields.stage.count())] == [
        "—",
        "Draft",
        "Signed",
    ]


def test_a_stage_says_when_its_next_step_is_due(fields: DocumentFields) -> None:
    fields.put(replace(lease(fields), stage="draft"), None)

    fields.stage.put("signed")
    fields.stage.edited.emit()

    assert fields.due_on.value() == date(2026, 3, 24)


def test_what_cannot_be_read_is_named(fields: DocumentFields) -> None:
    fields.put(lease(fields), None)
    for path, text in {"day": "x.y", "amount": "1 2 3 x", "serial": "1,5"}.items():
        fields.cell(path).editor.setText(text)  # type: ignore[union-attr]  # lines to type in
    fields.own["rooms"].editor.setText("many")  # type: ignore[union-attr]  # a line to type in

    found = {one.field for one in fields.unreadable()}

    assert found == {"day", "amount", "serial", "fields.rooms"}
    assert fields.value().amount is None and fields.value().serial is None


def test_a_contact_is_made_where_it_is_missed(
    qtbot: QtBot, fields: DocumentFields, office: Office
) -> None:
    fields.correspondent.setFocus()
    type_in(fields.correspondent, "Sähkö Oy")
    qtbot.waitUntil(lambda: fields.correspondent._hits.count() == 1)

    press(fields.correspondent, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: fields.correspondent.value() is not None)
    made = fields.value().correspondent_id
    assert made is not None
    assert office.ask(contacts.get, made).name == "Sähkö Oy"


def test_tags_are_found_added_under_others_and_taken_away(
    qtbot: QtBot, fields: DocumentFields, office: Office
) -> None:
    fields.tags.setFocus()
    type_in(fields.tags, "Cars/Leases")
    qtbot.waitUntil(lambda: fields.tags._hits.count() == 1)
    press(fields.tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(fields.value().tags) == 1)
    type_in(fields.tags, "cars")
    qtbot.waitUntil(lambda: fields.tags._is_answered and fields.tags._hits.isVisible())
    press(fields.tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(fields.value().tags) == 2)

    names = [name for _id, name in fields.tags.names()]
    press(fields.tags, Qt.Key.Key_Backspace)

    assert names == ["Cars / Leases", "Cars"]
    assert [name for _id, name in fields.tags.names()] == ["Cars / Leases"]
    assert fields.tags.pills.isVisible()
    assert [tag.name for tag in office.ask(filing.find_tags, "cars")] == ["Cars", "Leases"]
