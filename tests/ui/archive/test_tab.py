"""The archive by keys: find, look, go to the invoice, prove that nothing changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.archive.row import DocumentRow as Row
from app.services import proving
from app.services.office import Office
from app.ui.archive.page import DocumentPage
from app.ui.archive.proof_page import ProofPage
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.shell import Shell
from app.ui.kit.texts import speak
from app.ui.kit.workspace import Workspace
from tests.ui.archive.conftest import spoil
from tests.ui.keys import press, type_in
from tests.ui.trading import InvoicePage

Settle = Callable[[], None]


def cell(tab: ArchiveTab, row: int, title: str) -> str:
    titles = [column.title for column in tab.model.columns]
    return str(tab.model.index(row, titles.index(title)).data())


def names(tab: ArchiveTab, settle: Settle) -> list[str]:
    rows = range(tab.model.rowCount())
    for row in rows:
        tab.model.index(row, 0).data()
    settle()
    return [tab.model.index(row, 0).data() for row in rows]


def go(tab: ArchiveTab, key: str, settle: Settle) -> None:
    tab.places.go(key)
    settle()


def test_what_waits_is_in_the_inbox_and_what_is_filed_is_not(
    qtbot: QtBot, tab: ArchiveTab, settle: Settle
) -> None:
    QAbstractItemModelTester(tab.model)
    assert set(names(tab, settle)) == {"shop.png", "note.txt"}

    go(tab, "file", settle)

    qtbot.waitUntil(lambda: set(names(tab, settle)) == {"20260001", "20260002"})
    assert cell(tab, 0, "Type") == "Sales invoice"
    assert cell(tab, 0, "From or to") == "Kahvila Aamu Oy"
    assert tab.filters.count.text() == "2 documents"


def test_chips_narrow_a_place(qtbot: QtBot, tab: ArchiveTab, settle: Settle) -> None:
    go(tab, "file", settle)

    tab.filters.show_states(("sealed",))
    qtbot.waitUntil(lambda: tab.filters.count.text() == "2 documents")
    tab.filters.show_states(("this-year",))

    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    assert tab.wanted().since is not None


def test_documents_are_found_by_what_is_known_of_them(
    qtbot: QtBot, tab: ArchiveTab, settle: Settle
) -> None:
    go(tab, "file", settle)

    type_in(tab.filters.box, "20260002")

    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    assert names(tab, settle) == ["20260002"]


def test_the_chosen_document_is_shown_and_proven(
    qtbot: QtBot, tab: ArchiveTab, filed: dict[str, Record], settle: Settle
) -> None:
    go(tab, "file", settle)
    tab.choose(filed["20260001.pdf"].id)

    qtbot.waitUntil(lambda: tab.card.name.text() == "20260001")
    qtbot.waitUntil(lambda: "Unchanged" in tab.card.seal.text())
    assert tab.card.seal.text().startswith("Sealed")
    qtbot.waitUntil(lambda: tab.card.viewer.preview.pdf != b"")


def test_keys_lead_to_the_places_and_back(qtbot: QtBot, tab: ArchiveTab, shell: Shell) -> None:
    press(tab.table, Qt.Key.Key_Left)
    qtbot.waitUntil(tab.places.hasFocus)

    press(tab.places, Qt.Key.Key_Down)
    press(tab.places, Qt.Key.Key_Return)

    qtbot.waitUntil(tab.table.hasFocus)
    assert tab.places.place is not None and tab.places.place.key == "file"
    shell.book.action("archive.inbox").trigger()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)


def test_enter_opens_a_document_in_its_own_tab(
    tab: ArchiveTab, space: Workspace, settle: Settle
) -> None:
    press(tab.table, Qt.Key.Key_Return)
    settle()

    assert isinstance(space.page, DocumentPage)


def test_the_invoice_is_one_key_away_and_so_is_the_way_back(
    qtbot: QtBot, tab: ArchiveTab, space: Workspace, shell: Shell, filed: dict[str, Record]
) -> None:
    tab.places.go("file")
    tab.choose(filed["20260002.pdf"].id)
    qtbot.waitUntil(lambda: [one.name for one in tab.card.links] == ["20260002"])
    qtbot.waitUntil(shell.book.action("document.source").isEnabled)

    shell.book.action("document.source").trigger()
    page = space.page
    assert isinstance(page, InvoicePage)
    assert filed["20260002.pdf"].source == f"invoice:{page.record}"
    shell.book.action("go.back").trigger()

    assert space.page is tab


def test_the_archive_is_verified_on_the_page_that_keeps_what_was_found(
    qtbot: QtBot, tab: ArchiveTab, office: Office, filed: dict[str, Record], space: Workspace
) -> None:
    spoil(office, filed["shop.png"])

    tab.shell.book.action("archive.verify").trigger()

    assert isinstance(space.page, ProofPage)
    qtbot.waitUntil(lambda: any(one.is_ended for one in office.ask(proving.proofs)))
    (proof,) = office.ask(proving.proofs)
    assert [one.name for one in proof.findings] == ["shop.png"]


def test_an_empty_archive_says_where_documents_come_from(
    space: Workspace, shell: Shell, settle: Settle
) -> None:
    space.go("archive")
    tab = space.page
    assert isinstance(tab, ArchiveTab)
    settle()

    empty = tab._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.title.text() == "The inbox is empty"
    assert tab.card.isHidden()
    assert not shell.book.action("document.export").isEnabled()
    go(tab, "file", settle)
    assert empty.title.text() == "Nothing is filed yet"
    go(tab, "trash", settle)
    assert empty.title.text() == "The trash is empty"


def test_the_archive_speaks_thai(
    qtbot: QtBot, filed: dict[str, Record], shell: Shell, settle: Settle
) -> None:
    speak("th", "TH")

    with qtbot.captureExceptions() as raised:
        tab = ArchiveTab(shell)
        qtbot.addWidget(tab)
        tab.show()
        settle()
        go(tab, "file", settle)

        qtbot.waitUntil(lambda: isinstance(tab.model.row_at(0), Row))

    assert raised == []
    assert isinstance(tab.model.row_at(0), Row)
    assert "2569" in cell(tab, 0, "Day")
