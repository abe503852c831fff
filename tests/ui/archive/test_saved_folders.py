"""A search becomes a folder, and a folder is renamed, asked anew, moved and removed, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.archive.readers import Readers
from app.domain.archive.row import DocumentSort
from app.domain.archive.saved import SavedForm
from app.domain.shared.ids import DocumentId
from app.services import folders
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role
from app.ui.archive.saved_folders import kept
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import LineEditor
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.services.papers import read
from tests.ui.keys import press, type_in

Settle = Callable[[], None]
CLERK = Role("clerk", OWNER.permissions - {Permission.ARCHIVE_PERSONAL})
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def library(office: Office) -> tuple[DocumentId, DocumentId]:
    first = read(office, "Sähkölasku", "Sähkön siirto")
    return first, read(office, "Vesilasku", "Veden hinta")


@pytest.fixture
def tab(library: tuple[DocumentId, ...], space: Workspace, settle: Settle) -> ArchiveTab:
    space.go("archive")
    tab = space.page
    assert isinstance(tab, ArchiveTab)
    tab.table.setFocus()
    settle()
    return tab


def titles(tab: ArchiveTab) -> list[str]:
    return [str(tab.model.index(row, 0).data()) for row in range(tab.model.rowCount())]


def lines(tab: ArchiveTab) -> list[str]:
    """Return the names of the folders as they stand among the places."""
    items = (tab.places.item(row) for row in range(tab.places.count()))
    texts = [item.text() for item in items]
    return texts[texts.index("Folders") + 1 :] if "Folders" in texts else []


def fill_in(qtbot: QtBot, tab: ArchiveTab, text: str) -> None:
    qtbot.waitUntil(lambda: bool(tab.findChildren(Dialog)))
    dialog = tab.findChildren(Dialog)[-1]
    field = dialog.findChild(LineEditor)
    assert isinstance(field, LineEditor)
    field.clear()
    type_in(field, text)
    press(field, Qt.Key.Key_Return)


def readers_of(office: Office) -> list[Readers]:
    return [one.form.readers for one in office.ask(folders.folders)]


def put(qtbot: QtBot, office: Office, tab: ArchiveTab, *names: str) -> None:
    """Keep folders and go to the last."""
    added = [office.do(folders.add, SavedForm(name, "vesi")).result for name in names]
    tab._news(frozenset({"saved_query"}))
    qtbot.waitUntil(lambda: tab.places.go(f"folder:{added[-1].id}"))
    tab.places.setFocus()
    qtbot.waitUntil(lambda: tab.place.folder is not None)


def test_a_search_is_kept_as_a_folder_by_keys_alone(
    qtbot: QtBot, tab: ArchiveTab, office: Office, shell: Shell
) -> None:
    assert not shell.book.action("saved.add").isEnabled()
    press(tab.table, Qt.Key.Key_Slash)
    type_in(tab.filters.box, "sähkö")
    qtbot.waitUntil(lambda: titles(tab) == ["Sähkölasku"])

    shell.book.action("saved.add").trigger()
    fill_in(qtbot, tab, "Talo / Sähkö")

    qtbot.waitUntil(lambda: lines(tab) == ["Talo", "Sähkö"])
    qtbot.waitUntil(lambda: tab.place.folder is not None)
    qtbot.waitUntil(lambda: titles(tab) == ["Sähkölasku"])
    assert tab.filters.words == ""
    qtbot.waitUntil(lambda: tab.places.place is not None and tab.places.place.count == 1)
    (kept,) = office.ask(folders.folders)
    assert (kept.form.name, kept.form.question) == ("Talo / Sähkö", "sähkö*")
    assert kept.form.sort is DocumentSort.RECEIVED


def test_a_folder_fills_itself_when_a_document_comes(
    qtbot: QtBot, tab: ArchiveTab, office: Office, library: tuple[DocumentId, ...]
) -> None:
    put(qtbot, office, tab, "Vesi")
    qtbot.waitUntil(lambda: titles(tab) == ["Vesilasku"])

    read(office, "Vesimittari", "vesi")
    tab.shell.client.changed.emit(frozenset({"document"}))

    qtbot.waitUntil(lambda: set(titles(tab)) == {"Vesilasku", "Vesimittari"})
    qtbot.waitUntil(lambda: tab.places.place is not None and tab.places.place.count == 2)


def test_a_folder_is_renamed_and_asked_anew_and_that_is_undone(
    qtbot: QtBot, tab: ArchiveTab, office: Office, shell: Shell
) -> None:
    put(qtbot, office, tab, "Vesi")

    press(tab.places, Qt.Key.Key_F2)
    fill_in(qtbot, tab, "Vedet")
    qtbot.waitUntil(lambda: lines(tab) == ["Vedet"])
    shell.book.action("saved.renew").trigger()
    fill_in(qtbot, tab, "sähkö")
    qtbot.waitUntil(lambda: titles(tab) == ["Sähkölasku"])
    shell.history.undo()
    qtbot.waitUntil(lambda: titles(tab) == ["Vesilasku"])
    shell.history.undo()

    qtbot.waitUntil(lambda: lines(tab) == ["Vesi"])


def test_folders_are_moved_by_alt_and_arrows(qtbot: QtBot, tab: ArchiveTab, office: Office) -> None:
    put(qtbot, office, tab, "A", "B")

    press(tab.places, Qt.Key.Key_Up, ALT)

    qtbot.waitUntil(lambda: lines(tab) == ["B", "A"])
    assert tab.place.text == "B"
    press(tab.places, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: lines(tab) == ["A", "B"])


def test_a_folder_that_is_removed_can_be_taken_back(
    qtbot: QtBot, tab: ArchiveTab, office: Office, shell: Shell
) -> None:
    put(qtbot, office, tab, "A", "B")

    press(tab.places, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: lines(tab) == ["A"])
    assert tab.place.folder is None
    shell.history.undo()

    qtbot.waitUntil(lambda: lines(tab) == ["A", "B"])


def test_who_sees_a_folder_is_chosen_by_keys_and_undone(
    qtbot: QtBot, tab: ArchiveTab, office: Office, shell: Shell
) -> None:
    put(qtbot, office, tab, "Palkat")
    clerk = Office(office.database, office.clock, Actor("Clerk", CLERK))

    press(tab.places, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(tab.findChildren(Dialog)))
    field = tab.findChildren(Dialog)[-1].findChild(ChoiceEdit)
    assert isinstance(field, ChoiceEdit)
    assert field.value() is Readers.EVERYONE
    press(field, Qt.Key.Key_End)
    press(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    assert readers_of(office) == [Readers.PERSONNEL]
    assert clerk.ask(folders.folders) == ()
    shell.history.undo()
    qtbot.waitUntil(lambda: readers_of(office) == [Readers.EVERYONE])


def test_a_clerk_chooses_only_among_his_own_circles(qtbot: QtBot, tab: ArchiveTab) -> None:
    office = tab.shell.client.office
    put(qtbot, office, tab, "Palkat")
    tab.naming.circles = frozenset({Readers.EVERYONE, Readers.MANAGEMENT})

    press(tab.places, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)

    qtbot.waitUntil(lambda: bool(tab.findChildren(Dialog)))
    dialog = tab.findChildren(Dialog)[-1]
    field = dialog.findChild(ChoiceEdit)
    assert isinstance(field, ChoiceEdit)
    offered = [field.itemText(row) for row in range(field.count())]
    assert offered == ["Everybody in the archive", "Management only"]
    dialog.reject()
    assert readers_of(office) == [Readers.EVERYONE]


def test_a_folder_without_a_name_is_not_kept(
    qtbot: QtBot, tab: ArchiveTab, office: Office, shell: Shell
) -> None:
    type_in(tab.filters.box, "vesi")
    qtbot.waitUntil(shell.book.action("saved.add").isEnabled)
    shell.book.action("saved.add").trigger()
    qtbot.waitUntil(lambda: bool(tab.findChildren(Dialog)))
    dialog = tab.findChildren(Dialog)[-1]
    field = dialog.findChild(LineEditor)
    assert isinstance(field, LineEditor)
    assert field.text() == "vesi"

    field.clear()

    save = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")
    assert not save.isEnabled()
    dialog.reject()
    assert office.ask(folders.folders) == ()


def test_a_search_within_a_folder_is_kept_with_its_question(
    qtbot: QtBot, tab: ArchiveTab, office: Office
) -> None:
    put(qtbot, office, tab, "Vesi")
    type_in(tab.filters.box, "hinta")
    qtbot.waitUntil(lambda: tab.found.total == 1)

    here = next(one for one in tab.facets.shown() if one.group == "here")
    tab.facets.pressed.emit(here)

    assert tab.saved.form("X").question == "vesi hinta*"


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("vuok", "vuok*"),
        ("vuok*", "vuok*"),
        ('"sähkö ja vesi"', '"sähkö ja vesi"'),
        ("lasku 2026", "lasku 2026"),
        ("lasku last month", "lasku last month"),
        ("from:voima", "from:voima"),
        ("686,56", "686,56"),
        ("", ""),
    ],
)
def test_a_folder_holds_what_the_search_showed(typed: str, question: str) -> None:
    assert kept(typed, date(2026, 3, 10)) == question
