"""The paper of an invoice: what the page is written from, gathered from the whole office."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.documents import delivery_notes, quotes
from app.documents import invoices as papers
from app.documents.dress import BARE, Dress
from app.documents.invoices import InvoicePaper
from app.documents.model import Document, Letterhead
from app.documents.paying import Payer, PaymentFacts
from app.documents.quotes import QuotePaper
from app.domain.admin.company import Company
from app.domain.admin.stationery import Stationery
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount
from app.domain.invoices.invoice import Invoice, Kind, Totals
from app.domain.invoices.totals import totals_of
from app.domain.quotes.choosing import counted
from app.domain.quotes.quote import Quote
from app.domain.shared.identifiers import is_right, written
from app.domain.shared.money import Money
from app.domain.shared.references import Payee, bar_code, epc_qr, promptpay
from app.domain.shared.references import written as grouped
from app.domain.shared.swiss import SwissBill, SwissParty, is_swiss, swiss_qr, swiss_reference
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.lang.words import in_words
from app.services.einvoicing import enclosed

IN_WORDS = frozenset({"TH"})
"""Countries whose invoices write the amount in words as well."""


def prepare() -> None:
    """Load what prints papers and its faces, so that the first paper does not wait for them."""
    # As below: this is what loads reportlab.
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    render(Document("en", "", "", Letterhead("")))


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody is asked to pay: the amount, by which reference, until when, on what paper."""

    amount: Money
    reference: str
    due_on: date | None
    number: str
    payer: Payer | None = None


@dataclass(frozen=True, slots=True)
class Outfit:
    """The firm on paper: who it is, its logo, and the layout that the paper wears."""

    company: Company
    logo: bytes = b""
    dress: Dress = BARE


def pdf_of(invoice: Invoice, totals: Totals, outfit: Outfit, xml: bytes = b"") -> bytes:
    """Return the PDF of an invoice, in the language of its reader; its e-invoice travels in it."""
    # The renderer loads reportlab: with the first paper, not with the first window.
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    return render(document_of(invoice, totals, outfit, xml))


def document_of(invoice: Invoice, totals: Totals, outfit: Outfit, xml: bytes = b"") -> Document:
    """Return the paper of an invoice as it is printed; its e-invoice travels in it."""
    described = papers.describe(_paper(invoice, totals, outfit))
    attachments, schemas = enclosed(invoice, xml)
    return replace(described, attachments=attachments, schemas=schemas)


def delivery_note_of(invoice: Invoice, totals: Totals, outfit: Outfit) -> bytes:
    """Return the PDF of the delivery note of an invoice, in the language of its reader."""
    from app.documents.pdf.render import render  # noqa: PLC0415  as above

    return render(delivery_notes.describe(_paper(invoice, totals, outfit)))


def quote_pdf_of(quote: Quote, outfit: Outfit) -> bytes:
    """Return the PDF of a quote, in the language of its reader."""
    from app.documents.pdf.render import render  # noqa: PLC0415  as above

    offer = replace(counted(quote), number=quote.number)
    return render(quotes.describe(QuotePaper(quote, _paper(offer, totals_of(offer), outfit))))


def shown_of(wanted: Invoice, outfit: Outfit) -> InvoicePaper:
    """Return what is wanted as the paper of an invoice of it, for papers that are made of it."""
    return _paper(wanted, totals_of(wanted), outfit)


def _paper(invoice: Invoice, totals: Totals, outfit: Outfit) -> InvoicePaper:
    company = outfit.company
    words = in_words(totals.gross, invoice.language) if company.country in IN_WORDS else ""
    return InvoicePaper(
        invoice=invoice,
        totals=totals,
        company=company,
        say=say_in(invoice.language),
        formats=formats_in(invoice.language, company.country),
        payment=payment_of(invoice, totals, company),
        logo=outfit.logo,
        dress=outfit.dress,
        amount_in_words=words,
    )


def payment_of(invoice: Invoice, totals: Totals, company: Company) -> PaymentFacts | None:
    """Return where and how the invoice is paid; none without an account or anything to pay."""
    if invoice.kind is Kind.CREDIT_NOTE:
        return None
    buyer = invoice.buyer
    payer = Payer(buyer.name, buyer.address) if buyer else None
    asked = Asked(totals.gross, invoice.reference, invoice.due_on, invoice.number, payer)
    return facts_of(asked, company)


def facts_of(asked: Asked, company: Company) -> PaymentFacts | None:
    """Return where and how an amount is paid; none without an account or anything to pay."""
    account = company.account_for(asked.amount.currency)
    if account is None or asked.amount.minor <= 0:
        return None
    swiss = _swiss(asked, company, account)
    bar = bar_code(account.iban, asked.reference, asked.amount, asked.due_on)
    return PaymentFacts(
        iban=_account(account.iban),
        bic=account.bic,
        reference=grouped(_reference(account, asked.reference)),
        bar_code=bar.digits if bar else "",
        qr="" if swiss else _qr(asked, company, account),
        swiss=swiss,
    )


def _reference(account: BankAccount, reference: str) -> str:
    """Return the reference as its account takes it."""
    found = swiss_reference(account.iban, reference) if is_swiss(account.iban) else None
    return found or reference


def _swiss(asked: Asked, company: Company, account: BankAccount) -> str:
    """Return the text of the code of a Swiss QR-bill, or nothing where there is none."""
    home, payer = company.country, asked.payer
    bill = SwissBill(
        iban=account.iban,
        payee=_party(company.name, company.address, home),
        amount=asked.amount,
        reference=asked.reference,
        payer=_party(payer.name, payer.address, home) if payer else None,
        text=asked.number,
    )
    return swiss_qr(bill) or ""


def _party(name: str, address: Address, home: str) -> SwissParty:
    street = " ".join(filter(None, (address.street, address.extra)))
    country = address.country or home
    return SwissParty(name, street, address.postcode, address.town, country)


def logo_of(company: Company, read: Callable[[str], Iterable[bytes]]) -> bytes:
    """Return the picture of the company's logo, or nothing; ``read`` gives contents by SHA-256."""
    return b"".join(read(company.logo)) if company.logo else b""


def stationery_of(own: Stationery, read: Callable[[str], Iterable[bytes]]) -> Mapping[str, bytes]:
    """Return every file of the stationery by its SHA-256, as letters are printed with it."""
    return {one: b"".join(read(one)) for one in own.files.values() if one}


def _qr(asked: Asked, company: Company, account: BankAccount) -> str:
    """Return the text of the code that a payer scans, or nothing where there is none."""
    if asked.amount.currency == "THB":
        return promptpay(company.identifier("th.tin"), asked.amount) or ""
    payee = Payee(company.name, account.iban, account.bic)
    return epc_qr(payee, asked.amount, asked.reference, asked.number) or ""


def _account(number: str) -> str:
    """Return an account number as it is read: an IBAN in fours, a domestic one as it is."""
    return written("iban", number) if is_right("iban", number) else number
