"""Papers of trade by e-mail: a mail to the customer with the filed papers, to be read and sent."""

from __future__ import annotations

from dataclasses import replace

from app.documents.invoices import TITLES
from app.domain.archive.document import Link
from app.domain.archive.record import Record
from app.domain.correspondence.mail import Mail
from app.domain.correspondence.mail_form import MailForm
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.posting import source_of
from app.domain.orders.delivery_findable import DELIVERY
from app.domain.quotes.quote import Quote
from app.domain.shared.ids import (
    ContactId,
    DeliveryId,
    DocumentId,
    InvoiceId,
    OrderId,
    QuoteId,
)
from app.domain.shared.references import written
from app.domain.shared.refusals import Refusal
from app.lang.formats import formats_in
from app.lang.texts import Say, mark, say_in
from app.services import archive, mail_forms, outbox, quoting
from app.services.filed_papers import FiledPapers
from app.services.office import Desk
from app.services.order_papers import CONFIRMATION, PRO_FORMA, OrderPapers
from app.services.order_papers import TITLES as ORDER_TITLES
from app.services.permissions import Permission, command

QUOTE, DELIVERY_NOTE = mark("Quote"), mark("Delivery note")


class NothingFiled(Refusal):
    """Only a paper that has its number and is filed goes out by e-mail."""

    code = "mail.nothing-filed"


@command(Permission.MAIL_SEND)
def of_invoice(desk: Desk, invoice_id: InvoiceId) -> Mail:
    """Write the mail of an issued invoice, as a draft; raises NotFound, NothingFiled."""
    invoice = desk.store.invoices.get(invoice_id)
    say = say_in(invoice.language)
    named = f"{say(TITLES[invoice.kind])} {invoice.number}"
    records = archive.of(desk, source_of(invoice_id))
    terms = _terms(desk, invoice, say)
    return _Writing(desk, invoice.customer_id, say).write(named, records, terms)


@command(Permission.MAIL_SEND)
def of_quote(desk: Desk, quote_id: QuoteId) -> Mail:
    """Write the mail of a sent quote, as a draft; raises NotFound, NothingFiled."""
    quote = desk.store.quotes.get(quote_id)
    say = say_in(quote.offer.language)
    records = archive.of(desk, quoting.source_of(quote_id))
    terms = _validity(desk, quote, say)
    named, customer = f"{say(QUOTE)} {quote.number}", quote.offer.customer_id
    return _Writing(desk, customer, say).write(named, records, terms)


@command(Permission.MAIL_SEND)
def of_order(desk: Desk, order_id: OrderId) -> Mail:
    """Write the mail of an order's confirmation, as a draft, and file what goes out.

    Raises NotFound, NotConfirmed.
    """
    return _of_order(desk, order_id, CONFIRMATION)


@command(Permission.MAIL_SEND)
def of_pro_forma(desk: Desk, order_id: OrderId) -> Mail:
    """Write the mail of an order's pro forma invoice, as a draft, and file what goes out.

    Raises NotFound, NotConfirmed.
    """
    return _of_order(desk, order_id, PRO_FORMA)


@command(Permission.MAIL_SEND)
def of_delivery(desk: Desk, delivery_id: DeliveryId) -> Mail:
    """Write the mail that tells of goods on their way; raises NotFound, NothingFiled."""
    delivery = desk.store.deliveries.get(delivery_id)
    order = desk.store.orders.get(delivery.order_id)
    say = say_in(order.wanted.language)
    records = FiledPapers(desk).of(Link(DELIVERY, delivery.id))
    carriage = delivery.carriage
    told = {
        say("Order number"): order.number,
        say("Carrier"): carriage.carrier,
        say("Tracking number"): carriage.tracking,
    }
    terms = tuple(f"{label}: {text}" for label, text in told.items() if text)
    named = f"{say(DELIVERY_NOTE)} {delivery.number}".rstrip()
    return _Writing(desk, delivery.customer_id, say).write(named, records[:1], terms)


def _of_order(desk: Desk, order_id: OrderId, kind: str) -> Mail:
    record = OrderPapers(desk).filed(order_id, kind)
    order = desk.store.orders.get(order_id)
    say, day = say_in(order.wanted.language), order.promised_on
    formats = formats_in(order.wanted.language, desk.store.company.get().country)
    terms = (f"{say('Delivery date')}: {formats.day(day)}",) if day else ()
    named = f"{say(ORDER_TITLES[kind])} {order.number}"
    return _Writing(desk, order.wanted.customer_id, say).write(named, (record,), terms)


class _Writing:
    """Writes the mail of one paper, in the language of its reader."""

    def __init__(self, desk: Desk, customer_id: ContactId | None, say: Say) -> None:
        self._desk = desk
        self._customer_id = customer_id
        self._say = say

    def write(self, named: str, records: tuple[Record, ...], terms: tuple[str, ...]) -> Mail:
        if not records:
            raise NothingFiled(paper=named)
        say, company = self._say, self._desk.store.company.get().name
        told = say("Please find attached: {paper}.", paper=named)
        facts = (*terms, "") if terms else ()
        lines = (say("Good day,"), "", told, "", *facts, say("Kind regards"), company)
        begun = self._begun()
        form = replace(
            begun,
            subject=f"{named}, {company}",
            text="\n".join(lines) + "\n",
            documents=tuple(DocumentId(one.id) for one in records),
        )
        return outbox.write(self._desk, form)

    def _begun(self) -> MailForm:
        """Return a mail to the address of the customer, from the usual account."""
        return mail_forms.opened(self._desk, contact_id=self._customer_id).form


def _terms(desk: Desk, invoice: Invoice, say: Say) -> tuple[str, ...]:
    """Return until when an invoice is to be paid, and by which reference."""
    if invoice.kind is Kind.CREDIT_NOTE or invoice.due_on is None:
        return ()
    formats = formats_in(invoice.language, desk.store.company.get().country)
    told = [f"{say('Due date')}: {formats.day(invoice.due_on)}"]
    if invoice.reference:
        told.append(f"{say('Payment reference')}: {written(invoice.reference)}")
    return tuple(told)


def _validity(desk: Desk, quote: Quote, say: Say) -> tuple[str, ...]:
    """Return until when a quote can be accepted."""
    if quote.valid_until is None:
        return ()
    formats = formats_in(quote.offer.language, desk.store.company.get().country)
    return (f"{say('Valid until')}: {formats.day(quote.valid_until)}",)
