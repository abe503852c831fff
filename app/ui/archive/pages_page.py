"""The pages of a document in a tab: arranged by keys, then made into a new version or documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from app.domain.archive.document import Document
from app.domain.archive.pages import Leaf, SplitAt
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.services import documents, paging
from app.services.paging import Signature, SignedPages, Stack
from app.ui.archive.page_sheets import PageSheets
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.flow import Flow
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.lane import Reply
from app.ui.kit.messages import error_sentence
from app.ui.kit.pdf_file import PdfFile, Unreadable
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

KIND = "pages"


class PagesPage(RecordPage):
    """Arranges the pages of one document; what comes of it is new, the original stays."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self._document: Document | None = None
        self.setWindowTitle(_("Pages"))
        self.hint = plain_label(
            _("R turns, Del leaves out, Alt+arrows move, S splits, Ctrl+Z takes back."), "muted"
        )
        self.hint.setWordWrap(True)
        self.sheets = PageSheets(shell.client.lanes)
        self.make = self._button(_("Make a new version"), self.make_it)
        self.make.setProperty("primary", True)  # noqa: FBT003  Qt's property
        self._lay_out()
        self.sheets.changed.connect(self._fit)
        self.sheets.made.connect(self.make_it)
        shell.book.offer(self, {"document.save": self.make_it})
        lead_to(self, self.sheets)
        self._fit()
        self._ask()

    @property
    def document_id(self) -> DocumentId:
        """The document whose pages these are."""
        return DocumentId(self.record or 0)

    def make_it(self) -> None:
        """Make the new version, or the documents into which it is cut."""
        if self._document is None or not self.sheets.is_changed:
            return
        parts = self.sheets.arrangement.parts()
        if len(parts) > 1:
            self._split(parts)
        else:
            self._arrange(Signature.NEEDED)

    def look_for_cuts(self) -> None:
        """Read the pages, and cut at separator sheets, blank pages and labels."""
        where = frozenset(SplitAt)
        work = self.shell.client.watch(self._cut, paging.stack, self.document_id, where)
        self.shell.watch(work, _("Looking through the pages…"))

    def _button(self, text: str, done: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(done)
        return button

    def _lay_out(self) -> None:
        px = theme().px
        line = Flow(px(8))
        sheets = self.sheets
        for text, done in (
            (_("Turn"), partial(sheets.turn, 90)),
            (_("Leave out"), sheets.leave_out),
            (_("Split here"), sheets.cut),
            (_("Take back"), sheets.take_back),
            (_("Find where to split"), self.look_for_cuts),
        ):
            line.addWidget(self._button(text, partial(_plainly, done)))
        line.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addWidget(self.sheets, 1)
        theme().dress(self, controls)

    def _ask(self) -> None:
        client = self.shell.client
        client.ask(self._know, documents.get, self.document_id)
        client.ask_or(self._open, self._refused, paging.paper, self.document_id)

    def _know(self, document: Document) -> None:
        self._document = document
        self.titled.emit(_("Pages of {title}", title=document.title))
        self._fit()

    def _open(self, pdf: bytes) -> None:
        reply = Reply(self._show, self._unreadable)
        self.shell.client.lanes.pages.run(partial(PdfFile, pdf), reply)

    def _show(self, file: PdfFile) -> None:
        self.sheets.show_file(file)
        self._fit()

    def _unreadable(self, error: Exception) -> None:
        self.hint.setText(_("The pages cannot be shown: the file is damaged or locked."))
        if not isinstance(error, Unreadable):
            raise error

    def _refused(self, error: OfficeError) -> None:
        found = error_sentence(error)
        self.hint.setText(" ".join(part for part in (found.what, found.why) if part))

    def _cut(self, stack: Stack) -> None:
        arrangement = self.sheets.arrangement
        kept = {page for part in stack.parts for page in part}
        begins = {part[0] for part in stack.parts[1:]}
        gone = [at for at, leaf in enumerate(arrangement.leaves) if leaf.page not in kept]
        after = arrangement.without(gone) if len(gone) < len(arrangement.leaves) else arrangement
        for at, leaf in enumerate(after.leaves):
            if leaf.page in begins and at not in after.cuts:
                after = after.cut(at)
        self.sheets.become(after)

    def _fit(self) -> None:
        count = len(self.sheets.arrangement.parts())
        made = many("Make {n} document", "Make {n} documents", count)
        self.make.setText(made if count > 1 else _("Make a new version"))
        self.make.setEnabled(self._document is not None and self.sheets.is_changed)

    def _split(self, parts: tuple[tuple[Leaf, ...], ...]) -> None:
        client = self.shell.client
        work = client.work(self._were_made, paging.split, self.document_id, parts)
        self.shell.watch(work, _("Making the documents…"))

    def _arrange(self, signature: Signature) -> None:
        assert self._document is not None
        self.shell.client.do(
            self._was_made,
            paging.arrange,
            self.document_id,
            self._document.version,
            self.sheets.arrangement.leaves,
            signature,
            refused=self._not_made,
        )

    def _not_made(self, error: OfficeError) -> None:
        if not isinstance(error, SignedPages):
            self.shell.refuse(error)
            return
        found = error_sentence(error)
        question = Question(found.what, found.why, _("Make it without the signature"))
        ask(self, question, partial(self._arrange, Signature.LEFT_BEHIND))

    def _was_made(self, document: Document) -> None:
        self.shell.say(_("{title} has a new version; the one before stays", title=document.title))
        self.finished.emit()

    def _were_made(self, made: tuple[Document, ...]) -> None:
        self.shell.say(
            many(
                "{n} new document in the inbox; the original stays",
                "{n} new documents in the inbox; the original stays",
                len(made),
            )
        )
        self.finished.emit()


def _plainly(done: Callable[[], object], _is_checked: object = None) -> None:
    """Do what a button says, whatever else it tells."""
    done()
