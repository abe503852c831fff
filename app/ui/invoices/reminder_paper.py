"""One reminder in a tab: its paper as it was filed, and the way to its run and its customer."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.reminders.run import KIND, RUN, LetterState, Reminder
from app.domain.shared.ids import ReminderId
from app.domain.shared.refusals import OfficeError
from app.services import reminder_issuing, reminders
from app.ui.invoices.reminder_words import STATES, TONES
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_BUTTONS = ("invoice.customer", "reminder.open", "invoice.print")


class ReminderPaperPage(RecordPage):
    """Shows one reminder."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self._letter: Reminder | None = None
        self.bar = PageBar(_("Reminder"), shell.book, _BUTTONS)
        self.state = Pill()
        self.bar.add(self.state)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        self.setWindowTitle(_("Reminder"))
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        shell.book.offer(
            self,
            {
                "invoice.print": self.page.print_out,
                "invoice.save": self.page.save_as,
                "invoice.customer": self._go_to_customer,
                "invoice.open": self._go_to_invoice,
                "payment.new": partial(self.shell.open, "payment-of"),
                "reminder.open": self._go_to_run,
            },
        )
        lead_to(self, self.page)
        shell.client.changed.connect(self._news)
        self._ask()

    def _ask(self) -> None:
        asked = ReminderId(self.record or 0)
        self.shell.client.ask_or(self._show, self._gone, reminders.letter, asked)

    def _show(self, letter: Reminder) -> None:
        is_first = self._letter is None
        self._letter = letter
        title = letter.number or letter.name
        self.bar.title.setText(f"{title} · {letter.name}" if letter.number else title)
        self.state.tell(_(STATES[letter.state]), TONES[letter.state])
        self.setWindowTitle(title)
        self.titled.emit(title)
        if is_first or letter.state is LetterState.READY:
            self.shell.client.ask_or(
                self._show_page, self._no_page, reminder_issuing.page, letter.id
            )

    def _show_page(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def _no_page(self, _error: OfficeError) -> None:
        self.page.empty(_("No letter goes to this customer now."))

    def _go_to_customer(self) -> None:
        if self._letter is not None and self._letter.contact_id is not None:
            self.shell.open("contact", self._letter.contact_id)

    def _go_to_invoice(self) -> None:
        if self._letter is not None and self._letter.items:
            self.shell.open("invoice", self._letter.items[0].invoice_id)

    def _go_to_run(self) -> None:
        if self._letter is not None:
            self.shell.open(RUN, self._letter.run_id)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if "reminder" in tables:
            self._ask()
