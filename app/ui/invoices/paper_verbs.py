"""What can be done with any paper of a sale: it is printed, saved, and found in the archive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId
from app.services import archive
from app.ui.kit.paper_mail import PaperMail
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class PaperVerbs(QObject):
    """Prints and saves papers, and leads to their documents; ``discarded()`` when one is gone."""

    discarded = Signal()

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self.shell = shell
        self.client = shell.client
        self.page = page

    def print_pdf(self, title: str, pdf: bytes) -> None:
        """Print a page that is here already."""
        print_pdf(self.page, self.client.lanes, pdf, title)

    def save_filed(self, source: str, otherwise: str) -> None:
        """Ask for a place and put a copy of a filed PDF there; ``otherwise`` says there is none."""
        self.client.ask(partial(self._ask_place, otherwise), archive.of, source)

    def go_to_filed(self, source: str, otherwise: str) -> None:
        """Show a paper in the archive."""
        self.client.ask(partial(self._show_document, otherwise), archive.of, source)

    def write_mail(self, write: Callable[..., Any], record: int) -> None:
        """Write the mail with which a paper goes out, and open it to be read and sent."""
        PaperMail(self.shell, self).write(write, record)

    def ask_file(self, record: Record, title: str, kind: str, suffix: str) -> None:
        """Ask for a place and put a copy of a filed paper there."""
        dialog = QFileDialog(self.page, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(record.file_name())
        dialog.fileSelected.connect(partial(self._save, record.id))
        dialog.open()

    def _ask_place(self, otherwise: str, records: tuple[Record, ...]) -> None:
        if not records:
            self.shell.say(otherwise)
            return
        self.ask_file(records[0], _("Save PDF as…"), _("PDF files"), "pdf")

    def _save(self, record: RecordId, path: str) -> None:
        self.client.ask_or(
            self._saved, self.shell.refuse, archive.export, record, Path(path), replace=True
        )

    def _saved(self, path: Path) -> None:
        self.shell.say(_("Saved as {file}", file=path.name))

    def _show_document(self, otherwise: str, records: tuple[Record, ...]) -> None:
        if records:
            self.shell.open("document", records[0].id)
        else:
            self.shell.say(otherwise)
