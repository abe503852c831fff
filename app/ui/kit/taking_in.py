"""Taking in: files from a dialog, dropped or pasted, and pasted pictures, into the inbox.

A file that is refused keeps no other back, and what was taken in before the clerk stopped stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.archive.receiving import Failure, Origin, Outcome, Received
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError, Unavailable
from app.services.taking import Taking, Way
from app.ui.kit.client import Report
from app.ui.kit.dialogs import tell
from app.ui.kit.dropping import files_of
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many

if TYPE_CHECKING:
    from app.services.office import Office

_MOST_NAMED = 12
_TABLES = frozenset({"document", "document_link", "archive_file", "intake_problem"})
"""What may have changed when the clerk stopped in the middle."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture or a text from the clipboard, as a file would hold it."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of files, and the tables that changed."""

    received: tuple[Received, ...]
    failures: tuple[Failure, ...]
    changed: frozenset[str]


class Intake(QObject):
    """Takes files in for a page; ``began(work, text)`` and ``took(received)`` when it is done."""

    began = Signal(object, str)
    took = Signal(object)

    def __init__(
        self,
        shell: Shell,
        page: QWidget,
        source: str = "",
        told: Callable[[Sequence[Received]], str] | None = None,
    ) -> None:
        super().__init__(page)
        self._told = told or _told
        self._shell = shell
        self._page = page
        self.source = source

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
        """Take in files, after those that are on their way."""
        if files:
            client, way = self._shell.client, Way(source=self.source)
            job = partial(take_all, client.office, tuple(files), way)
            work = client.carry(self._taken, job, self._stopped)
            text = many("Taking in {n} file…", "Taking in {n} files…", len(files))
            self.began.emit(work, text)

    def _found_in(self, dropped: QMimeData) -> list[Path | Pasted]:
        files = files_of(dropped)
        if files:
            return list(files)
        stamp = formats().instant(self._shell.client.office.clock.now().astimezone())
        if dropped.hasImage():
            image = QImage(dropped.imageData())
            return [Pasted(f"{_('Picture')} {stamp}.png", "image/png", png_of(image))]
        text = dropped.text().strip()
        return [Pasted(f"{_('Text')} {stamp}.txt", "text/plain", text.encode())] if text else []

    def _taken(self, taken: Taken) -> None:
        self._shell.client.changed.emit(taken.changed)
        if taken.received:
            self._shell.say(self._told(taken.received))
            self.took.emit(taken.received)
        if refused := taken.failures:
            title = many("{n} file was not taken in", "{n} files were not taken in", len(refused))
            tell(self._page, title, "\n\n".join(map(_why, refused[:_MOST_NAMED])))

    def _stopped(self, error: OfficeError) -> None:
        self._shell.client.changed.emit(_TABLES)
        self._shell.refuse(error)
        if isinstance(error, Unavailable):
            self._shell.intake_failed.emit(error)


def take_all(office: Office, files: Sequence[Path | Pasted], way: Way, report: Report) -> Taken:
    """Take in files and pasted contents; runs beside the window."""
    taking = Taking(office, report)
    paths = [one for one in files if isinstance(one, Path)]
    outcomes = [taking.files(paths, way)] if paths else []
    outcomes += [
        taking.content(one.name, one.media_type, one.content, replace(way, origin=Origin.PASTED))
        for one in files
        if isinstance(one, Pasted)
    ]
    return _together(outcomes, taking.changed)


def can_take(dropped: QMimeData) -> bool:
    """Say whether something that is dragged can be taken in."""
    return any(url.isLocalFile() for url in dropped.urls()) or dropped.hasImage()


def png_of(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(memory, "PNG")  # type: ignore[call-overload]  # a device and a format are taken
    return bytes(memory.data().data())


def _together(outcomes: Sequence[Outcome], changed: frozenset[str]) -> Taken:
    return Taken(
        tuple(one for outcome in outcomes for one in outcome.received),
        tuple(one for outcome in outcomes for one in outcome.failures),
        changed,
    )


def _told(received: Sequence[Received]) -> str:
    known = sum(one.is_known for one in received)
    new = len(received) - known
    parts = []
    if new:
        parts.append(many("{n} file is in the inbox", "{n} files are in the inbox", new))
    if known:
        parts.append(many("{n} was there already", "{n} were there already", known))
    return " · ".join(parts)


def _why(failure: Failure) -> str:
    return problem_text(Problem("", failure.code, failure.facts))
