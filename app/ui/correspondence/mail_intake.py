"""Taking mails in: files from a dialog, dropped or pasted, and what mail programs drag along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.archive.receiving import Failure
from app.domain.correspondence.arriving import Taken
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.services import mails
from app.ui.kit.dialogs import tell
from app.ui.kit.dropping import files_of
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

MESSAGE = "message/rfc822"
_MOST_NAMED = 12
_TABLES = frozenset({"mail", "letter_thread", "document", "document_link", "archive_file"})
"""What may have changed when the clerk stopped in the middle."""


class MailIntake(QObject):
    """Takes mails in for a page; ``took(Taken)`` when it is done."""

    took = Signal(object)

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def ask(self) -> None:
        """Ask for files and take in the mails in them."""
        dialog = QFileDialog(self._page, _("Take in mails"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        known = _("Mails and mailboxes") + " (*.eml *.msg *.mbox *.mbx)"
        dialog.setNameFilters([known, _("All files") + " (*)"])
        dialog.filesSelected.connect(self.put_named)
        dialog.open()

    def put_named(self, names: Sequence[str]) -> None:
        """Take in the mails of files by their names."""
        self.put(tuple(map(Path, names)))

    def paste(self) -> None:
        """Take in what lies in the clipboard."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self._shell.say(_("There is no mail in the clipboard."))

    def take(self, dropped: QMimeData) -> bool:
        """Take in what was dropped or pasted; says whether there was anything."""
        paths = files_of(dropped)
        if paths:
            self.put(paths)
        elif message := _message(dropped):
            name = _("Dropped mail")
            client = self._shell.client
            work = client.errand(
                self._taken, mails.take_messages, (message,), name, refused=self._stopped
            )
            self._shell.watch(work, _("Taking in mails…"))
        return can_take(dropped)

    def put(self, paths: tuple[Path, ...]) -> None:
        """Take in the mails of files, after those that are on their way."""
        if paths:
            client = self._shell.client
            work = client.errand(self._taken, mails.take, paths, refused=self._stopped)
            self._shell.watch(work, _("Taking in mails…"))

    def _taken(self, taken: Taken) -> None:
        self.took.emit(taken)
        if taken.odd or taken.failures:
            tell(self._page, told_of(taken), "\n\n".join(_whys(taken)))
        else:
            self._shell.say(told_of(taken))

    def _stopped(self, error: OfficeError) -> None:
        self._shell.client.changed.emit(_TABLES)
        self._shell.refuse(error)


def can_take(dropped: QMimeData) -> bool:
    """Say whether something that is dragged can be taken in."""
    return any(url.isLocalFile() for url in dropped.urls()) or bool(_message(dropped))


def told_of(taken: Taken) -> str:
    """Return what came of it in a line."""
    known = len(set(taken.known))
    new = len(set(taken.kept)) - known
    parts = []
    if new:
        parts.append(many("{n} mail was taken in", "{n} mails were taken in", new))
    if known:
        parts.append(many("{n} was there already", "{n} were there already", known))
    if refused := len(taken.failures):
        parts.append(many("{n} file was refused", "{n} files were refused", refused))
    return " · ".join(parts) or _("There was no mail in it")


def _whys(taken: Taken) -> list[str]:
    """Return why something could not be taken in, or not be read whole."""
    whys = [_why(one) for one in taken.failures[:_MOST_NAMED]]
    if odd := len(set(taken.odd)):
        whys.append(
            many(
                "{n} mail could not be read whole; its message is kept as it came.",
                "{n} mails could not be read whole; their messages are kept as they came.",
                odd,
            )
        )
    return whys


def _why(failure: Failure) -> str:
    return problem_text(Problem("", failure.code, failure.facts))


def _message(dropped: QMimeData) -> bytes:
    return bytes(dropped.data(MESSAGE).data()) if dropped.hasFormat(MESSAGE) else b""
