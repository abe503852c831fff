"""E-invoices are written at issue, kept for good, and say to the cent what was issued."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest

from app.domain.accounting.tax_codes import TaxCode, TaxRate
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Terms
from app.domain.invoices.draft import Draft, content_of
from app.domain.invoices.invoice import Discount, State
from app.domain.invoices.posting import NotIssued
from app.domain.invoices.totals import totals_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import TaxCodeId
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Invalid
from app.domain.shared.vat import Category
from app.formats.einvoices.reading import PDF, read_file, read_xml
from app.outside.clock import FixedClock
from app.services import archive, crediting, einvoices, einvoicing, invoices, tax_codes
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.exports import AlreadyThere
from tests.builders import TODAY, a_draft
from tests.documents.judging import faults as pdf_faults
from tests.einvoices import LEITWEG, issued
from tests.formats.einvoices.judges import faults
from tests.services.test_issuing import audit_rows
from tests.trade import AAMU, a_content, a_written_line, count, drafted, opened_books
from tests.trade import issued as issued_by

LAMPEN = Company(
    name="Lampen & Licht GmbH",
    country="DE",
    currency="EUR",
    language="de",
    address=Address("Hauptstraße 5", "", "10115", "Berlin", "", "DE"),
    identifiers=(Identifier("de.vat", "DE136695976"),),
    accounts=(BankAccount("DE89370400440532013000", "COBADEFFXXX"),),
    phone="+49 30 1234567",
    email="office@lampen.example",
)
ROUTED = (Identifier("de.vat", "DE136695976"), Identifier("de.leitweg", LEITWEG))
JOURNEY_11 = replace(
    a_written_line("1", "8500.00"), discount=Discount(amount=Decimal("7500.00")), unit="pcs"
)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened, LAMPEN)
    return opened


def gets(office: Office, eformat: EFormat, *identifiers: Identifier) -> None:
    """Let the customer get e-invoices in a format."""
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        place = Address("Karl-Marx-Allee 31", "", "10178", "Berlin", "", "DE")
        after = replace(
            before,
            addresses=(place,),
            identifiers=identifiers or ROUTED,
            terms=Terms(language="de", eformat=eformat),
        )
        unit.contacts.save(before, after, office.clock.now())


def sold(**parts: object) -> Draft:
    return a_content(JOURNEY_11, delivered_on=TODAY, **parts)


EUROPE = (EFormat.FACTURX, EFormat.XRECHNUNG_CII, EFormat.XRECHNUNG_UBL)


@pytest.mark.parametrize("eformat", EUROPE)
def test_journey_11_is_issued_to_the_cent(office: Office, eformat: EFormat) -> None:
    gets(office, eformat)

    invoice = issued_by(office, sold())

    xml = office.ask(einvoicing.xml, invoice.id)
    found = read_xml(xml, "a.xml")
    assert faults(xml) == []
    assert (found.number, found.buyer_reference) == (invoice.number, LEITWEG)
    assert (found.totals.net, found.totals.tax) == (Decimal("1000.00"), Decimal("190.00"))
    assert found.totals.payable == totals_of(invoice).gross.amount == Decimal("1190.00")


def test_without_the_buyer_reference_it_is_not_issued(office: Office) -> None:
    gets(office, EFormat.XRECHNUNG_UBL, ROUTED[0])
    draft = drafted(office, sold())

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, draft.id)

    (problem,) = (one for one in refused.value.problems if not one.is_warning)
    assert (problem.field, problem.code) == ("your_reference", "einvoice.buyer-reference-missing")
    assert office.ask(invoices.get, draft.id).state is State.DRAFT
    assert count(office, "journal_entry") == 0


def test_xml_and_paper_are_both_filed_for_good(office: Office) -> None:
    gets(office, EFormat.XRECHNUNG_UBL)

    invoice = issued_by(office, sold())

    records = office.ask(archive.of, f"invoice:{invoice.id}")
    assert [(one.name, one.media_type, one.is_sealed) for one in records] == [
        (f"{invoice.number}.pdf", "application/pdf", True),
        (f"{invoice.number}.xml", "application/xml", True),
    ]
    assert office.ask(invoices.pdf, invoice.id).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("eformat", "name", "level"),
    [
        (EFormat.FACTURX, "factur-x.xml", "EN 16931"),
        (EFormat.XRECHNUNG_CII, "xrechnung.xml", "XRECHNUNG"),
    ],
)
def test_the_paper_carries_the_xml(office: Office, eformat: EFormat, name: str, level: str) -> None:
    gets(office, eformat)

    invoice = issued_by(office, sold())

    pdf = office.ask(invoices.pdf, invoice.id)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert reader.attachments[name] == [office.ask(einvoicing.xml, invoice.id)]
    assert f"<fx:ConformanceLevel>{level}<".encode() in pdf
    assert f"<fx:DocumentFileName>{name}<".encode() in pdf
    assert b"/AFRelationship /Alternative" in pdf
    assert pdf_faults(pdf, "3a", "ua1") == []
    assert read_file(pdf, PDF, "a.pdf").totals.payable == Decimal("1190.00")


def test_an_own_code_without_vat_says_why(office: Office) -> None:
    gets(office, EFormat.XRECHNUNG_UBL)
    free = TaxRate(date(2020, 1, 1), Rate(Decimal(0)))
    own = TaxCode(TaxCodeId(0), 0, "art", "Works of art", Category.EXEMPT, (free,), "§ 4 Nr. 20")
    office.do(tax_codes.write, own)

    invoice = issued_by(office, a_content(replace(JOURNEY_11, vat="art"), delivered_on=TODAY))

    xml = office.ask(einvoicing.xml, invoice.id)
    assert faults(xml) == []
    assert "<cbc:TaxExemptionReason>§ 4 Nr. 20<" in xml.decode()
    assert faults(office.ask(einvoicing.written_as, invoice.id, EFormat.FACTURX)) == []


def test_the_same_bytes_are_made_again(office: Office) -> None:
    gets(office, EFormat.FACTURX)
    invoice = issued_by(office, sold())

    again = einvoicing.xml_of(invoice, totals_of(invoice), LAMPEN)

    assert again == office.ask(einvoicing.xml, invoice.id)


def test_paper_alone_has_no_e_invoice(office: Office) -> None:
    invoice = issued_by(office, sold(eformat=EFormat.NONE))

    with pytest.raises(einvoicing.NoEInvoice):
        office.ask(einvoicing.xml, invoice.id)


def test_an_issued_invoice_is_handed_out_in_another_format(office: Office, tmp_path: Path) -> None:
    gets(office, EFormat.FACTURX)
    invoice = issued_by(office, sold())
    target = tmp_path / "bill.xml"

    office.ask(einvoicing.save, invoice.id, target, EFormat.XRECHNUNG_UBL)

    assert target.read_bytes().startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<Invoice ')
    assert faults(target.read_bytes()) == []
    with pytest.raises(AlreadyThere):
        office.ask(einvoicing.save, invoice.id, target)


def test_a_draft_and_what_breaks_the_rules_are_not_handed_out(office: Office) -> None:
    draft = drafted(office, sold())
    invoice = issued_by(office, sold(your_reference=""))

    with pytest.raises(NotIssued):
        office.ask(einvoicing.written_as, draft.id, EFormat.PEPPOL)
    with pytest.raises(Invalid):
        office.ask(einvoicing.written_as, invoice.id, EFormat.PEPPOL)
    problems = office.ask(einvoicing.check_as, invoice.id, EFormat.PEPPOL)
    assert {one.field for one in problems} >= {"buyer.endpoint"}


def test_a_credit_note_names_what_it_credits(office: Office) -> None:
    gets(office, EFormat.XRECHNUNG_UBL)
    invoice = issued_by(office, sold())
    draft = office.do(crediting.credit, invoice.id, (), "Returned").result

    note = office.do(invoices.issue, draft.id).result

    xml = office.ask(einvoicing.xml, note.id)
    assert faults(xml) == []
    assert read_xml(xml, "a.xml").is_credit
    assert f"<cbc:ID>{invoice.number}</cbc:ID>".encode() in xml


def test_many_are_issued_each_with_its_own_files(office: Office) -> None:
    gets(office, EFormat.FACTURX)
    ids = tuple(
        drafted(office, sold(eformat=kind)).id
        for kind in (EFormat.FACTURX, EFormat.NONE, EFormat.XRECHNUNG_UBL)
    )

    done = office.do(invoices.issue_many, ids).result

    assert len(done.issued) == 3
    filed = [len(office.ask(archive.of, f"invoice:{one}")) for one in ids]
    assert filed == [2, 1, 2]
    rows = [row for row in audit_rows(office) if row[0] == "invoices.issue"]
    noted = [[one["record"].partition(":")[0] for one in json.loads(row[3])] for row in rows]
    assert [found.count("record") for found in noted] == [2, 1, 2]
    assert [found.count("document") for found in noted] == [2, 1, 2]


def test_the_xml_is_shown_as_a_page(office: Office) -> None:
    gets(office, EFormat.XRECHNUNG_UBL)
    invoice = issued_by(office, sold())
    xml = office.ask(archive.of, f"invoice:{invoice.id}")[1]

    found = office.ask(einvoices.read, xml.id)  # type: ignore[arg-type]  # a document bears the id of its file

    assert found.number == invoice.number


def test_xml_that_says_otherwise_is_never_filed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    gets(office, EFormat.FACTURX)
    draft = drafted(office, sold())
    monkeypatch.setattr(einvoicing, "differences", lambda _bill, _found: ("net",))

    with pytest.raises(einvoicing.SaysOtherwise):
        office.do(invoices.issue, draft.id)

    assert office.ask(invoices.get, draft.id).state is State.DRAFT


def test_only_what_has_a_place_in_the_paper_travels_in_it() -> None:
    invoice = issued(a_draft())

    for eformat, count_ in ((EFormat.FACTURX, 1), (EFormat.PEPPOL, 0)):
        attached, _schemas = einvoicing.enclosed(replace(invoice, eformat=eformat), b"<a/>")
        assert len(attached) == count_


def test_the_kind_chosen_for_one_invoice_goes_before_that_of_the_customer(office: Office) -> None:
    gets(office, EFormat.XRECHNUNG_UBL)

    usual = drafted(office, sold())
    chosen = drafted(office, sold(eformat=EFormat.PEPPOL))

    assert (usual.eformat, chosen.eformat) == (EFormat.XRECHNUNG_UBL, EFormat.PEPPOL)
    assert content_of(usual).your_reference == LEITWEG


CHANG = Company(
    name="บริษัท ช้างเผือก จำกัด",
    country="TH",
    currency="THB",
    language="th",
    address=Address("88 ถนนพหลโยธิน", "แขวงลาดยาว เขตจตุจักร", "10900", "กรุงเทพมหานคร", "", "TH"),
    identifiers=(Identifier("th.tin", "0105559000000"),),
    branch="00000",
)


def test_a_thai_company_issues_an_e_tax_invoice(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office, CHANG)
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        place = Address("12 ถนนห้วยแก้ว", "", "50200", "เชียงใหม่", "", "TH")
        terms = Terms(language="th", eformat=EFormat.ETAX)
        numbers = (Identifier("th.tin", "0105559000000"), Identifier("th.branch", "00000"))
        after = replace(before, addresses=(place,), identifiers=numbers, terms=terms)
        unit.contacts.save(before, after, office.clock.now())

    invoice = issued_by(office, a_content(a_written_line("1", "10000")))

    xml = office.ask(einvoicing.xml, invoice.id)
    assert read_xml(xml, "a.xml").totals.payable == Decimal("10700.00")
    assert b"<ram:CountrySubDivisionID>10</ram:CountrySubDivisionID>" in xml
    pdf = office.ask(invoices.pdf, invoice.id)
    assert pypdf.PdfReader(io.BytesIO(pdf)).attachments["ETDA-invoice.xml"] == [xml]
    assert pdf_faults(pdf, "3a", "ua1") == []
