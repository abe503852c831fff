"""The exchange that a letter is in: its other letters, and what it is about."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared.ids import ThreadId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import threads
from app.services.threads import OpenedThread
from app.ui.kit.labels import plain_label
from app.ui.kit.letter_lines import TABLES, LetterLines
from app.ui.kit.linking import LinkDialog, LinkWays
from app.ui.kit.shell import Shell
from app.ui.kit.sources import linked_text
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

WAYS = LinkWays(
    title=mark("What it is about"),
    text=mark("Type a name, a number or a title. The letters show there, too."),
    prompt=mark("Contact, invoice, letter, document, entry or product"),
    find=threads.linkable,
    asked=threads.linked,
    link=threads.link,
    unlink=threads.unlink,
    named=threads.named,
)
_ICONS = {
    "invoice": "file-invoice",
    "contact": "users",
    "document": "archive",
    "product": "package",
    "entry": "book-2",
    "letter-in": "inbox",
    "letter-out": "send",
}


class ThreadPane(QWidget):
    """Lists the thread of a letter and the letters that name it; alone, it is not there.

    It tells what the exchange is about unless a form beside it does.
    """

    def __init__(self, shell: Shell, *, tells_about: bool = True) -> None:
        super().__init__()
        self._shell = shell
        self._tells_about = tells_about
        self._asked: tuple[str, int] | None = None
        self.thread_id: ThreadId | None = None
        self.title = plain_label(_("In this thread"), "label")
        self.lines = LetterLines(shell, _("In this thread"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.title)
        column.addWidget(self.lines)
        self.hide()
        shell.client.changed.connect(self._news)

    def ask(self, kind: str, record: int) -> None:
        """Show the thread that a letter or a mail is in."""
        self._asked = (kind, record)
        self._shell.client.ask_or(self._show, self._gone, threads.around, kind, record)

    def empty(self) -> None:
        """Show nothing: there is no letter."""
        self._asked = self.thread_id = None
        self.hide()

    def link(self) -> None:
        """Ask what the exchange is about."""
        if self.thread_id is not None:
            LinkDialog(self, self._shell, WAYS, self.thread_id).open()

    def _show(self, opened: OpenedThread) -> None:
        if self._asked is None:
            return
        self.thread_id = opened.thread.id
        self.lines.clear()
        self.lines.add_letters(opened.letters)
        own = [(one.kind, one.record_id) for one in opened.letters]
        if self._asked in own:
            self.lines.setCurrentRow(own.index(self._asked))
        for one in opened.about if self._tells_about else ():
            self.lines.add(one.kind, one.record_id, linked_text(one), _ICONS.get(one.kind, "link"))
        self.lines.add_letters(opened.named_by)
        self.lines.fit()
        self.setVisible(self.lines.count() > 1)

    def _gone(self, _error: OfficeError) -> None:
        self.empty()

    def _news(self, tables: frozenset[str]) -> None:
        if self._asked is not None and tables & TABLES:
            self.ask(*self._asked)
