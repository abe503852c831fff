"""E-invoices that we send: written when an invoice is issued, read back, and kept for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

from app.documents.attachments import Attachment, Entry, Relation, Schema
from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.invoices.billing import bill_of
from app.domain.invoices.checks import check
from app.domain.invoices.invoice import Invoice, Totals
from app.domain.invoices.posting import NotIssued, source_of
from app.domain.invoices.proofreading import differences
from app.domain.invoices.totals import totals_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import InvoiceId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, NotFound, Refusal
from app.formats.einvoices.reading import read_xml
from app.services.country import Country
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.sending import rules_of, sending_of, spoken
from app.storage.exports import hand_out

XML = "application/xml"
PDF = "application/pdf"
NAMES = {
    EFormat.FACTURX: "factur-x.xml",
    EFormat.XRECHNUNG_CII: "xrechnung.xml",
    EFormat.ETAX: "ETDA-invoice.xml",
}
"""The XML that travels inside the paper, by the name that its standard wants."""
_LEVELS = {EFormat.FACTURX: ("EN 16931", "1.0"), EFormat.XRECHNUNG_CII: ("XRECHNUNG", "3.0")}
_FACTUR_X = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"


class SaysOtherwise(Refusal):
    """The XML does not say what was issued: it is not handed out."""

    code = "einvoice.says-otherwise"


class NoEInvoice(NotFound):
    """The invoice was issued on paper alone."""

    code = "einvoice.none"


def xml_of(
    invoice: Invoice, totals: Totals, company: Company, country: CountryPack | None = None
) -> bytes:
    """Return the e-invoice that the buyer gets, read back and compared; raises SaysOtherwise.

    ``country`` is the pack with the codes that the office wrote itself, where they are known.
    """
    from app.formats.einvoices.writers import write  # noqa: PLC0415  a start does not wait for it

    bill = bill_of(invoice, totals, spoken(sending_of(company), invoice, company, country))
    written = write(bill)
    if wrong := differences(bill, read_xml(written, invoice.number)):
        raise SaysOtherwise(invoice=invoice.number, parts=", ".join(wrong))
    return written


def enclosed(invoice: Invoice, xml: bytes) -> tuple[tuple[Attachment, ...], tuple[Schema, ...]]:
    """Return how the XML travels inside the paper, and what the paper then says of itself."""
    name = NAMES.get(invoice.eformat, "")
    if not xml or not name or invoice.issued_on is None:
        return (), ()
    day = datetime.combine(invoice.issued_on, time(), UTC)
    attached = Attachment(name, "text/xml", xml, Relation.ALTERNATIVE, day, "E-invoice")
    return (attached,), _schemas(invoice.eformat, name)


@query(Permission.INVOICES_READ)
def check_as(desk: Desk, invoice_id: InvoiceId, eformat: EFormat) -> tuple[Problem, ...]:
    """Return what stands in the way of an invoice as an e-invoice of some format."""
    invoice = replace(desk.store.invoices.get(invoice_id), eformat=eformat)
    here = Country(desk)
    return check(invoice, rules_of(here.company, here.pack), desk.today)


@query(Permission.INVOICES_READ)
def xml(desk: Desk, invoice_id: InvoiceId) -> bytes:
    """Return the e-invoice as it was filed when it was issued; raises NoEInvoice."""
    filed = desk.store.archive.of(source_of(invoice_id))
    found = next((one for one in filed if one.is_sealed and one.media_type == XML), None)
    if found is None:
        raise NoEInvoice(id=invoice_id)
    return b"".join(desk.store.archive.read(found.id))


@query(Permission.INVOICES_READ)
def written_as(desk: Desk, invoice_id: InvoiceId, eformat: EFormat) -> bytes:
    """Return an issued invoice as an e-invoice of another format than it was filed in.

    Raises NotIssued, Invalid.
    """
    invoice = desk.store.invoices.get(invoice_id)
    if not invoice.number:
        raise NotIssued(invoice=invoice_id)
    if eformat is EFormat.NONE or eformat is invoice.eformat:
        return xml(desk, invoice_id)
    wrong = tuple(one for one in check_as(desk, invoice_id, eformat) if not one.is_warning)
    if wrong:
        raise Invalid(wrong)
    other = replace(invoice, eformat=eformat)
    here = Country(desk)
    return xml_of(other, totals_of(other), here.company, here.pack)


@query(Permission.INVOICES_READ)
def save(
    desk: Desk,
    invoice_id: InvoiceId,
    target: Path,
    eformat: EFormat = EFormat.NONE,
    *,
    replace: bool = False,
) -> Path:
    """Write the e-invoice of an issued invoice to a file, in its own format or another one.

    Raises NoEInvoice, NotIssued, Invalid, AlreadyThere, CannotWrite.
    """
    content = written_as(desk, invoice_id, eformat)
    hand_out((content,), target, replace=replace)
    return target


def _schemas(eformat: EFormat, name: str) -> tuple[Schema, ...]:
    """Return the words of Factur-X, where the XML is one of its profiles."""
    if eformat not in _LEVELS:
        return ()
    level, version = _LEVELS[eformat]
    entries = (
        Entry("DocumentFileName", name, "The name of the embedded XML document"),
        Entry("DocumentType", "INVOICE", "The type of the hybrid document"),
        Entry("Version", version, "The version of the standard of the embedded XML document"),
        Entry("ConformanceLevel", level, "The conformance level of the embedded XML document"),
    )
    return (Schema("fx", _FACTUR_X, "Factur-X PDFA Extension Schema", entries),)
