"""Exporting the whole archive from the window: where to, how far, and where it lies then."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.services import handing_out
from app.services.handing_out import HandedOut
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language, many
from app.ui.kit.work import Work


def ask_where(shell: Shell, page: QWidget) -> None:
    """Ask for the folder in which the export is to lie, and write it there."""
    folder = QFileDialog.getExistingDirectory(page, _("Export the archive into"))
    if folder:
        export_to(shell, Path(folder))


def export_to(shell: Shell, folder: Path) -> Work:
    """Write the archive into a new folder of its own in this one, and tell how far it is."""
    name = _("Archive {day}", day=shell.today().isoformat())
    answer, client = partial(_told, shell), shell.client
    work = client.watch(answer, handing_out.hand_out, folder / name, language())
    shell.watch(work, _("Exporting the archive…"))
    return work


def _told(shell: Shell, out: HandedOut) -> None:
    count = many("{n} document", "{n} documents", out.documents)
    shell.say(_("{count} exported to {folder}", count=count, folder=out.target.name))
