"""One invoice in a tab: a draft that is written and issued, then the issued one to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.invoices.invoice import Invoice, InvoiceRow, Kind, State
from app.domain.invoices.standing import standing_of
from app.domain.shared.ids import InvoiceId, new_id
from app.domain.shared.problems import Problem
from app.services import invoices
from app.services.invoice_forms import Desktop
from app.services.invoices import Review
from app.ui.invoices.batch import ask_about, issued_text
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.issued import IssuedView
from app.ui.invoices.listing import STANDING_TONES, TONES, standing_text, state_text
from app.ui.invoices.making import CREDIT_NOTE, INVOICE, INVOICE_DEEDS, opened_from
from app.ui.invoices.page_verbs import PageVerbs
from app.ui.invoices.titles import KINDS
from app.ui.invoices.writing import WritingPage
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_DRAFT_BUTTONS = ("invoice.details", "invoice.page", "invoice.issue")
_ISSUED_BUTTONS = ("invoice.credit", "invoice.copy", "invoice.mail", "invoice.print")


class InvoicePage(WritingPage):
    """Opens an invoice, keeps what is typed, issues it, and shows it as issued."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        invoice_id = InvoiceId(record if record is not None else new_id())
        super().__init__(shell, "invoice", invoice_id, INVOICE_DEEDS)
        self.invoice_id = invoice_id
        self.record = record
        self.issued: IssuedView | None = None
        self.verbs: PageVerbs = PageVerbs(self)
        self.name(_("New invoice") if record is None else _("Invoice"))
        shell.client.changed.connect(self._news)
        self.open_record()

    def buttons(self) -> tuple[str, ...]:
        return _DRAFT_BUTTONS

    def draft_state(self) -> tuple[str, str]:
        return state_text(State.DRAFT), TONES[State.DRAFT]

    def opened(self, desktop: Desktop) -> None:
        invoice = desktop.invoice
        if invoice is not None and self.shown_if_over(invoice):
            return
        opened = opened_from(desktop)
        is_credit = opened.content.kind is Kind.CREDIT_NOTE
        making = CREDIT_NOTE if is_credit else INVOICE
        self.write(DraftEditor(self.shell, making, opened), opened)

    def named(self, review: Review) -> str:
        buyer, kind = review.invoice.buyer, review.invoice.kind
        title = buyer.name if buyer else _("New invoice")
        return title if kind is Kind.INVOICE else f"{_(KINDS[kind])} · {title}"

    def shown_if_over(self, record: Invoice) -> bool:
        if record.state is State.DRAFT:
            return False
        self.issued = IssuedView(self.shell, record)
        self.verbs.follow_issued(self.issued)
        self.name(record.number or _("Discarded draft"))
        state = state_text(record.state), TONES[record.state]
        self.show_finished(self.issued, _ISSUED_BUTTONS, state)
        self._ask_standing()
        return True

    def _news(self, tables: frozenset[str]) -> None:
        if "open_item" in tables:
            self._ask_standing()

    def _ask_standing(self) -> None:
        if self.issued is not None:
            self.shell.client.ask(self._show_standing, invoices.rows, (self.invoice_id,))

    def _show_standing(self, rows: Sequence[InvoiceRow]) -> None:
        """Say how the issued invoice stands, and what is left to pay of it."""
        if self.issued is None or not rows:
            return
        standing = standing_of(rows[0], self.shell.today())
        self.say_state(standing_text(standing), STANDING_TONES[standing])
        self.issued.show_open(rows[0])

    def finished_as(self, record: Invoice) -> None:
        self.shell.say(issued_text(record))
        self.shown_if_over(record)

    def ask_about(self, doubts: Sequence[Problem], go_on: Callable[[], object]) -> Dialog:
        return ask_about(self, doubts, go_on)
