"""Notices at a document: what of it waits for somebody, with what can be done about it.

notices = Notices(shell, viewer)
notices.ask(seen)                  # shows itself when there is something to say
notices.clear()
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.domain.archive.likeness import Alike
from app.domain.archive.texts import Reading, ReadingState
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.services import attention, documents, likeness, reading, stacks
from app.services.attention import About
from app.ui.archive.comparing import Comparison
from app.ui.archive.picture_hint import show_how
from app.ui.archive.unlocking import Unlocking
from app.ui.archive.viewer import Viewer
from app.ui.kit.flow import Flow
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import sentence_of
from app.ui.kit.sheets import banner
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.documents import Seen

_TABLES = frozenset({"job", "content_text", "document_likeness", "file_password", "document_link"})
LOCKED = "reading.locked"
Deed = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """One sentence with buttons under it."""

    def __init__(self, text: str, deeds: tuple[Deed, ...]) -> None:
        super().__init__()
        self.text = plain_label(text)
        self.text.setWordWrap(True)
        self.buttons: dict[str, QPushButton] = {}
        row = QWidget()
        flow = Flow(theme().px(6), row)
        for label, done in deeds:
            button = self.buttons[label] = QPushButton(label)
            button.clicked.connect(partial(_plainly, done))
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(16), theme().px(6), theme().px(8), theme().px(8))
        column.setSpacing(theme().px(6))
        column.addWidget(self.text)
        column.addWidget(row)
        row.setVisible(bool(deeds))
        self.setAccessibleName(text)
        theme().dress(self, banner)


class Notices(QWidget):
    """What is to be known of the document that is shown; hidden while that is nothing."""

    def __init__(self, shell: Shell, viewer: Viewer) -> None:
        super().__init__()
        self._shell = shell
        self._viewer = viewer
        self._seen: Seen | None = None
        self.shown: list[Notice] = []
        self.unlocking = Unlocking(shell, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.unlocking.opened.connect(self._unlocked)
        viewer.preview.locked.connect(self._unlocked)
        shell.client.changed.connect(self._news)
        self.hide()

    def ask(self, seen: Seen) -> None:
        """Ask what is to be known of a document."""
        if self._seen is None or self._seen.document.id != seen.document.id:
            self.clear()
        self._seen = seen
        client = self._shell.client
        client.ask_or(self._show, self._none, attention.about, seen.document.id)

    def clear(self) -> None:
        """Say nothing."""
        self._seen = None
        self._empty()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and self._seen is not None:
            self.ask(self._seen)

    def _show(self, about: About) -> None:
        if self._seen is None or about.document_id != self._seen.document.id:
            return
        self._empty()
        for text, deeds in self._said(about):
            notice = Notice(text, deeds)
            self._column.addWidget(notice)
            self.shown.append(notice)
        self.setVisible(bool(self.shown))

    def _said(self, about: About) -> list[tuple[str, tuple[Deed, ...]]]:
        said = []
        if about.reading.state is ReadingState.FAILED:
            said.append(self._of_reading(about.document_id, about.reading))
        elif about.reading.pictures and about.reader.is_wanted:
            text = _("Its pages are pictures, whose words cannot be found until they are read.")
            how = partial(show_how, self, about.reader)
            said.append((text, ((_("How they are read…"), how),)))
        if about.unsplit is not None:
            said.append(self._of_stack(about.unsplit))
        if about.alike is not None:
            said.append(self._of_likeness(about.alike))
        return said

    def _of_reading(self, document_id: DocumentId, read: Reading) -> tuple[str, tuple[Deed, ...]]:
        found = sentence_of(read.code, read.facts)
        text = " ".join(part for part in (found.what, found.why, found.todo) if part)
        again = (_("Try again"), partial(self._do, reading.retry, (document_id,)))
        if read.code.startswith(LOCKED) and read.facts.get("why") in (None, "", "pdf"):
            return text, ((_("Enter the password…"), self.ask_password), again)
        return text, (again,)

    def _of_stack(self, one: stacks.Unsplit) -> tuple[str, tuple[Deed, ...]]:
        found = sentence_of(one.code, one.facts)
        text = _("It was not split by itself. {what} {why}", what=found.what, why=found.why)
        return text, (
            (_("Look at its pages…"), partial(self._shell.open, "pages", one.document_id)),
            (_("Try again"), partial(self._do, stacks.retry, one.document_id)),
            (_("Leave it whole"), partial(self._do, stacks.leave, one.document_id)),
        )

    def _of_likeness(self, one: Alike) -> tuple[str, tuple[Deed, ...]]:
        when = formats().instant(one.received_at.astimezone())
        text = _("It looks like {title}, which came in {when}.", title=one.title, when=when)
        return text, (
            (_("Compare side by side…"), partial(self._compare, one)),
            (_("Link them"), partial(self._link, one)),
            (_("Not the same"), partial(self._do, likeness.dismiss, one.document_id)),
        )

    def ask_password(self) -> None:
        """Ask for the password of the document that is shown."""
        if self._seen is not None:
            self.unlocking.ask(self._seen.document.id, self._seen.document.title)

    def _compare(self, one: Alike) -> None:
        comparison = Comparison(self, self._shell, one)
        comparison.linked.connect(partial(self._link, one))
        comparison.dismissed.connect(partial(self._do, likeness.dismiss, one.document_id))
        comparison.open()

    def _link(self, one: Alike) -> None:
        """Link the two; what belongs together is not told again."""
        source = f"document:{one.other_id}"
        self._do(documents.link, one.document_id, source)
        self._do(likeness.dismiss, one.document_id)
        self._shell.say(_("They are linked; each leads to the other."))

    def _do(self, command: Callable[..., object], *args: object) -> None:
        self._shell.client.do(self._done, command, *args)

    def _done(self, _result: object) -> None:
        if self._seen is not None:
            self.ask(self._seen)

    def _unlocked(self) -> None:
        """Show the pages of a locked file, where its password is kept."""
        if self._seen is not None:
            self.unlocking.show(self._seen.document.id, self._seen.file, self._viewer)

    def _none(self, _error: OfficeError) -> None:
        self._empty()

    def _empty(self) -> None:
        for notice in self.shown:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.shown = []
        self.hide()


def _plainly(done: Callable[[], object], _is_checked: object = None) -> None:
    """Do what a button says, whatever else it tells."""
    done()
