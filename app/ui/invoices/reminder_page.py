"""A run of reminders in a tab: each letter is read before any is issued, then all are numbered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.reminders.run import KIND, RUN, LetterState, Reminder, RunRow, RunState
from app.domain.shared.ids import ReminderRunId
from app.domain.shared.refusals import OfficeError
from app.services import reminder_issuing, reminders
from app.ui.invoices.reminder_verbs import RunVerbs
from app.ui.invoices.reminder_words import LETTERS, RUN_STATES, RUN_TONES, counts_text, told
from app.ui.kit.beside import beside
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

_ISSUE, _PRINT, _SAVE, _DISCARD = (
    "invoice.issue",
    "invoice.print",
    "invoice.save",
    "invoice.discard",
)
_OF_READY = ("reminder.level-1", "reminder.level-2", "reminder.level-3", "reminder.usual")


class ReminderRunPage(RecordPage):
    """Shows a run; ↑ and ↓ turn from letter to letter, Ctrl+Enter issues them all."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, RUN, record)
        self.run_id = ReminderRunId(record or 0)
        self.row: RunRow | None = None
        self.verbs = RunVerbs(shell, self)
        self.setWindowTitle(_("Reminders"))
        self.head = PageBar("", shell.book, (_PRINT, "reminder.leave-out", _ISSUE))
        self.state = Pill()
        self.head.add(self.state)
        self.told = plain_label("", "muted")
        self.table: ShortTable[Reminder] = ShortTable(_("Letters"), LETTERS)
        self.table.give_room(LETTERS[0].title)
        self.page = Preview(shell.client.lanes)
        self.page.go_without_tools()
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(self._open)
        self._lay_out()
        self._offer()
        lead_to(self, self.table)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Read the run again."""
        self.shell.client.ask_or(self._show, self._gone, reminders.get, self.run_id)
        self.shell.client.ask(self._show_letters, reminders.letters, self.run_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not event.text().strip() or not self._is_verb(event.text()):
            super().keyPressEvent(event)

    def letter(self) -> Reminder | None:
        """Return the letter that is chosen."""
        chosen = self.table.chosen_id()
        return self.table.row_of(chosen) if chosen is not None else None

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "invoices")

    def _lay_out(self) -> None:
        px = theme().px
        splitter = beside(self.table, self.page, (780, 340))
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.told)
        column.addWidget(splitter, 1)

    def _offer(self) -> None:
        book, verbs = self.shell.book, self.verbs
        book.offer(
            self,
            {
                _ISSUE: verbs.issue,
                "reminder.leave-out": verbs.turn,
                "reminder.level-1": partial(verbs.set_level, 1),
                "reminder.level-2": partial(verbs.set_level, 2),
                "reminder.level-3": partial(verbs.set_level, 3),
                "reminder.usual": partial(verbs.set_level, None),
                _PRINT: verbs.file.print_all,
                _SAVE: verbs.file.ask_where,
                "reminder.sent": verbs.note_sent,
                "reminder.withdraw": verbs.withdraw,
                _DISCARD: verbs.ask_discard,
                "invoice.customer": self._go_to_customer,
                "invoice.open": self._go_to_invoice,
                "payment.new": partial(self.shell.open, "payment-of"),
                "invoice.document": self._go_to_document,
                "list.copy": self._copy,
                "list.refresh": self.refresh,
            },
        )
        book.call(self, _ISSUE, _("Issue the reminders"))
        book.call(self, _PRINT, _("Print all…"))
        book.call(self, _SAVE, _("Save as one file"))
        book.call(self, _DISCARD, _("Discard the run"))
        self._allow()

    def _show(self, row: RunRow) -> None:
        self.row = row
        title = _("Reminders of {day}", day=formats().day(row.run.day))
        self.titled.emit(title)
        self.setWindowTitle(title)
        self.head.title.setText(title)
        self.state.tell(_(RUN_STATES[row.run.state]), RUN_TONES[row.run.state])
        self._tell()
        self._allow()

    def _tell(self) -> None:
        """Say how many letters stand where, and of the chosen one its number or its reason."""
        letter = self.letter()
        counts = counts_text(self.row) if self.row is not None else ""
        of_it = told(letter) if letter is not None else ""
        self.told.setText("\n".join(part for part in (counts, of_it) if part))

    def _show_letters(self, letters: Sequence[Reminder]) -> None:
        self.table.show_rows(letters)
        self._look_at(self.table.chosen_id())

    def _look_at(self, _record: object) -> None:
        letter = self.letter()
        self._allow()
        self._tell()
        if letter is None:
            return
        if letter.why is not None:
            self.page.empty(problem_text(letter.why))
            return
        self.page.wait()
        answer = partial(self._show_page, letter.id)
        self.shell.client.ask_or(answer, self._no_page, reminder_issuing.page, letter.id)

    def _show_page(self, letter_id: int, pdf: bytes) -> None:
        if self.table.chosen_id() == letter_id:
            self.page.show_pdf(pdf)

    def _no_page(self, _error: OfficeError) -> None:
        self.page.empty(_("No letter goes to this customer now."))

    def _allow(self) -> None:
        row, letter = self.row, self.letter()
        is_open = row is not None and row.run.state is RunState.PREPARED
        state = letter.state if letter is not None else None
        ready = row.of(LetterState.READY) if row is not None else 0
        issued = row.of(LetterState.ISSUED) if row is not None else 0
        wanted = {
            _ISSUE: is_open and ready > 0,
            _DISCARD: is_open and not issued,
            "reminder.leave-out": is_open and state in {LetterState.READY, LetterState.LEFT_OUT},
            **dict.fromkeys(_OF_READY, is_open and state is LetterState.READY),
            **dict.fromkeys((_PRINT, _SAVE, "reminder.sent"), issued > 0),
            "reminder.withdraw": state is LetterState.ISSUED,
            "invoice.document": letter is not None and letter.document_id is not None,
            "invoice.customer": letter is not None and letter.contact_id is not None,
            "invoice.open": letter is not None and bool(letter.items),
        }
        for name, allowed in wanted.items():
            self.shell.book.allow(self, name, allowed=allowed)
        text = _("Take in again") if state is LetterState.LEFT_OUT else ""
        self.shell.book.call(self, "reminder.leave-out", text)

    def _open(self, _record: object) -> None:
        """Open a letter; who gets none is opened to be mended."""
        letter = self.letter()
        if letter is not None and letter.why is None:
            self.shell.open(KIND, letter.id)
        else:
            self._go_to_customer()

    def _go_to_customer(self) -> None:
        letter = self.letter()
        if letter is not None and letter.contact_id is not None:
            self.shell.open("contact", letter.contact_id)

    def _go_to_invoice(self) -> None:
        letter = self.letter()
        if letter is not None and letter.items:
            self.shell.open("invoice", letter.items[0].invoice_id)

    def _go_to_document(self) -> None:
        letter = self.letter()
        if letter is not None and letter.document_id is not None:
            self.shell.open("document", letter.document_id)

    def _copy(self) -> None:
        count = self.table.copy_rows()
        self.shell.say(many("{n} row copied", "{n} rows copied", count))

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & {"reminder_run", "reminder"}:
            self.refresh()
