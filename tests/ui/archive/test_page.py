"""A document beside its card: described, filed in seconds by keys, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.domain.shared.money import Money
from app.services import documents, drafts, serials
from app.services.office import Office
from app.ui.archive.form import DocumentFields
from app.ui.archive.holds_page import HoldDialog
from app.ui.archive.page import DocumentPage
from app.ui.kit.pill import Pill
from app.ui.kit.shell import Note, Shell
from app.ui.kit.workspace import Workspace
from tests.ui.archive.conftest import describe, type_of
from tests.ui.keys import press, type_in

Settle = Callable[[], None]
Opened = Callable[[Record], DocumentPage]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot: QtBot, space: Workspace, shell: Shell, settle: Settle) -> Opened:
    """Open a document in its own tab."""
    space.go("archive")
    settle()

    def show(record: Record) -> DocumentPage:
        shell.open("document", record.id)
        page = space.page
        assert isinstance(page, DocumentPage)
        qtbot.waitUntil(lambda: page.fields is not None and page.card.document is not None)
        return page

    return show


@pytest.fixture
def notes(shell: Shell) -> list[Note]:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    return notes


def fields_of(page: DocumentPage) -> DocumentFields:
    assert page.fields is not None
    return page.fields


def now(office: Office, record: Record) -> Document:
    return office.ask(documents.get, DocumentId(record.id))


def test_the_keyboard_begins_in_the_title_and_the_pages_are_beside_it(
    qtbot: QtBot, opened: Opened, space: Workspace, shell: Shell, filed: dict[str, Record]
) -> None:
    page = opened(filed["20260001.pdf"])

    qtbot.waitUntil(lambda: bool(page.card.viewer.preview.pdf))
    qtbot.waitUntil(fields_of(page).title.hasFocus)
    assert space._current_tabs().bar.tabText(1) == "20260001"
    shell.book.action("document.pages").trigger()
    qtbot.waitUntil(page.card.viewer.preview.pages.hasFocus)
    shell.book.action("list.find").trigger()
    assert page.card.viewer.preview.line.words.hasFocus()


def test_a_document_is_filed_by_keys_and_the_next_one_is_shown(
    qtbot: QtBot, opened: Opened, space: Workspace, office: Office, filed: dict[str, Record]
) -> None:
    page = opened(filed["note.txt"])
    fields = fields_of(page)
    qtbot.waitUntil(fields.title.hasFocus)

    type_in(fields.title, "Vuokrasopimus")
    press(fields.title, Qt.Key.Key_Return)
    type_in(fields.type, "Bill")
    fields.type.edited.emit()
    type_in(fields.day, "3.4.2026")
    type_in(fields.amount, "12*3,5")
    press(fields.amount, Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(lambda: now(office, filed["note.txt"]).state is DocumentState.FILED)
    found = now(office, filed["note.txt"])
    assert (found.title, found.day) == ("Vuokrasopimus", date(2026, 4, 3))
    assert found.amount == Money(4200, "EUR")
    assert found.type_id == type_of(office, "bill")
    qtbot.waitUntil(lambda: getattr(space.page, "entity", 0) == filed["shop.png"].id)
    assert len(space.pages()) == 1


def test_a_save_is_taken_back_with_its_filing_and_done_again(
    qtbot: QtBot, opened: Opened, shell: Shell, filed: dict[str, Record], notes: list[Note]
) -> None:
    office, record = shell.client.office, filed["note.txt"]
    page = opened(record)
    type_in(fields_of(page).title, "Muistio")
    page.save()
    qtbot.waitUntil(lambda: bool(notes))

    shell.history.undo()
    qtbot.waitUntil(lambda: now(office, record).state is DocumentState.INBOX)
    title = now(office, record).title
    shell.history.redo()

    qtbot.waitUntil(lambda: now(office, record).state is DocumentState.FILED)
    assert notes[0].text == "Muistio filed"
    assert (title, now(office, record).title) == ("note.txt", "Muistio")


def test_problems_stand_at_their_fields(
    qtbot: QtBot, opened: Opened, office: Office, filed: dict[str, Record]
) -> None:
    page = opened(filed["note.txt"])
    fields = fields_of(page)
    fields.title.clear()
    fields.day.setText("99.99")
    fields.correspondent.setText("Nobody & Sons")

    page.save()

    notes = {path: fields.cell(path).editor.accessibleDescription() for path in fields.paths}
    assert {path for path, text in notes.items() if text} == {"title", "day", "correspondent_id"}
    assert "Nobody & Sons" in notes["correspondent_id"]
    assert now(office, filed["note.txt"]).version == 1


def test_what_was_typed_is_kept_and_comes_back(
    qtbot: QtBot, opened: Opened, space: Workspace, filed: dict[str, Record], notes: list[Note]
) -> None:
    record, office = filed["note.txt"], space._shell.client.office
    page = opened(record)
    type_in(fields_of(page).title, "Half")
    space._current_tabs().close_page(page)
    qtbot.waitUntil(lambda: office.ask(drafts.kept, "document", record.id) is not None)

    again = opened(record)

    assert fields_of(again).title.value() == "Half"
    qtbot.waitUntil(lambda: bool(notes))
    again.save()
    qtbot.waitUntil(lambda: now(office, record).title == "Half")
    assert office.ask(drafts.kept, "document", record.id) is None


def test_somebody_elses_change_is_shown_where_nothing_was_typed(
    qtbot: QtBot, opened: Opened, shell: Shell, filed: dict[str, Record]
) -> None:
    page = opened(filed["note.txt"])
    before = now(shell.client.office, filed["note.txt"])

    shell.book.action("document.take-out").trigger()
    qtbot.waitUntil(lambda: page._version == before.version + 1)
    describe(shell.client.office, filed["note.txt"], title="Other")
    shell.client.changed.emit(frozenset({"document"}))

    qtbot.waitUntil(lambda: fields_of(page).title.value() == "Other")


def test_a_conflict_keeps_what_was_typed(
    qtbot: QtBot, opened: Opened, shell: Shell, filed: dict[str, Record]
) -> None:
    page = opened(filed["note.txt"])
    type_in(fields_of(page).title, "Mine")
    describe(shell.client.office, filed["note.txt"], title="Theirs")

    page.save()

    qtbot.waitUntil(lambda: page.standoff.dialog is not None)
    dialog = page.standoff.dialog
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(lambda: fields_of(page).title.value() == "Mine")
    assert now(shell.client.office, filed["note.txt"]).title == "Theirs"


def test_a_type_that_seals_says_so(
    qtbot: QtBot, opened: Opened, office: Office, filed: dict[str, Record], notes: list[Note]
) -> None:
    page = opened(filed["note.txt"])
    fields_of(page).type.put(type_of(office, "sales-invoice"))

    page.save()

    qtbot.waitUntil(lambda: now(office, filed["note.txt"]).is_sealed)
    qtbot.waitUntil(lambda: any(one.text == "1 document sealed" for one in notes))
    assert all(one.undo is None for one in notes)


def test_the_next_serial_number_is_written_into_its_field(
    qtbot: QtBot, opened: Opened, filed: dict[str, Record], shell: Shell, office: Office
) -> None:
    office.do(serials.add_binder, "A 1", 1, 10)
    page = opened(filed["note.txt"])
    fields = fields_of(page)
    qtbot.waitUntil(lambda: bool(fields.binder._binders))

    shell.book.action("document.number").trigger()

    qtbot.waitUntil(lambda: fields.value().serial == 1)
    assert fields.value().binder == "A 1"
    assert office.ask(serials.ranges) == ()


def test_a_hold_is_placed_and_seen_from_the_card(
    qtbot: QtBot, opened: Opened, filed: dict[str, Record], shell: Shell
) -> None:
    page = opened(filed["note.txt"])

    shell.book.action("document.hold").trigger()
    qtbot.waitUntil(lambda: page.findChild(HoldDialog) is not None)
    dialog = page.findChild(HoldDialog)
    assert dialog is not None
    dialog.name.setText("Tax audit")
    dialog.reason.setText("Letter of 3 March")
    dialog._place()

    qtbot.waitUntil(lambda: "On hold: Tax audit" in pills(page))


def pills(page: DocumentPage) -> list[str]:
    return [one.text() for one in page.card.findChildren(Pill)]
