"""Receipts of payments; with tax of services that falls due they are tax invoices, and filed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.documents.receipts import ReceiptPaper, describe
from app.domain.archive.document import DocumentState, Link
from app.domain.archive.record import Filing
from app.domain.invoices.buyers import buyer_of
from app.domain.invoices.findable import KIND as INVOICE
from app.domain.invoices.invoice import Buyer, Invoice
from app.domain.invoices.layout import PaperKind
from app.domain.payments.allocation import Allocation
from app.domain.payments.payment import Closing, Direction, Payment
from app.domain.payments.receipt import Receipt, ReceiptLine
from app.domain.shared.ids import InvoiceId, PaymentId
from app.domain.shared.money import Money, total
from app.domain.shared.refusals import Refusal
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.lang.words import in_words
from app.services.dressing import Wardrobe
from app.services.einvoicing import PDF
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.papers import IN_WORDS
from app.services.permissions import Permission, query
from app.services.registering import NewDocument, Register, begun
from app.services.settling import Settler, source_of

SERIES = "tax-invoice"
TYPE = "sales-invoice"
COUNTED = frozenset({Closing.PAYMENT, Closing.WITHHELD})
"""What a receipt says: money, and tax that the payer kept back of it."""
Due = Mapping[InvoiceId, Money]


class NotReceived(Refusal):
    """A receipt is given for money that came in and settled something."""

    code = "payments.no-receipt"


@query(Permission.PAYMENTS_READ)
def page(desk: Desk, payment_id: PaymentId) -> bytes:
    """Return the receipt of a payment as PDF: as it was filed, or what it settles now.

    Raises NotFound, PaymentReversed, NotReceived.
    """
    filed = [one for one in desk.store.archive.of(source_of(payment_id)) if one.is_sealed]
    if filed:
        return b"".join(desk.store.archive.read(filed[-1].id))
    payment = desk.store.payments.get(payment_id)
    payment.require_recorded()
    settled = (one.allocation for one in desk.store.allocations.of_payment(payment_id))
    writer = _Writer(desk, payment)
    return writer.pdf(writer.receipt([one for one in settled if one.is_live], {}))


class Receipts:
    """Files the tax invoices of services that are paid, at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def file(self, payment: Payment, settler: Settler) -> None:
        """File the tax invoice of what a payment has just made due, if anything fell due."""
        due = {one: tax for one, tax in settler.undue.fallen_due.items() if tax.minor > 0}
        if not due or payment.direction is not Direction.IN:
            return
        writer = _Writer(self._desk, payment)
        numbering = Numbering(self._desk, writer.company)
        number = numbering.take(SERIES, payment.paid_on)
        receipt = replace(writer.receipt(settler.settled, due), number=number, is_tax_invoice=True)
        name = f"{number}.pdf".replace("/", "-")
        filing = Filing(name, PDF, source_of(payment.id), is_sealed=True)
        content = writer.pdf(receipt)
        (record,) = self._desk.store.archive.add_many([(filing, (content,))], self._desk.now)
        type_ = self._desk.store.kinds.type_coded(TYPE)
        card = replace(
            begun(record, number),
            state=DocumentState.FILED,
            type_id=type_.id if type_ else None,
            correspondent_id=payment.contact_id,
            day=payment.paid_on,
            reference=payment.number,
            amount=receipt.amount,
            is_sealed=True,
        )
        links = tuple(Link(INVOICE, one) for one in due)
        found = Register(self._desk).keep((NewDocument(card, record, links, payment.payer),))
        self._desk.store.search.put_many(found)


class _Writer:
    """Writes the receipt of one payment."""

    def __init__(self, desk: Desk, payment: Payment) -> None:
        self._desk = desk
        self._payment = payment
        self.company = desk.store.company.get()

    def receipt(self, settled: Iterable[Allocation], due: Due) -> Receipt:
        """Return what was settled; raises NotReceived where nothing was."""
        payment = self._payment
        counted = [one for one in settled if one.closing in COUNTED and one.invoice_id]
        if payment.direction is not Direction.IN or not counted:
            raise NotReceived(number=payment.number)
        currency = payment.amount.currency
        withheld = [one.amount for one in counted if one.closing is Closing.WITHHELD]
        money = [one.amount for one in counted if one.closing is Closing.PAYMENT]
        return Receipt(
            payment.number,
            payment.number,
            payment.paid_on,
            tuple(self._lines(counted, due)),
            total(tuple(money), currency),
            total(tuple(withheld), currency),
        )

    def pdf(self, receipt: Receipt) -> bytes:
        """Return a receipt in the language of its payer."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        language = self._language()
        company = self.company
        spelled = in_words(receipt.amount, language) if company.country in IN_WORDS else ""
        worn = Wardrobe(self._desk).outfit(PaperKind.RECEIPT, self._payment.contact_id)
        paper = ReceiptPaper(
            receipt,
            self._payer(),
            company,
            say_in(language),
            formats_in(language, company.country),
            worn.logo,
            spelled,
            worn.dress,
        )
        return render(describe(paper))

    def _lines(self, counted: Iterable[Allocation], due: Due) -> Iterable[ReceiptLine]:
        sums: dict[InvoiceId, Money] = {}
        for one in counted:
            if one.invoice_id is not None:
                held = sums.get(one.invoice_id)
                sums[one.invoice_id] = held + one.amount if held else one.amount
        for invoice_id, amount in sums.items():
            invoice = self._desk.store.invoices.get(invoice_id)
            words = _words(invoice)
            tax = due.get(invoice_id)
            yield ReceiptLine(invoice.number, invoice.issued_on, words, amount, tax)

    def _payer(self) -> Buyer:
        contact = self._payment.contact_id
        if contact is None:
            return Buyer(self._payment.payer)
        return buyer_of(self._desk.store.contacts.get(contact))

    def _language(self) -> str:
        contact = self._payment.contact_id
        own = self._desk.store.contacts.get(contact).terms.language if contact else ""
        return own or self.company.language


def _words(invoice: Invoice) -> str:
    """Return what was sold, as its lines say it."""
    return "\n".join(
        line.description for line in invoice.lines if not line.is_heading and line.deducts is None
    )
