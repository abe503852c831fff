"""Notes over the inbox: what waits for somebody, and what this computer lacks, told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared.refusals import OfficeError
from app.services import attention
from app.ui.archive.picture_hint import mark_of, show_how, text_of
from app.ui.kit.banner import Banner
from app.ui.kit.messages import error_sentence, sentence_of
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.attention import PictureReader, Waiting

_TABLES = frozenset({"intake_problem", "job", "content_text", "document"})
PAGE = "intake-folders"


class InboxNotes(QWidget):
    """Names the newest of what waits, and leads to the rest; hidden while nothing does."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._is_wanted = False
        self._reader: PictureReader | None = None
        self.machine = Banner("machine")
        self.problems = Banner("problems")
        self.reader = Banner("reader")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (self.machine, self.problems, self.reader):
            column.addWidget(banner)
        self.machine.pressed.connect(shell.look_wanted)
        self.problems.pressed.connect(self._lead)
        self.reader.pressed.connect(self._show_how)
        shell.client.changed.connect(self._news)
        shell.intake_failed.connect(self._tell_failed)
        shell.looked.connect(self._go_on)
        self.hide()

    def show_at(self, *, inbox: bool) -> None:
        """Show the notes while the inbox is looked at."""
        self._is_wanted = inbox
        self.setVisible(inbox)
        if inbox:
            self.refresh()

    def refresh(self) -> None:
        """Ask what waits now."""
        self._shell.client.ask(self._tell, attention.waiting)
        self._shell.client.ask(self._tell_reader, attention.picture_reader)

    def _news(self, tables: frozenset[str]) -> None:
        if self._is_wanted and tables & _TABLES:
            self.refresh()

    def _tell_failed(self, error: OfficeError) -> None:
        """Say what the machine could not do: files wait where they lie until it can."""
        self.machine.tell(str(error_sentence(error)), _("Look now"))

    def _go_on(self, _looked: object) -> None:
        self.machine.tell("")

    def _tell(self, waiting: tuple[Waiting, ...]) -> None:
        some = [one for one in waiting if not one.is_ignored]
        if not some:
            self.problems.tell("")
            return
        first = some[0]
        told = sentence_of(first.code, first.facts)
        named = " ".join(part for part in (told.what, told.todo) if part)
        if first.name not in named:
            named = _("{name}: {text}", name=first.name, text=named)
        count = len(some) - 1
        more = many("{n} more waits.", "{n} more wait.", count) if count else ""
        self.problems.tell(" ".join(part for part in (named, more) if part), _("What to do…"))

    def _tell_reader(self, reader: PictureReader) -> None:
        self._reader = reader
        is_told = mark_of(reader) in self._shell.settings.now.told
        self.reader.tell("" if is_told else text_of(reader), _("How to get it…"))

    def _lead(self) -> None:
        self._shell.open(PAGE, 0)

    def _show_how(self) -> None:
        if self._reader is not None:
            show_how(self, self._reader, self._was_told)

    def _was_told(self, _result: int = 0) -> None:
        """Tell it no more: whoever read how to get it knows."""
        settings, reader = self._shell.settings, self._reader
        if reader is not None:
            told = (*settings.now.told, mark_of(reader))
            settings.change(told=tuple(dict.fromkeys(told)))
            self.reader.tell("")
