"""A mailing in a tab: each letter is read before any is issued, then all are numbered at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.correspondence.letter import Channel
from app.domain.correspondence.mail_queues import MailedLetter
from app.domain.correspondence.merging import KIND, MergeItem, MergeRun, RunRow, RunState
from app.domain.shared.ids import MergeRunId
from app.domain.shared.refusals import OfficeError
from app.services import merge_mails, merge_runs
from app.services.merge_mails import ByMail
from app.services.merge_runs import RunOutcome
from app.ui.correspondence.run_lines import COLUMNS, WAY, RunLine, lines_of
from app.ui.correspondence.run_way import RunWay
from app.ui.correspondence.shelves import RUN_STATES, RUN_TONES
from app.ui.kit.beside import beside
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.preview import Preview
from app.ui.kit.run_file import RunFile
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

ISSUE, PRINT, DISCARD = "letter.issue", "letter.print", "letter.discard"


class RunPage(RecordPage):
    """Shows a mailing; ↑ and ↓ turn from letter to letter, Ctrl+Enter issues them all."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self.run_id = MergeRunId(record or 0)
        self.row: RunRow | None = None
        self._items: Sequence[MergeItem] = ()
        self._mails: Sequence[MailedLetter] = ()
        self.setWindowTitle(_("Mailing"))
        self.head = PageBar("", shell.book, ("mailing.again", PRINT, ISSUE))
        self.state = Pill()
        self.head.add(self.state)
        self.told = plain_label("", "muted")
        self.table: ShortTable[RunLine] = ShortTable(_("Receivers"), COLUMNS)
        self.table.give_room(COLUMNS[-1].title)
        self.page = Preview(shell.client.lanes)
        self.page.go_without_tools()
        self.file = RunFile(self, merge_runs.print_file, self.run_id, self._name)
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(self._open)
        self._lay_out()
        self._offer()
        lead_to(self, self.table)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Read the mailing again."""
        self.shell.client.ask_or(self._show, self._gone, merge_runs.get, self.run_id)
        self.shell.client.ask(self._show_items, merge_runs.items, self.run_id)
        self.shell.client.ask_or(self._show_mails, self._leave, merge_mails.mailed, self.run_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not event.text().strip() or not self._is_verb(event.text()):
            super().keyPressEvent(event)

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "letters")

    def _lay_out(self) -> None:
        px = theme().px
        splitter = beside(self.table, self.page, (620, 440))
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.told)
        column.addWidget(splitter, 1)

    def _offer(self) -> None:
        book = self.shell.book
        book.offer(
            self,
            {
                ISSUE: self.issue,
                PRINT: self.file.print_all,
                DISCARD: self._ask_discard,
                "mailing.file": self.file.ask_where,
                "mailing.again": self.again,
                "letter.open": self._open_letter,
                "letter.contact": self._open_contact,
                "list.copy": self._copy,
                "list.refresh": self.refresh,
            },
        )
        book.call(self, ISSUE, _("Issue all letters"))
        book.call(self, PRINT, _("Print all…"))
        book.call(self, DISCARD, _("Discard the mailing"))
        for name in (ISSUE, PRINT, DISCARD, "mailing.file", "mailing.again"):
            book.allow(self, name, allowed=False)

    def issue(self) -> None:
        """Issue the letters that are ready; how mails leave is asked before."""
        if self.row is not None and self._is_by_mail():
            RunWay(self.shell, self, self.row.ready, self._issue).ask()
        else:
            self._issue(None)

    def _issue(self, way: ByMail | None) -> None:
        self.shell.book.allow(self, ISSUE, allowed=False)
        asked = (self.run_id, way)
        work = self.shell.client.errand(
            self._issued, merge_runs.issue, *asked, refused=self._not_issued
        )
        self.shell.watch(work, _("Issuing the letters"))

    def _is_by_mail(self) -> bool:
        return self.row is not None and self.row.run.form.channel is Channel.EMAIL

    def again(self) -> None:
        """Prepare letters to those who were skipped and can get one now."""
        work = self.shell.client.work(self._prepared, merge_runs.again, self.run_id)
        self.shell.watch(work, _("Preparing the letters"))

    def _show(self, row: RunRow) -> None:
        self.row = row
        self.titled.emit(row.run.name)
        self.head.title.setText(row.run.name)
        self.state.tell(_(RUN_STATES[row.run.state]), RUN_TONES[row.run.state])
        self.told.setText(_counts(row))
        is_open = row.run.state is RunState.PREPARED
        has_paper = not self._is_by_mail() or row.run.form.otherwise is not None
        self._fill()
        for name, allowed in (
            (ISSUE, is_open and row.ready > 0),
            (DISCARD, is_open and not row.issued),
            (PRINT, row.issued > 0 and has_paper),
            ("mailing.file", row.issued > 0),
            ("mailing.again", row.run.state is RunState.ISSUED and row.skipped > 0),
        ):
            self.shell.book.allow(self, name, allowed=allowed)

    def _show_items(self, items: Sequence[MergeItem]) -> None:
        self._items = items
        self._fill()
        self._look_at(self.table.chosen_id())

    def _show_mails(self, mails: Sequence[MailedLetter]) -> None:
        self._mails = mails
        self._fill()

    def _leave(self, _error: OfficeError) -> None:
        """Tell nothing of mails to somebody who may not read them."""

    def _fill(self) -> None:
        usual = self.row.run.form.channel if self.row is not None else Channel.POST
        self.table.setColumnHidden(WAY, not self._is_by_mail())
        self.table.show_rows(lines_of(self._items, usual, self._mails))

    def _item(self, record: object) -> MergeItem | None:
        line = self.table.row_of(record) if isinstance(record, int) else None
        return line.item if line is not None else None

    def _look_at(self, record: object) -> None:
        item = self._item(record)
        if item is None:
            return
        self.page.wait()
        asked = (self.run_id, item.position)
        client = self.shell.client
        answer = partial(self._show_page, item.id)
        client.ask_or(answer, self._no_page, merge_runs.preview, *asked)

    def _show_page(self, item_id: int, pdf: bytes) -> None:
        if self.table.chosen_id() == item_id:
            self.page.show_pdf(pdf)

    def _no_page(self, error: OfficeError) -> None:
        self.page.empty(_("The page of this letter cannot be shown."))

    def _issued(self, outcome: RunOutcome) -> None:
        told = many("{n} letter issued", "{n} letters issued", outcome.issued)
        if outcome.mailed:
            posted = many("{n} in the outbox", "{n} in the outbox", outcome.mailed)
            told = f"{told}, {posted}"
        if outcome.is_stopped:
            told = _("{letters}; the rest waits", letters=told)
        self.shell.say(told)
        self.refresh()
        self.table.setFocus()

    def _not_issued(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.refresh()

    def _prepared(self, run: MergeRun) -> None:
        self.shell.open(KIND, run.id)

    def _name(self) -> str:
        return self.row.run.name if self.row else ""

    def _ask_discard(self) -> None:
        question = Question(
            _("Discard the mailing?"),
            _("No letter of it is issued: nothing is left of it, and no number is missing."),
            _("Discard"),
        )
        ask(self, question, self.discard)

    def discard(self) -> None:
        """Throw the mailing away; nothing of it was issued."""
        self.shell.client.do(self._discarded, merge_runs.discard, self.run_id)

    def _discarded(self, run: MergeRun) -> None:
        self.shell.say(_("{name} is discarded", name=run.name))
        self.finished.emit()

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _open(self, record: object) -> None:
        """Open the issued letter of a receiver; one who has none is opened to be mended."""
        item = self._item(record)
        if item is not None and item.letter_id is not None:
            self.shell.open("letter-out", item.letter_id)
        elif item is not None:
            self.shell.open("contact", item.contact_id)

    def _open_letter(self) -> None:
        self._open(self.table.chosen_id())

    def _open_contact(self) -> None:
        item = self._item(self.table.chosen_id())
        if item is not None:
            self.shell.open("contact", item.contact_id)

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"merge_run", "merge_item"}:
            self.refresh()
        elif "mail" in tables and self._mails:
            client = self.shell.client
            client.ask_or(self._show_mails, self._leave, merge_mails.mailed, self.run_id)


def _counts(row: RunRow) -> str:
    parts = (
        (row.ready, many("{n} letter waits", "{n} letters wait", row.ready)),
        (row.issued, many("{n} letter issued", "{n} letters issued", row.issued)),
        (row.skipped, many("{n} skipped", "{n} skipped", row.skipped)),
    )
    return " · ".join(text for count, text in parts if count)
