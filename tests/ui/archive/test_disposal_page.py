"""What is due is shown with its reason, signed, carried out and certified by keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.archive.disposal import DisposalKind, DisposalState, Fate
from app.domain.archive.document import DocumentState
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import disposing, documents
from app.services.office import Office
from app.ui.archive.disposal_page import COLUMNS, DisposalPage
from app.ui.archive.page import DocumentPage
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.archive.conftest import describe, type_of


def an_old_bill(office: Office, record: Record) -> DocumentId:
    describe(
        office, record, title="Power 2010", type_id=type_of(office, "bill"), day=date(2010, 5, 1)
    )
    office.do(documents.file, (DocumentId(record.id),))
    return DocumentId(record.id)


def opened(qtbot: QtBot, space: Workspace, shell: Shell) -> DisposalPage:
    shell.open("disposal", 0)
    page = space.page
    assert isinstance(page, DisposalPage)
    qtbot.waitUntil(lambda: page.hint.text() != "")
    return page


def answer(page: DisposalPage, *words: str) -> None:
    (dialog,) = [one for one in page.findChildren(Dialog) if one.isVisible()]
    for field, text in zip(dialog.findChildren(QLineEdit), words, strict=True):
        field.setText(text)
    dialog.accept()


def state(page: DisposalPage) -> DisposalState | None:
    return page.open_list.state if page.open_list else None


def test_a_list_goes_from_due_to_its_certificate(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> None:
    one = an_old_bill(office, filed["note.txt"])
    page = opened(qtbot, space, shell)
    qtbot.waitUntil(lambda: page.table.chosen_id() == one)
    line = page.table.row_of(one)
    assert line is not None
    assert [column.text(line) for column in COLUMNS[1:3]] == ["Power 2010", line.why]
    assert "the end of 2010" in line.why

    page._go_on()
    qtbot.waitUntil(lambda: state(page) is DisposalState.PROPOSED)
    page._go_on()
    answer(page, "Ville")
    qtbot.waitUntil(lambda: state(page) is DisposalState.SIGNED)
    page._go_on()
    answer(page)

    qtbot.waitUntil(lambda: isinstance(space.page, DocumentPage))
    assert office.ask(documents.get, one).state is DocumentState.DISPOSED
    (done,) = office.ask(disposing.disposals)
    assert (done.state, done.signed_by) == (DisposalState.DONE, "Ville")


def test_a_document_is_struck_out_and_a_list_given_up(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> None:
    one = an_old_bill(office, filed["note.txt"])
    an_old_bill(office, filed["shop.png"])
    page = opened(qtbot, space, shell)
    qtbot.waitUntil(lambda: page.table.chosen_id() is not None)
    page._go_on()
    qtbot.waitUntil(lambda: state(page) is DisposalState.PROPOSED)
    page.table.choose(one)

    page._ask_strike()
    answer(page, "in court")

    qtbot.waitUntil(lambda: page.open_list is not None and len(page.open_list.of(Fate.STRUCK)) == 1)
    page._drop()
    qtbot.waitUntil(lambda: page.open_list is None)
    assert len(office.ask(disposing.due)) == 2


def test_the_trash_is_shown_beside_what_is_due(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell
) -> None:
    page = opened(qtbot, space, shell)

    page._choose("trash")

    qtbot.waitUntil(lambda: page.hint.text() == "Nothing may be destroyed today.")
    assert page.sort is DisposalKind.TRASH
