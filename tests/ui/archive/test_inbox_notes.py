"""The inbox names what waits, leads to the rest, and tells once what this computer lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import reading, receiving
from app.services.office import Office
from app.services.taking import Taking
from app.ui.archive.folders_page import FoldersPage
from app.ui.archive.tab import ArchiveTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests import foreign
from tests.services.incoming import put
from tests.services.test_likeness import take


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def test_what_did_not_come_in_is_named_over_the_inbox(
    qtbot: QtBot, tab: ArchiveTab, space: Workspace, tmp_path: Path
) -> None:
    banner, client = tab.notes.problems, tab.shell.client
    assert banner.isHidden()
    Taking(client.office).files([put(tmp_path, name, b"") for name in ("a.pdf", "b.pdf")])
    client.changed.emit(frozenset({"intake_problem"}))
    qtbot.waitUntil(banner.isVisible)

    text = banner.text.text()
    banner.button.click()

    assert text.startswith("The file b.pdf is empty. Scan or save it once more.")
    assert text.endswith("1 more waits.")
    qtbot.waitUntil(lambda: isinstance(space.page, FoldersPage))


def test_what_is_ignored_and_other_places_have_no_notes(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, office: Office, tmp_path: Path
) -> None:
    Taking(office).files([put(tmp_path, "a.pdf", b"")])
    shell.client.changed.emit(frozenset({"intake_problem"}))
    qtbot.waitUntil(tab.notes.problems.isVisible)

    tab.places.go("trash")
    qtbot.waitUntil(tab.notes.isHidden)
    (trouble,) = office.ask(receiving.troubles)
    office.do(receiving.ignore, trouble.id)
    tab.places.go("inbox")

    qtbot.waitUntil(tab.notes.isVisible)
    qtbot.waitUntil(tab.notes.problems.isHidden)


def test_what_this_computer_lacks_is_told_once(
    qtbot: QtBot, tab: ArchiveTab, shell: Shell, office: Office
) -> None:
    take(office, "scan.pdf", foreign.a_scanned_pdf(foreign.a_scan("Lasku")))
    office.run(reading.read_some, 60)
    reading.rest(office)
    shell.client.changed.emit(frozenset({"content_text"}))
    banner = tab.notes.reader
    qtbot.waitUntil(banner.isVisible)

    banner.button.click()
    (dialog,) = tab.notes.findChildren(Dialog)
    dialog.accept()
    qtbot.waitUntil(banner.isHidden)
    shell.client.changed.emit(frozenset({"content_text"}))

    qtbot.waitUntil(lambda: not shell.client.lanes.questions.is_busy)
    assert banner.isHidden()
    assert shell.settings.now.told == ("tesseract",)
