"""What can be done with invoices wherever they are shown: in the list and on their own page."""

from __future__ import annotations

from functools import partial

from app.domain.accounting.journal import Entry
from app.domain.archive.record import Record
from app.domain.invoices.draft import Draft, content_of
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.posting import source_of
from app.domain.shared.ids import InvoiceId
from app.services import accounting, archive, einvoicing, invoices
from app.ui.invoices.paper_verbs import PaperVerbs
from app.ui.kit.history import Deed
from app.ui.kit.texts import _


class Verbs(PaperVerbs):
    """Copies, discards, prints and saves invoices and leads to what belongs to them."""

    def copy(self, invoice_id: InvoiceId) -> None:
        """Open a new draft with the same lines."""
        self.client.do(self._copied, invoices.copy, invoice_id)

    def discard(self, *ids: InvoiceId) -> None:
        """Throw drafts away; what was in them can be taken back."""
        for invoice_id in ids:
            self.client.do(self._discarded, invoices.discard, invoice_id)

    def rescue(self, content: Draft) -> None:
        """Keep what was written as a draft of its own, and open it."""
        self.client.do(self._rescued, invoices.draft, content)

    def print_page(self, invoice_id: InvoiceId, title: str) -> None:
        """Print an invoice, or a draft as it stands."""
        self.client.ask(partial(self.print_pdf, title), invoices.page, invoice_id)

    def save_pdf(self, invoice_id: InvoiceId) -> None:
        """Ask for a place and put a copy of the filed PDF there."""
        self.save_filed(source_of(invoice_id), _("There is a PDF once the invoice is issued."))

    def save_e_invoice(self, invoice_id: InvoiceId) -> None:
        """Ask for a place and put a copy of the filed e-invoice there."""
        self.client.ask(self._ask_xml_place, archive.of, source_of(invoice_id))

    def mail(self, invoice_id: InvoiceId) -> None:
        """Write the mail with which an issued invoice goes out."""
        from app.services import paper_mails  # noqa: PLC0415  loads what no first list needs

        self.write_mail(paper_mails.of_invoice, invoice_id)

    def go_to_customer(self, invoice_id: InvoiceId) -> None:
        """Show whom an invoice is written to."""
        self.client.ask(self._show_customer, invoices.get, invoice_id)

    def go_to_entry(self, invoice_id: InvoiceId) -> None:
        """Show how an invoice was booked."""
        self.client.ask(self._show_entry, accounting.entries_of, source_of(invoice_id))

    def go_to_document(self, invoice_id: InvoiceId) -> None:
        """Show an invoice in the archive."""
        told = _("Nothing is filed before the invoice is issued.")
        self.go_to_filed(source_of(invoice_id), told)

    def _copied(self, copied: Invoice) -> None:
        self.shell.open("invoice", copied.id)
        self.shell.say(_("Copied as a new draft"))

    def _rescued(self, draft: Invoice) -> None:
        self.shell.open("invoice", draft.id)
        self.shell.say(_("Your version is kept as a draft of its own"))

    def _discarded(self, discarded: Invoice) -> None:
        self.shell.did(thrown_away(discarded))
        self.discarded.emit()

    def _ask_xml_place(self, records: tuple[Record, ...]) -> None:
        """Ask where the XML goes, if the invoice was issued with one."""
        found = next((one for one in records if one.media_type == einvoicing.XML), None)
        if found is None:
            self.shell.say(_("This invoice was issued on paper alone."))
            return
        self.ask_file(found, _("Save e-invoice as…"), _("XML files"), "xml")

    def _show_customer(self, invoice: Invoice) -> None:
        if invoice.customer_id is not None:
            self.shell.open("contact", invoice.customer_id)
        else:
            self.shell.say(_("The draft has no customer yet."))

    def _show_entry(self, entries: tuple[Entry, ...]) -> None:
        if entries:
            self.shell.open("entry", entries[0].id)
        else:
            self.shell.say(_("Nothing is booked before the invoice is issued."))


def thrown_away(discarded: Invoice) -> Deed:
    """Return that a draft was discarded: what was in it can be a draft again."""
    name = discarded.buyer.name if discarded.buyer else ""
    text = _("Draft to {customer} discarded", customer=name) if name else _("Draft discarded")
    return Deed(text, invoices.draft, (content_of(discarded),), brought_back)


def brought_back(draft: Invoice) -> Deed:
    """Return that a draft is there again: it can be discarded again."""
    return Deed(_("The draft is back"), invoices.discard, (draft.id,), thrown_away)
