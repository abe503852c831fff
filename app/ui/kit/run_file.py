"""The letters of a run as one file: printed together, or saved where the clerk says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.shared.refusals import OfficeError
from app.services.passing import Passing
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import RecordPage
from app.ui.kit.texts import _, many


class WrittenFile(Protocol):
    """Letters of a run in one file: where, and how many."""

    @property
    def target(self) -> Path: ...

    @property
    def letters(self) -> int: ...


class RunFile:
    """Puts the letters of the run of a page together, as the query ``written`` writes them.

    ``name`` is what the run is called now.
    """

    def __init__(
        self, page: RecordPage, written: Callable[..., Any], run_id: int, name: Callable[[], str]
    ) -> None:
        self._shell = page.shell
        self._page = page
        self._written = written
        self._run_id = run_id
        self._name = name

    def print_all(self) -> None:
        """Print every letter of the run that goes on paper, in its order."""
        try:
            folder = Passing()
        except OfficeError as refusal:
            self._shell.refuse(refusal)
            return
        answer = partial(self._print, folder)
        self._write(folder.path / "letters.pdf", answer, with_mailed=False)

    def ask_where(self) -> None:
        """Ask for a file, and write every letter of the run into it."""
        name = self._name().replace("/", "-")
        dialog = QFileDialog(self._page, _("Save as one file"), f"{name}.pdf", "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def save_as(self, path: str) -> None:
        """Write every letter of the run into one file."""
        self._write(Path(path), self._saved, with_mailed=True)

    def _write(
        self, target: Path, answer: Callable[[WrittenFile], object], *, with_mailed: bool
    ) -> None:
        work = self._shell.client.watch(
            answer, self._written, self._run_id, target, replace=True, with_mailed=with_mailed
        )
        self._shell.watch(work, _("Putting the letters together"))

    def _print(self, folder: Passing, file: WrittenFile) -> None:
        pdf = file.target.read_bytes()
        folder.remove()
        print_pdf(self._page, self._shell.client.lanes, pdf, self._name())

    def _saved(self, file: WrittenFile) -> None:
        name = file.target.name
        self._shell.say(
            many("{n} letter in {file}", "{n} letters in {file}", file.letters, file=name)
        )
