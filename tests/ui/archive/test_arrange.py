"""Types, tags and fields as an office writes them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archive.kinds import DocumentType, FieldKind
from app.domain.archive.readers import Readers
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import documents, filing, kinds
from app.services.office import Office
from app.ui.archive.arrange import (
    ArrangePage,
    FieldFields,
    FieldsPane,
    TagFields,
    TagsPane,
    TypeFields,
    TypesPane,
    class_text,
    code_from,
)
from app.ui.archive.merging import Merging
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.archive.conftest import describe
from tests.ui.keys import press, type_in

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, space: Workspace, shell: Shell, filed: dict[str, Record]) -> ArrangePage:
    space.go("archive")
    shell.book.action("archive.arrange").trigger()
    page = space.page
    assert isinstance(page, ArrangePage)
    return page


def types_of(qtbot: QtBot, page: ArrangePage) -> TypesPane:
    pane = page.sections.page("types")
    assert isinstance(pane, TypesPane)
    qtbot.waitUntil(lambda: pane.form is not None)
    qtbot.waitUntil(lambda: not pane.shell.client.lanes.questions.is_busy)
    return pane


def tags_of(qtbot: QtBot, page: ArrangePage) -> TagsPane:
    page.sections.show_section("tags")
    pane = page.sections.current
    assert isinstance(pane, TagsPane)
    qtbot.waitUntil(lambda: pane.form is not None)
    return pane


def a_type(office: Office, code: str) -> DocumentType:
    return next(one for one in office.ask(kinds.sorting).types if one.code == code)


def test_codes_are_made_of_names() -> None:
    assert [code_from(name) for name in ("Rent bill", "2nd copy", "ใบ")] == [
        "rent-bill",
        "x-2nd-copy",
        "x",
    ]


def test_a_type_is_added_with_its_law_and_its_stages(
    qtbot: QtBot, page: ArrangePage, office: Office
) -> None:
    pane = types_of(qtbot, page)
    pane.new_button.click()
    form = pane.form
    assert isinstance(form, TypeFields)
    type_in(form.names["en"], "Lease")
    form.retention.put("contract")
    form.sealing.put(value=True)
    form.stages.put(
        [
            {"name": "Draft", "follows": "Signed", "days": None},
            {"name": "Signed", "follows": "", "days": Decimal(14)},
        ]
    )

    press(form.names["en"], Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(lambda: any(t.code == "lease" for t in office.ask(kinds.sorting).types))
    made = a_type(office, "lease")
    assert (made.retention, made.is_sealing) == ("contract", True)
    assert [(one.code, one.follows, one.due_days) for one in made.stages] == [
        ("draft", ("signed",), None),
        ("signed", (), 14),
    ]
    qtbot.waitUntil(lambda: pane.chosen is not None and pane.chosen.id == made.id)


def test_a_type_says_who_reads_it(qtbot: QtBot, page: ArrangePage, office: Office) -> None:
    pane = types_of(qtbot, page)
    pane.new_button.click()
    form = pane.form
    assert isinstance(form, TypeFields)
    assert form.readers.value() is Readers.EVERYONE
    type_in(form.names["en"], "Minutes of the board")
    form.readers.setFocus()
    type_in(form.readers, "M")

    press(form.names["en"], Qt.Key.Key_Return, CTRL)

    code = "minutes-of-the-board"
    qtbot.waitUntil(lambda: any(t.code == code for t in office.ask(kinds.sorting).types))
    assert a_type(office, code).readers is Readers.MANAGEMENT


def test_a_type_is_renamed_and_what_is_wrong_stands_at_its_field(
    qtbot: QtBot, page: ArrangePage, office: Office
) -> None:
    pane = types_of(qtbot, page)
    pane.new_button.click()
    pane.save()
    blank = pane.form
    assert isinstance(blank, TypeFields)
    qtbot.waitUntil(lambda: bool(blank.cell("names.en").note.text()))
    rows = {pane.list.item(at).text(): at for at in range(pane.list.count())}
    pane.list.setCurrentRow(rows["Bill"])
    form = pane.form
    assert isinstance(form, TypeFields)

    form.names["en"].clear()
    type_in(form.names["en"], "Purchase invoice")
    kept = form.retention.currentText()
    pane.save()

    qtbot.waitUntil(lambda: a_type(office, "bill").name_in("en") == "Purchase invoice")
    assert "Kirjanpitolaki" in kept


def test_tags_are_added_under_others_put_together_and_removed(
    qtbot: QtBot, page: ArrangePage, office: Office, filed: dict[str, Record]
) -> None:
    (cars,) = office.do(filing.add_tag_path, ("cars",)).result
    (autos,) = office.do(filing.add_tag_path, ("autos",)).result
    one = describe(office, filed["note.txt"], tags=(autos.id,)).id
    pane = tags_of(qtbot, page)
    pane.new_button.click()
    assert isinstance(pane.form, TagFields)
    type_in(pane.form.name, "leases")
    pane.form.parent_tag.put(cars.id)
    pane.save()
    qtbot.waitUntil(
        lambda: (
            [pane.list.item(at).text() for at in range(pane.list.count())]
            == ["autos", "cars", "cars / leases"]
        )
    )
    pane.list.setCurrentRow(0)

    pane.merge_button.click()
    dialog = pane.findChild(Merging)
    assert isinstance(dialog, Merging)
    dialog.into.put(cars.id)
    dialog._merge()
    qtbot.waitUntil(lambda: office.ask(documents.get, DocumentId(one)).tags == (cars.id,))
    qtbot.waitUntil(lambda: pane.list.count() == 2)
    pane.list.setCurrentRow(0)
    pane.remove_button.click()
    asked = next(one for one in pane.findChildren(Dialog) if not isinstance(one, Merging))
    asked.accept()

    qtbot.waitUntil(lambda: office.ask(documents.get, DocumentId(one)).tags == ())
    qtbot.waitUntil(lambda: pane.list.count() == 1)


def test_a_field_is_added_and_its_choices_change(
    qtbot: QtBot, page: ArrangePage, office: Office
) -> None:
    page.sections.show_section("fields")
    pane = page.sections.current
    assert isinstance(pane, FieldsPane)
    qtbot.waitUntil(lambda: pane.form is not None)
    form = pane.form
    assert isinstance(form, FieldFields)
    type_in(form.names["en"], "Season")
    form.kind.put(FieldKind.CHOICE)
    form.choices.setPlainText("summer\nwinter")
    pane.save()
    qtbot.waitUntil(lambda: pane.list.count() == 1 and pane.chosen is not None)

    again = pane.form
    assert isinstance(again, FieldFields)
    again.choices.setPlainText("summer\nwinter\nspring")
    pane.save()

    def choices() -> tuple[str, ...]:
        return office.ask(kinds.sorting).fields[0].choices

    qtbot.waitUntil(lambda: choices() == ("summer", "winter", "spring"))
    assert office.ask(kinds.sorting).fields[0].code == "season"


def test_a_class_of_the_plan_names_its_law(office: Office) -> None:
    plan = office.ask(kinds.retention)

    found = plan.by_code("voucher")

    assert found is not None
    assert class_text(found).startswith("Vouchers and business letters · 6 years · Kirjanpitolaki")
