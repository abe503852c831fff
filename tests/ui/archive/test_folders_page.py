"""Watched folders are added, changed, paused and let go; what failed is tried again or ignored."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.pages import SplitAt
from app.domain.archive.receiving import Afterwards, FolderKind
from app.services import receiving
from app.services.office import Office
from app.services.taking import Taking
from app.ui.archive.folders_page import FoldersPage
from app.ui.archive.receiver import Receiver
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.services.incoming import put, titles
from tests.ui.archive.conftest import Settle


@pytest.fixture
def page(space: Workspace, shell: Shell, settle: Settle) -> FoldersPage:
    space.go("archive")
    settle()
    shell.book.action("archive.folders").trigger()
    settle()
    assert isinstance(space.page, FoldersPage)
    return space.page


def test_a_folder_is_added_changed_paused_and_let_go(
    page: FoldersPage, shell: Shell, office: Office, tmp_path: Path, settle: Settle
) -> None:
    page.watch(tmp_path)
    settle()
    page.folders.selectRow(0)
    page.afterwards.put(Afterwards.LEAVE)
    page.afterwards.activated.emit(0)
    settle()

    (folder,) = office.ask(receiving.folders)
    assert (folder.form.path, folder.form.afterwards) == (str(tmp_path), Afterwards.LEAVE)
    page.folders.selectRow(0)
    shell.book.action("folder.pause").trigger()
    settle()
    assert office.ask(receiving.folders)[0].form.is_paused
    assert page.folders.model().index(0, 2).data() == "Paused"
    page.folders.selectRow(0)
    shell.book.action("folder.remove").trigger()
    settle()
    assert office.ask(receiving.folders) == ()
    assert not page.folders.isVisible()


def test_the_state_of_a_folder_is_shown_after_each_look(
    qtbot: QtBot, page: FoldersPage, shell: Shell, tmp_path: Path, settle: Settle
) -> None:
    folder = tmp_path / "scans"
    put(folder, "bill.pdf")
    Receiver(shell)

    page.watch(folder)
    settle()
    shell.look_wanted.emit()
    settle()

    def shown(column: int) -> str:
        return str(page.folders.model().index(0, column).data())

    qtbot.waitUntil(lambda: shown(2) == "Watched")
    shell.look_wanted.emit()
    qtbot.waitUntil(lambda: shown(4) == "1")


def test_a_problem_is_shown_tried_again_and_ignored(
    page: FoldersPage, shell: Shell, office: Office, tmp_path: Path, settle: Settle
) -> None:
    paths = [put(tmp_path, name, b"") for name in ("a.pdf", "b.pdf")]
    Taking(office).files(paths)
    page.refresh()
    settle()
    model = page.troubles.model()
    assert model.index(0, 1).data() == "The file b.pdf is empty."
    page.troubles.selectRow(0)
    shell.book.action("trouble.ignore").trigger()
    settle()
    assert model.index(0, 4).data() == "Ignored"

    paths[0].write_bytes(b"bill")
    page.troubles.selectRow(1)
    shell.book.action("trouble.again").trigger()
    settle()

    assert titles(office) == ["a.pdf"]
    assert [one.name for one in office.ask(receiving.troubles)] == ["b.pdf"]


def test_a_scanner_folder_says_what_divides_its_stacks(
    page: FoldersPage, office: Office, tmp_path: Path, settle: Settle
) -> None:
    page.watch(tmp_path)
    settle()
    page.folders.selectRow(0)
    assert not page.split[SplitAt.SEPARATORS].isEnabled()
    page.sort.put(FolderKind.SCANNER)
    page.sort.activated.emit(0)
    settle()
    page.folders.selectRow(0)

    page.split[SplitAt.SEPARATORS].click()
    settle()

    (folder,) = office.ask(receiving.folders)
    assert folder.form.kind is FolderKind.SCANNER
    assert folder.form.split_at == {SplitAt.SEPARATORS}
    page.folders.selectRow(0)
    assert [one.isChecked() for one in page.split.values()] == [True, False, False]
