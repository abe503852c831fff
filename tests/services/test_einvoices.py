"""E-invoices in the archive are read and shown; their XML stays as it came."""

from __future__ import annotations

import re

import pytest

from app.domain.archive.einvoice import Standard
from app.domain.archive.record import Filing
from app.domain.shared.ids import DocumentId
from app.formats.einvoices.reading import NotAnEInvoice
from app.services import archive, documents, einvoices
from app.services.office import Office
from tests.documents.reading import page_texts
from tests.formats.test_einvoices import carrying, sample


def filed(office: Office, name: str, media_type: str, content: bytes) -> DocumentId:
    return DocumentId(office.do(archive.file, name, media_type, content).result.id)


@pytest.mark.parametrize("media_type", ["application/xml", "text/xml", "application/octet-stream"])
def test_xml_is_shown_as_pages_and_kept_as_it_is(office: Office, media_type: str) -> None:
    one = filed(office, "bill.xml", media_type, sample("finvoice"))

    pages = office.ask(einvoices.pages, one, 0, "en")

    assert "the XML is the original" in page_texts(pages)[0]
    assert office.ask(documents.content, one) == sample("finvoice")


def test_a_pdf_says_what_its_xml_says(office: Office) -> None:
    one = filed(office, "bill.pdf", "application/pdf", carrying(sample("cii")))

    assert office.ask(einvoices.read, one).standard is Standard.CII


@pytest.mark.parametrize(
    ("name", "guideline"),
    [
        ("factur-x.xml", b"urn:cen.eu:en16931:2017"),
        ("factur-x.xml", b"urn:factur-x.eu:1p0:minimum"),
        ("zugferd-invoice.xml", b"urn:cen.eu:en16931:2017#compliant#urn:zugferd.de:2p0:basic"),
        ("xrechnung.xml", b"urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"),
    ],
)
def test_every_pdf_that_carries_an_e_invoice_is_shown_with_its_figures(
    office: Office, name: str, guideline: bytes
) -> None:
    xml = sample("cii").replace(b"urn:cen.eu:en16931:2017", guideline, 1)
    if guideline.endswith(b"minimum"):
        line = rb"<ram:IncludedSupplyChainTradeLineItem>.*</ram:IncludedSupplyChainTradeLineItem>"
        xml = re.sub(line, b"", xml, flags=re.DOTALL)
    content = carrying(xml, name)
    one = filed(office, "bill.pdf", "application/pdf", content)

    page = page_texts(office.ask(einvoices.pages, one, 0, "en"))[0]

    assert "471102" in page
    assert "235.62" in page
    assert office.ask(documents.content, one) == content


def test_an_older_version_is_read_by_its_number(office: Office) -> None:
    one = filed(office, "bill.xml", "text/xml", sample("ubl"))
    office.do(documents.renew, one, Filing("bill.xml", "text/xml"), sample("cii"))

    assert office.ask(einvoices.read, one, 1).number == "Snippet1"
    assert office.ask(einvoices.read, one).number == "471102"


def test_what_is_no_e_invoice_is_named(office: Office) -> None:
    for name, media_type in (("a.xml", "text/xml"), ("a.txt", "text/plain")):
        with pytest.raises(NotAnEInvoice):
            office.ask(einvoices.read, filed(office, name, media_type, b"<a/>"))
