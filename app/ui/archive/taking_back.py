"""Taking an exported archive back in from the window: which, what is in it, how far, what came."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.shared.refusals import OfficeError
from app.services import exported, taking_back
from app.services.exported import Exported
from app.services.taking_back import TakenBack
from app.ui.kit.dialogs import Question, ask, tell, tell_error
from app.ui.kit.file_words import size_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many
from app.ui.kit.work import Work


class TakingBack(QObject):
    """Looks into a folder, asks, and takes the archive in; who stops it goes on there later."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def ask(self) -> None:
        """Ask for the folder of an exported archive and look into it."""
        folder = QFileDialog.getExistingDirectory(self._page, _("Take an exported archive in"))
        if folder:
            self.look(Path(folder))

    def look(self, folder: Path) -> Work:
        """Tell what an exported archive holds, and ask whether to take it in."""
        work = self._shell.client.watch(partial(self._ask, folder), exported.look_into, folder)
        self._shell.watch(work, _("Looking into the exported archive…"))
        return work

    def take(self, folder: Path) -> Work:
        """Take an exported archive in, and tell how far it is."""
        client = self._shell.client
        work = client.errand(self._told, taking_back.take_back, folder, refused=self._refused)
        self._shell.watch(work, _("Taking the archive in…"))
        return work

    def _ask(self, folder: Path, found: Exported) -> None:
        text = "\n\n".join(part for part in (contents_text(found), against_text(found)) if part)
        title = _("Archive of {company}", company=found.company)
        if found.can_be_taken and found.documents:
            question = Question(title, text, _("Take in"))
            ask(self._page, question, partial(self.take, folder))
        else:
            tell(self._page, title, text)

    def _told(self, back: TakenBack) -> None:
        documents = many("{n} document", "{n} documents", back.documents)
        files = many("{n} file", "{n} files", back.files)
        self._shell.say(_("{documents} taken in, {files}", documents=documents, files=files))

    def _refused(self, error: OfficeError) -> None:
        tell_error(self._page, error)


def contents_text(found: Exported) -> str:
    """Return what an exported archive holds, in words."""
    made = formats().instant(found.made_at.astimezone())
    return _(
        "Exported {when}: {documents}, {files}, {size}.",
        when=made,
        documents=many("{n} document", "{n} documents", found.documents),
        files=many("{n} file", "{n} files", found.files),
        size=size_text(found.size),
    )


def against_text(found: Exported) -> str:
    """Return what speaks against taking it in, or what of it is here already."""
    if found.wanting:
        wanting = many(
            "{n} file is missing or was changed; nothing can be taken in.",
            "{n} files are missing or were changed; nothing can be taken in.",
            found.wanting,
        )
        return "\n".join((wanting, *found.named))
    if found.clashing:
        return many(
            "The number of {n} document belongs to another one here; nothing can be taken in.",
            "The numbers of {n} documents belong to others here; nothing can be taken in.",
            found.clashing,
        )
    if found.here:
        return many(
            "{n} document is here already and stays as it is.",
            "{n} documents are here already and stay as they are.",
            found.here,
        )
    return "" if found.documents else _("It holds no documents.")
