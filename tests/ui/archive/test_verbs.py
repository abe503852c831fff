from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId, RecordId
from app.domain.shared.refusals import OfficeError
from app.services import archive, documents
from app.services.office import Office
from app.ui.archive.tab import ArchiveTab
from app.ui.archive.verbs import possible
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Note, Shell
from tests.ui.archive.conftest import describe, type_of

Settle = Callable[[], None]
WAITING = Document(
    id=DocumentId(1),
    version=1,
    title="scan",
    state=DocumentState.INBOX,
    file_id=RecordId(1),
    received_at=datetime(2026, 3, 10, tzinfo=UTC),
)


@pytest.fixture
def notes(shell: Shell) -> list[Note]:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    return notes


def chosen(document: Document | None) -> set[str]:
    return {name.partition(".")[2] for name, can in possible(document).items() if can}


def test_only_what_can_be_done_is_offered() -> None:
    filed = replace(WAITING, state=DocumentState.FILED)

    always = {"properties", "link", "number", "bill", "order"}
    assert chosen(None) == set()
    assert chosen(WAITING) == always | {"file", "trash", "take-out", "renew", "arrange"}
    assert chosen(filed) == always | {"unfile", "seal", "trash", "take-out", "renew", "arrange"}
    assert chosen(replace(filed, is_sealed=True)) == always
    assert chosen(replace(filed, locked_by="Aino")) == always | {"unfile", "bring-back", "renew"}
    assert chosen(replace(filed, state=DocumentState.TRASHED)) == {"restore", "properties"}


def look_at(qtbot: QtBot, tab: ArchiveTab, record: Record) -> DocumentId:
    tab.choose(record.id)
    qtbot.waitUntil(
        lambda: tab.card.document is not None and tab.card.document.file_id == record.id
    )
    return DocumentId(record.id)


def state(office: Office, document_id: DocumentId) -> DocumentState:
    return office.ask(documents.get, document_id).state


def test_filing_is_one_key_and_taken_back(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], notes: list[Note]
) -> None:
    office = shell.client.office
    one = look_at(qtbot, tab, filed["note.txt"])

    shell.book.press("f", "archive")

    qtbot.waitUntil(lambda: state(office, one) is DocumentState.FILED)
    qtbot.waitUntil(lambda: bool(notes))
    assert notes[-1].text == "1 document filed"
    shell.history.undo()
    qtbot.waitUntil(lambda: state(office, one) is DocumentState.INBOX)


def test_what_is_put_into_the_trash_comes_back(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], notes: list[Note]
) -> None:
    office = shell.client.office
    one = look_at(qtbot, tab, filed["note.txt"])

    shell.book.action("document.trash").trigger()

    qtbot.waitUntil(lambda: bool(notes))
    assert state(office, one) is DocumentState.TRASHED
    shell.history.undo()
    qtbot.waitUntil(lambda: state(office, one) is DocumentState.INBOX)


def test_a_type_that_seals_cannot_be_undone(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], notes: list[Note]
) -> None:
    office = shell.client.office
    describe(office, filed["note.txt"], type_id=type_of(office, "sales-invoice"))
    look_at(qtbot, tab, filed["note.txt"])

    shell.book.action("document.file").trigger()

    qtbot.waitUntil(lambda: bool(notes))
    assert notes[-1].undo is None


def test_sealing_asks_once(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], notes: list[Note]
) -> None:
    office = shell.client.office
    one = DocumentId(filed["note.txt"].id)
    office.do(documents.file, (one,))
    shell.book.action("archive.filed").trigger()
    look_at(qtbot, tab, filed["note.txt"])
    qtbot.waitUntil(lambda: shell.book.action("document.seal").isEnabled())

    shell.book.action("document.seal").trigger()
    dialog = tab.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    dialog.accept()

    qtbot.waitUntil(lambda: bool(notes))
    assert notes[-1].text == "1 document sealed"
    assert office.ask(documents.get, one).is_sealed


def test_a_document_is_taken_out_and_brought_back(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], notes: list[Note]
) -> None:
    look_at(qtbot, tab, filed["note.txt"])

    shell.book.action("document.take-out").trigger()
    qtbot.waitUntil(lambda: shell.book.action("document.bring-back").isEnabled())
    shell.book.action("document.bring-back").trigger()

    qtbot.waitUntil(lambda: len(notes) == 2)
    assert "with you" in notes[0].text and "back for everybody" in notes[1].text


def test_exporting_asks_with_the_name_of_the_document(
    tab: ArchiveTab, filed: dict[str, Record]
) -> None:
    tab.verbs.export(filed["shop.png"])

    dialog = tab.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("shop.png")
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.reject()


def test_a_copy_is_the_same_to_the_bit(
    qtbot: QtBot, tab: ArchiveTab, office: Office, filed: dict[str, Record], tmp_path: Path
) -> None:
    target = tmp_path / "copy.pdf"

    tab.verbs.export_to(filed["20260001.pdf"], str(target))

    qtbot.waitUntil(target.exists)
    assert target.read_bytes() == office.ask(archive.content, filed["20260001.pdf"].id)


def test_a_copy_that_cannot_be_written_is_refused_in_words(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], tmp_path: Path
) -> None:
    refusals: list[OfficeError] = []
    shell.refused.connect(refusals.append)

    tab.verbs.export_to(filed["shop.png"], str(tmp_path / "nowhere" / "shop.png"))

    qtbot.waitUntil(lambda: bool(refusals))
    assert refusals[0].code == "files.cannot-write"


def test_a_file_becomes_a_new_version_and_the_old_one_is_looked_at(
    qtbot: QtBot, tab: ArchiveTab, office: Office, filed: dict[str, Record], tmp_path: Path
) -> None:
    look_at(qtbot, tab, filed["note.txt"])
    (tmp_path / "better.txt").write_text("Parempi")

    tab.verbs.renew(str(tmp_path / "better.txt"))
    qtbot.waitUntil(lambda: tab.card.viewer.text.toPlainText() == "Parempi")
    tab.card.show_version(1)

    qtbot.waitUntil(lambda: tab.card.viewer.text.toPlainText() == "Hyvää päivää")
    assert tab.card.seal.text().startswith("Version 1 of 2")
    one = DocumentId(filed["note.txt"].id)
    assert [row.number for row in office.ask(documents.seen, one).versions] == [2, 1]


@pytest.mark.parametrize("name", ["document.properties", "document.link", "document.change"])
def test_each_dialog_opens_from_its_verb(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], name: str
) -> None:
    look_at(qtbot, tab, filed["note.txt"])

    shell.book.action(name).trigger()

    qtbot.waitUntil(lambda: tab.findChild(Dialog) is not None)
    dialog = tab.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    dialog.reject()


def test_a_key_gives_the_next_serial_number(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, filed: dict[str, Record], notes: list[Note]
) -> None:
    one = look_at(qtbot, tab, filed["note.txt"])

    shell.book.action("document.number").trigger()

    qtbot.waitUntil(lambda: bool(notes))
    assert shell.client.office.ask(documents.get, one).serial == 1
    assert notes[-1].text == "note.txt has the number 1"
