"""One figure everywhere: what list, open item, books, paper and e-invoice say of one document."""

from __future__ import annotations

from hashlib import sha256

from app.domain.accounting.chart import AccountUse
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.posting import source_of
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId
from app.formats.einvoices.reading import PDF, read_file
from app.lang.formats import formats_in
from app.services import accounting, einvoicing, invoices, open_items
from app.services.office import Office
from tests.documents.reading import page_texts


def require_same_figures(office: Office, invoice_id: InvoiceId) -> None:
    """Hold the total of an issued document in five places against the one calculator."""
    invoice = office.ask(invoices.get, invoice_id)
    totals = totals_of(invoice)
    sign = -1 if invoice.kind is Kind.CREDIT_NOTE else 1
    (row,) = office.ask(invoices.rows, (invoice_id,))
    position = office.ask(open_items.position, invoice_id)
    assert (row.net_minor, row.gross_minor) == (totals.net.minor, totals.gross.minor)
    assert position is not None
    assert position.amount_minor == sign * totals.gross.minor
    assert _booked(office, invoice_id) == sign * totals.gross.minor
    paper = office.ask(invoices.pdf, invoice_id)
    shown = formats_in(invoice.language, "FI").amount(totals.gross.minor, totals.gross.currency)
    assert shown in "\n".join(page_texts(paper))
    told = read_file(paper, PDF, "a.pdf").totals
    assert (told.net, told.tax, told.gross) == (
        totals.net.amount,
        totals.tax.amount,
        totals.gross.amount,
    )


def frozen(office: Office, invoice_id: InvoiceId) -> tuple[Invoice, str, str, str]:
    """Return all that may never change of an issued document."""
    paper = office.ask(invoices.pdf, invoice_id)
    xml = office.ask(einvoicing.xml, invoice_id)
    entries = repr(office.ask(accounting.entries_of, source_of(invoice_id))[:1])
    return (
        office.ask(invoices.get, invoice_id),
        sha256(paper).hexdigest(),
        sha256(xml).hexdigest(),
        entries,
    )


def _booked(office: Office, invoice_id: InvoiceId) -> int:
    """Return what a document put on the accounts of claims."""
    with office.database.read() as unit:
        claims = {one.id for one in unit.ledger.accounts() if one.use is AccountUse.RECEIVABLES}
    entries = office.ask(accounting.entries_of, source_of(invoice_id))
    sides = [side for entry in entries[:1] for side in entry.postings]
    assert sum(side.amount.minor for side in sides) == 0
    return sum(side.amount.minor for side in sides if side.account_id in claims)
