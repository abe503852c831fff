from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.domain.archive.row import Wanted
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import archive, documents, handing_out
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from app.ui.archive.tab import ArchiveTab
from app.ui.archive.taking_back import TakingBack
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Note, Shell
from tests.builders import TODAY
from tests.trade import opened_books

EVERY = View(), Wanted(states=())


@pytest.fixture
def export(tmp_path: Path, empty_folder: Path) -> Iterator[Path]:
    """Return the exported archive of another company, which filed one note."""
    copied = tmp_path / "Other.backdesk"
    shutil.copytree(empty_folder, copied)
    other = Office(open_office(copied), FixedClock(TODAY), Actor("Ville"))
    opened_books(other)
    other.do(archive.file, "lease.txt", "text/plain", b"lease")
    yield other.ask(handing_out.hand_out, tmp_path / "out", "en").target
    other.close()


def asked(qtbot: QtBot, tab: ArchiveTab, folder: Path) -> Dialog:
    """Look into an export and return what the window asks or tells."""
    taking: TakingBack = tab.taking_back
    taking.look(folder)
    qtbot.waitUntil(lambda: bool(tab.findChildren(Dialog)), timeout=20_000)
    return tab.findChildren(Dialog)[0]


def test_an_archive_is_shown_and_taken_in(
    qtbot: QtBot, shell: Shell, tab: ArchiveTab, office: Office, export: Path
) -> None:
    said: list[Note] = []
    shell.noted.connect(said.append)
    before = len(office.ask(documents.spine, *EVERY))
    dialog = asked(qtbot, tab, export)
    assert "1 document, 1 file, 5 bytes" in dialog.accessibleDescription()

    dialog.accept()

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].text == "1 document taken in, 1 file"
    assert len(office.ask(documents.spine, *EVERY)) == before + 1


def test_what_is_here_already_is_told_and_not_offered(
    qtbot: QtBot, tab: ArchiveTab, office: Office, filed: dict[str, Record], tmp_path: Path
) -> None:
    out = office.ask(handing_out.hand_out, tmp_path / "mine")

    dialog = asked(qtbot, tab, out.target)

    assert "4 documents are here already and stay as they are." in dialog.accessibleDescription()
    dialog.accept()
    assert len(office.ask(documents.spine, *EVERY)) == 4


def test_a_missing_file_is_named_before_anything_is_taken(
    qtbot: QtBot, tab: ArchiveTab, office: Office, export: Path
) -> None:
    next(export.rglob("*lease*")).unlink()

    dialog = asked(qtbot, tab, export)

    assert "1 file is missing" in dialog.accessibleDescription()
    assert "lease.txt" in dialog.accessibleDescription()


def test_a_changed_file_is_named_and_nothing_is_taken(
    qtbot: QtBot, tab: ArchiveTab, office: Office, export: Path
) -> None:
    next(export.rglob("*lease*")).write_bytes(b"LEASE")

    tab.taking_back.take(export)

    qtbot.waitUntil(lambda: bool(tab.findChildren(Dialog)), timeout=20_000)
    assert "lease.txt is not as it was exported" in tab.findChildren(Dialog)[0].windowTitle()
    assert len(office.ask(documents.spine, *EVERY)) == 4
