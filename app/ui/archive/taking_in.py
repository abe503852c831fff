"""Taking in: files from a dialog, dropped or pasted, and pasted pictures, into the inbox.

One after the other, each in a transaction of its own: a file that is refused keeps no other back,
and what was taken in before the clerk stopped stays. Those refused are named at the end.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.archive.record import Record
from app.domain.shared.refusals import OfficeError
from app.services import archive
from app.ui.kit.dialogs import tell
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many
from app.ui.kit.work import Work

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture or a text from the clipboard, as a file would hold it."""

    name: str
    media_type: str
    content: bytes


class Intake(QObject):
    """Takes files in for a page; ``began(work, text)`` and ``took()`` when all are done."""

    began = Signal(object, str)
    took = Signal()

    def __init__(self, shell: Shell, page: QWidget, source: str = "") -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self.source = source
        self._waiting: deque[Path | Pasted] = deque()
        self._work: Work | None = None
        self._now: Work | None = None
        self._done: list[Record] = []
        self._refused: list[str] = []
        self._of = 0

    def ask(self) -> None:
        """Ask for files and take them in."""
        paths, _kind = QFileDialog.getOpenFileNames(self._page, _("Take in files"))
        self.put([Path(path) for path in paths])

    def paste(self) -> None:
        """Take in what lies in the clipboard: files, a picture or a text."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self._shell.say(_("There is no file, picture or text in the clipboard."))

    def take(self, dropped: QMimeData) -> bool:
        """Take in what was dropped or pasted; says whether there was anything."""
        found = self._found_in(dropped)
        self.put(found)
        return bool(found)

    def put(self, files: Sequence[Path | Pasted]) -> None:
        """Take in files after those that are on their way."""
        if not files:
            return
        self._waiting.extend(files)
        self._of += len(files)
        if self._work is None:
            self._work = Work(self)
            text = many("Taking in {n} file…", "Taking in {n} files…", self._of)
            self.began.emit(self._work, text)
            self._next()

    def _found_in(self, dropped: QMimeData) -> list[Path | Pasted]:
        files = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        if files:
            return list(files)
        stamp = formats().instant(self._shell.client.office.clock.now().astimezone())
        if dropped.hasImage():
            image = QImage(dropped.imageData())
            return [Pasted(f"{_('Picture')} {stamp}.png", "image/png", png_of(image))]
        text = dropped.text().strip()
        return [Pasted(f"{_('Text')} {stamp}.txt", "text/plain", text.encode())] if text else []

    def _next(self) -> None:
        if self._work is not None and self._work.is_cancelled:
            self._waiting.clear()
        if not self._waiting:
            self._end()
            return
        file = self._waiting.popleft()
        client, refused = self._shell.client, partial(self._not_taken, _name_of(file))
        if isinstance(file, Path):
            now = client.work(self._taken, archive.take_in, file, self.source, refused=refused)
        else:
            known = (file.name, file.media_type, file.content, self.source)
            now = client.work(self._taken, archive.file, *known, refused=refused)
        self._now = now

    def _taken(self, record: Record) -> None:
        self._done.append(record)
        self._step()

    def _not_taken(self, name: str, error: OfficeError) -> None:
        if self._work is None or not self._work.is_cancelled:
            found = error_sentence(error)
            self._refused.append(f"{name}: {found.what} {found.todo}".strip())
        self._step()

    def _step(self) -> None:
        if self._work is not None:
            self._work.progressed.emit(self._of - len(self._waiting), self._of)
        self._next()

    def _end(self) -> None:
        count, refused = len(self._done), tuple(self._refused)
        if self._work is not None:
            self._work.ended.emit()
            self._work.deleteLater()
        self._work, self._of = None, 0
        self._done.clear()
        self._refused.clear()
        if count:
            self._shell.say(many("{n} file is in the inbox", "{n} files are in the inbox", count))
            self.took.emit()
        if refused:
            title = many("{n} file was not taken in", "{n} files were not taken in", len(refused))
            tell(self._page, title, "\n".join(refused[:_MOST_NAMED]))


def can_take(dropped: QMimeData) -> bool:
    """Say whether something that is dragged can be taken in."""
    return any(url.isLocalFile() for url in dropped.urls()) or dropped.hasImage()


def png_of(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(memory, "PNG")  # type: ignore[call-overload]  # a device and a format are taken
    return bytes(memory.data().data())


def _name_of(file: Path | Pasted) -> str:
    return file.name
