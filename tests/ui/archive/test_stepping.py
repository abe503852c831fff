"""A step is done from the list of documents as well; what has none says so."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.archive.row import DocumentRow
from app.domain.shared.ids import DocumentId
from app.services import documents
from app.services.office import Office
from app.ui.archive.naming import Naming
from app.ui.archive.stepping import Stepping
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.shell import Note, Shell
from tests.ui.archive.conftest import describe


def row_of(office: Office, record: Record) -> DocumentRow:
    (row,) = office.ask(documents.rows, (DocumentId(record.id),))
    return row


def test_the_step_of_the_chosen_document_is_done(
    qtbot: QtBot, tab: ArchiveTab, filed: dict[str, Record], office: Office, shell: Shell
) -> None:
    note = DocumentId(filed["note.txt"].id)
    describe(office, filed["note.txt"], due_on=office.clock.today())
    qtbot.waitUntil(lambda: tab.table.choose(note))

    shell.book.action("document.step").trigger()

    qtbot.waitUntil(lambda: office.ask(documents.get, note).due_on is None)


def test_what_has_no_step_says_so(
    qtbot: QtBot, tab: ArchiveTab, filed: dict[str, Record], office: Office, shell: Shell
) -> None:
    told: list[Note] = []
    shell.noted.connect(told.append)

    Stepping(shell, tab).ask((row_of(office, filed["note.txt"]),), tab.naming)

    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text == "Nothing follows and nothing is due"


def test_of_no_documents_nothing_is_asked(shell: Shell, tab: ArchiveTab, naming: Naming) -> None:
    Stepping(shell, tab).ask((), naming)

    assert not shell.client.lanes.commands.is_busy
