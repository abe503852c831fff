"""Binders are listed with the room in them, and their papers are shown as they print."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import serials
from app.services.office import Office
from app.ui.archive.binder_dialog import BinderDialog
from app.ui.archive.binders_page import COLUMNS, BindersPage
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.documents.reading import page_texts


def opened(space: Workspace, shell: Shell) -> BindersPage:
    shell.open("binders", 0)
    page = space.page
    assert isinstance(page, BindersPage)
    return page


def rows(page: BindersPage) -> list[list[str]]:
    lines = (page.table.row_of(one.binder.id) for one in page.shelf.binders) if page.shelf else ()
    return [[column.text(line) for column in COLUMNS] for line in lines if line is not None]


def test_the_list_and_the_spine_of_the_chosen_binder_are_shown(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> None:
    office.do(serials.add_binder, "A 1", 1, 2, "Shelf 3")
    office.do(serials.assign_each, tuple(DocumentId(one.id) for one in filed.values())[:2])
    page = opened(space, shell)

    qtbot.waitUntil(lambda: bool(page.preview.pdf), timeout=20_000)
    contents = page_texts(page.preview.pdf)[0]
    page._turn("narrow")
    qtbot.waitUntil(lambda: "Shelf 3" in page_texts(page.preview.pdf)[0], timeout=20_000)

    assert rows(page) == [["A 1", "1–2", "2", "Full", "Shelf 3"]]
    assert "20260001" in contents


def test_without_a_binder_it_says_what_one_is_and_offers_to_add_one(
    qtbot: QtBot, space: Workspace, shell: Shell, office: Office
) -> None:
    page = opened(space, shell)
    qtbot.waitUntil(lambda: page.shelf is not None)

    shell.book.action("binder.add").trigger()

    dialog = page.findChild(BinderDialog)
    assert dialog is not None
    assert dialog.fields.range() == (1, 100)
    assert "holds the originals" in page.preview.words.text()
    assert not shell.book.action("binder.change").isEnabled()


def test_a_binder_is_removed_after_a_question(
    qtbot: QtBot, space: Workspace, shell: Shell, office: Office
) -> None:
    office.do(serials.add_binder, "A 1", 1, 2)
    page = opened(space, shell)
    qtbot.waitUntil(lambda: page.table.chosen_id() is not None)

    shell.book.action("binder.remove").trigger()
    dialog = page.findChild(Dialog)
    assert dialog is not None
    dialog.accept()

    qtbot.waitUntil(lambda: office.ask(serials.binders) == ())


def test_enter_changes_the_chosen_binder(
    qtbot: QtBot, space: Workspace, shell: Shell, office: Office
) -> None:
    binder = office.do(serials.add_binder, "A 1", 1, 2).result
    page = opened(space, shell)
    qtbot.waitUntil(lambda: page.table.chosen_id() == binder.id)

    page.table.opened.emit(binder.id)

    dialog = page.findChild(BinderDialog)
    assert dialog is not None
    assert dialog.fields.name.value() == "A 1"
