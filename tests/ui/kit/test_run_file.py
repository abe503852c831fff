"""Letters of a run are written into one file, by a name that a disk takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.services.office import Desk
from app.services.passing import NoRoom
from app.services.permissions import Permission, query
from app.ui.kit.run_file import RunFile
from app.ui.kit.shell import RecordPage, Shell
from tests.ui.pdfs import a_pdf

RUN = 7


@dataclass(frozen=True, slots=True)
class Together:
    """Letters in one file."""

    target: Path
    letters: int


@query(Permission.LETTERS_READ)
def written(
    desk: Desk, run_id: int, target: Path, *, replace: bool = False, with_mailed: bool = True
) -> Together:
    """Write the letters of a run: three, of which one goes by mail."""
    letters = 3 if with_mailed else 2
    target.write_bytes(a_pdf(("one",)))
    return Together(target, letters)


@pytest.fixture
def file(qtbot: QtBot, shell: Shell) -> RunFile:
    page = RecordPage(shell, "merge-run", RUN)
    qtbot.addWidget(page)
    return RunFile(page, written, RUN, lambda: "Summer / autumn")


def test_every_letter_is_in_the_file_that_is_saved(
    file: RunFile, shell: Shell, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shell.noted) as noted:
        file.save_as(str(tmp_path / "all.pdf"))

    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")
    assert noted.args[0].text == "3 letters in all.pdf"


def test_what_goes_on_paper_is_led_to_a_printer(file: RunFile, qtbot: QtBot) -> None:
    file.print_all()

    qtbot.waitUntil(lambda: bool(file._page.findChildren(QDialog)))
    (dialog,) = file._page.findChildren(QDialog)
    dialog.reject()


def test_the_file_is_asked_for_by_the_name_of_the_run(file: RunFile) -> None:
    file.ask_where()

    (dialog,) = file._page.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Summer - autumn.pdf")
    dialog.reject()


def test_where_no_file_can_pass_it_is_said(
    file: RunFile,
    shell: Shell,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "config").write_text("a file")
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))

    with qtbot.waitSignal(shell.refused) as refused:
        file.print_all()

    assert isinstance(refused.args[0], NoRoom)
