"""An issued invoice: its facts to read and copy, where it is booked and filed, and its page."""

from __future__ import annotations

from app.domain.accounting.journal import Entry
from app.domain.invoices.invoice import Invoice, InvoiceRow, Kind
from app.domain.invoices.posting import source_of
from app.domain.invoices.totals import totals_of
from app.domain.shared.references import written
from app.services import accounting, chains, invoices
from app.ui.invoices.paper_view import Paper, PaperView
from app.ui.invoices.titles import origin_text
from app.ui.kit.labels import fact_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats


class IssuedView(PaperView):
    """Shows an invoice that can never change again."""

    def __init__(self, shell: Shell, invoice: Invoice) -> None:
        source = source_of(invoice.id)
        totals, facts = totals_of(invoice), _facts(invoice)
        queries = invoices.pdf, chains.around
        super().__init__(shell, Paper(invoice.id, invoice.number, source, totals, facts, *queries))
        self.invoice = invoice
        self.entry = fact_label()
        if invoice.number:
            self.add_fact(_("Booked as"), self.entry)
            self.client.ask(self._booked, accounting.entries_of, source)
        self.left = fact_label()
        self.add_fact(_("Still open"), self.left)
        self._tell_left(is_told=False)

    def show_open(self, row: InvoiceRow) -> None:
        """Show what is left to pay, or to give back."""
        self.left.setText(formats().money(row.open_minor or 0, row.currency))
        self._tell_left(is_told=bool(row.open_minor))

    def _tell_left(self, *, is_told: bool) -> None:
        for widget in (self.left, self.facts.labelForField(self.left)):
            widget.setVisible(is_told)

    def _booked(self, entries: tuple[Entry, ...]) -> None:
        numbers = ", ".join(entry.number for entry in entries)
        self.entry.setText(numbers or _("nothing to book"))


def _facts(invoice: Invoice) -> dict[str, str]:
    day, is_credit = formats().day, invoice.kind is Kind.CREDIT_NOTE
    return {
        _("Customer"): invoice.buyer.name if invoice.buyer else "",
        _("Date"): day(invoice.issued_on) if invoice.issued_on else "",
        _("Due"): day(invoice.due_on) if invoice.due_on and not is_credit else "",
        _("Delivered"): day(invoice.delivered_on) if invoice.delivered_on else "",
        _("About"): origin_text(invoice),
        _("Reason"): invoice.reason,
        _("Payment reference"): written(invoice.reference),
        _("Your reference"): invoice.your_reference,
        _("Our reference"): invoice.our_reference,
    }
