"""Every kind of suggestion is written into its field, unless somebody wrote there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.form import DocumentForm
from app.domain.archive.kinds import FieldKind
from app.domain.archive.record import Record
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import DocumentId, TagId
from app.domain.shared.money import Money
from app.services import contacts, filing, kinds
from app.services.office import Office
from app.services.suggesting import Suggestion
from app.ui.archive.form import DocumentFields
from app.ui.archive.naming import Naming
from app.ui.archive.taking import take, untouched
from app.ui.kit.shell import Shell
from tests.ui.archive.conftest import type_of

Settle = Callable[[], None]


def suggestion(field: str, value: str) -> Suggestion:
    return Suggestion(field, value, value, 90, is_sure=True, because=())


@pytest.fixture
def tag(office: Office) -> TagId:
    return office.do(kinds.add_tag, "power").result.id


@pytest.fixture
def fields(
    qtbot: QtBot, shell: Shell, office: Office, filed: dict[str, Record], tag: TagId
) -> DocumentFields:
    office.do(kinds.add_field, "site", {"en": "Site"}, FieldKind.CHOICE, ("north", "south"))
    naming = Naming()
    naming.learn(office.ask(kinds.sorting))
    opened = office.ask(filing.opened, DocumentId(filed["note.txt"].id))
    fields = DocumentFields(shell, opened, naming)
    qtbot.addWidget(fields)
    fields.put(DocumentForm("T"), None)
    return fields


def test_every_field_takes_its_suggestion(
    qtbot: QtBot, fields: DocumentFields, office: Office, tag: TagId
) -> None:
    bill = type_of(office, "bill")
    sender = office.do(contacts.add, ContactForm(name="Aallon Energia Oy")).result.id
    some = {
        "title": "Power",
        "type_id": str(bill),
        "correspondent_id": str(sender),
        "day": "2026-03-03",
        "due_on": "2026-03-17",
        "amount": "5.00 THB",
        "reference": "4711",
        "binder": "A1",
        "tags": str(tag),
        "fields.site": "north",
    }

    with qtbot.waitSignal(fields.edited):
        take(fields, [suggestion(field, value) for field, value in some.items()])

    qtbot.waitUntil(lambda: fields.value().correspondent_id == sender)
    assert fields.value() == DocumentForm(
        "Power",
        type_id=bill,
        correspondent_id=sender,
        day=date(2026, 3, 3),
        reference="4711",
        amount=Money(500, "THB"),
        binder="A1",
        tags=(tag,),
        fields={"site": "north"},
        due_on=date(2026, 3, 17),
    )
    assert fields.is_dirty


def test_fields_that_were_written_into_are_left_out() -> None:
    written = DocumentForm("T", fields={"site": ""})
    now = replace(written, reference="mine", fields={"site": "south"}, tags=(TagId(1),))
    some = [suggestion(one, "x") for one in ("reference", "binder", "fields.site", "tags")]

    left = [one.field for one in untouched(some, now, written)]

    assert left == ["binder", "tags"]
