"""E-invoices of every standard say the same kind of thing; anything else is refused by name."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest

from app.domain.archive.einvoice import (
    EExtra,
    ELine,
    EPayment,
    ETax,
    ETotals,
    Standard,
    doubts,
)
from app.formats.einvoices.reading import (
    PDF,
    Broken,
    DamagedPdf,
    DeclaresEntities,
    LargerThanAny,
    MoreThanOne,
    NotAnEInvoice,
    NotInPdf,
    WrongEncoding,
    read_file,
    read_xml,
)
from tests.formats.stacks import a_pdf

STATUS = "<ram:LineStatusReasonCode>{}</ram:LineStatusReasonCode>"
SAMPLES = Path(__file__).parent / "einvoices"


def sample(name: str) -> bytes:
    """Return a sample in the encoding that it declares."""
    text = (SAMPLES / f"{name}.xml").read_text(encoding="utf-8")
    return text.encode("iso-8859-15" if name == "finvoice" else "utf-8")


def carrying(xml: bytes, name: str = "factur-x.xml") -> bytes:
    """Return a PDF with a file attached to it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(a_pdf("Invoice")))
    writer.add_attachment("terms.txt", b"terms")
    writer.add_attachment(name, xml)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_ubl_is_read() -> None:
    found = read_xml(sample("ubl"), "a.xml")

    assert (found.standard, found.number, found.is_credit) == (Standard.UBL, "Snippet1", False)
    assert (found.issued_on, found.due_on) == (date(2026, 2, 1), date(2026, 3, 1))
    assert found.seller.name == "SupplierOfficialName Ltd"
    assert found.seller.lines == ("Main street 1", "GB 123 EW London", "GB")
    assert "GB1232434" in found.seller.identifiers
    assert found.buyer.name == "Lumo & Suoni Oy"
    assert found.lines[1] == ELine(
        "Returned", Decimal(-3), "DAY", Decimal("491.6667"), None, Decimal(-1475)
    )
    assert found.taxes == (ETax(Decimal(25), Decimal(1325), Decimal("331.25")),)
    assert found.totals.payable == Decimal("1656.25")
    assert found.payment == EPayment(
        "FI2112345600000785", "NDEAFIHH", "RF18539007547034", "28 days net"
    )
    assert (found.order, found.buyer_reference, found.note) == ("PO-7", "0150abc", "Thank you")


def test_a_credit_note_of_ubl_is_read() -> None:
    note = sample("ubl").replace(b"Invoice-2", b"CreditNote-2")
    note = note.replace(b"<Invoice ", b"<CreditNote ").replace(b"</Invoice>", b"</CreditNote>")
    note = note.replace(b"InvoiceLine", b"CreditNoteLine").replace(b"Invoiced", b"Credited")

    found = read_xml(note, "a.xml")

    assert found.is_credit
    assert [line.quantity for line in found.lines] == [7, -3]


def test_cii_is_read() -> None:
    found = read_xml(sample("cii"), "a.xml")

    assert (found.standard, found.number, found.currency) == (Standard.CII, "471102", "EUR")
    assert (found.issued_on, found.due_on) == (date(2026, 3, 5), date(2026, 4, 4))
    assert found.seller.lines == ("Lieferantenstraße 20", "80333 München", "DE")
    assert found.lines[0].net == Decimal("198.00")
    assert found.totals == ETotals(*map(Decimal, ("198.00", "37.62", "235.62", "235.62")))


def test_finvoice_is_read_in_its_envelope_and_its_encoding() -> None:
    found = read_xml(sample("finvoice"), "a.xml")

    assert (found.standard, found.number, found.is_credit) == (Standard.FINVOICE, "31", True)
    assert found.seller.lines == ("Sähkötie 1", "00100 Pulli", "FI")
    assert found.note == "Hinta 5 €"
    assert found.lines == (
        ELine("Kitaran kielet", Decimal(-4), "kpl", Decimal(25), Decimal("25.5"), Decimal(-100)),
    )
    assert found.payment.reference == "1007"
    assert found.totals.gross == Decimal("-125.5")


def test_the_xml_that_a_pdf_carries_is_read() -> None:
    found = read_file(carrying(sample("cii")), PDF, "a.pdf")

    assert found == read_file(sample("cii"), "application/xml", "a.xml")


def test_a_thai_e_tax_invoice_is_read_and_its_dashes_say_nothing() -> None:
    found = read_xml(b"\xef\xbb\xbf" + sample("etax"), "a.xml")

    assert (found.standard, found.number, found.title) == (
        Standard.ETAX,
        "TX2569-0042",
        "ใบกำกับภาษี",
    )
    assert (found.issued_on, found.due_on) == (date(2026, 2, 14), date(2026, 3, 16))
    assert found.seller.lines == ("99/1", "ถนนพระรามที่ 1", "10330", "TH")
    assert found.seller.identifiers == ("010555900000100000",)
    assert found.lines == (
        ELine("กระดาษ A4 80 แกรม", Decimal(8), "รีม", Decimal(125), Decimal(7), Decimal(1000)),
    )
    assert found.extras == (EExtra("ส่วนลดสมาชิก", Decimal(-100)),)
    assert found.payment.terms == ""


@pytest.mark.parametrize(
    ("kind", "code", "is_credit"),
    [("Receipt", "T01", False), ("DebitCreditNote", "81", True), ("DebitCreditNote", "80", False)],
)
def test_every_kind_of_thai_document_is_read(kind: str, code: str, is_credit: bool) -> None:  # noqa: FBT001  a parameter of the test
    told = sample("etax").replace(b"TaxInvoice_Cross", f"{kind}_Cross".encode())

    found = read_xml(told.replace(b">388<", f">{code}<".encode()), "a.xml")

    assert (found.standard, found.is_credit) == (Standard.ETAX, is_credit)


@pytest.mark.parametrize("name", ["ubl", "cii", "finvoice", "etax"])
def test_what_adds_up_raises_no_doubts(name: str) -> None:
    assert doubts(read_xml(sample(name), "a.xml")) == ()


def test_the_tax_in_another_currency_is_not_taken_for_that_of_the_invoice() -> None:
    told = sample("cii").replace(
        b"<ram:TaxTotalAmount",
        b'<ram:TaxTotalAmount currencyID="SEK">420.00</ram:TaxTotalAmount><ram:TaxTotalAmount',
    )

    assert read_xml(told, "a.xml").totals.tax == Decimal("37.62")


@pytest.mark.parametrize(
    ("code", "is_credit"), [("380", False), ("389", False), ("261", True), ("396", True)]
)
def test_every_code_of_credit_notes_is_known(code: str, is_credit: bool) -> None:  # noqa: FBT001  a parameter of the test
    told = sample("cii").replace(b"<ram:TypeCode>380<", f"<ram:TypeCode>{code}<".encode())

    assert read_xml(told, "a.xml").is_credit is is_credit


def test_in_ubl_the_tax_in_our_currency_may_stand_first() -> None:
    own = b"<cac:TaxTotal>"
    other = b'<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">9.99</cbc:TaxAmount></cac:TaxTotal>'

    told = sample("ubl").replace(own, other + own, 1)

    assert read_xml(told, "a.xml").totals == read_xml(sample("ubl"), "a.xml").totals


def test_an_invoice_without_lines_raises_no_doubts_about_them() -> None:
    told = sample("cii").decode()
    first, last = (
        "<ram:IncludedSupplyChainTradeLineItem>",
        "</ram:IncludedSupplyChainTradeLineItem>",
    )
    bare = told[: told.index(first)] + told[told.rindex(last) + len(last) :]
    taken_off = (EExtra("rebate", Decimal(-10)),)

    found = replace(read_xml(bare.encode(), "a.xml"), extras=taken_off)

    assert found.lines == ()
    assert doubts(found) == ()


def test_freight_is_added_and_lines_that_sum_up_others_are_not() -> None:
    told = sample("cii").decode()
    line = told[told.index("<ram:IncludedSupplyChainTradeLineItem>") :]
    line = line[: line.index("</ram:IncludedSupplyChainTradeLineItem>") + 39]
    group = line.replace("</ram:LineID>", "</ram:LineID>" + STATUS.format("GROUP"), 1)
    freight = (
        "<ram:SpecifiedLogisticsServiceCharge><ram:Description>Freight</ram:Description>"
        "<ram:AppliedAmount>5.80</ram:AppliedAmount></ram:SpecifiedLogisticsServiceCharge>"
    )
    place = "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"

    found = read_xml(
        told.replace(line, group + line, 1).replace(place, freight + place, 1).encode(), "a.xml"
    )

    usual = read_xml(sample("cii"), "a.xml")
    assert (found.lines[0].is_text, found.lines[1:]) == (True, usual.lines)
    assert found.extras == (*usual.extras, EExtra("Freight", Decimal("5.80")))


def test_a_row_of_finvoice_counts_with_the_price_after_its_discount() -> None:
    price = '<UnitPriceAmount AmountCurrencyIdentifier="EUR">25,00</UnitPriceAmount>'
    dearer = price.replace("25,00", "30,00") + price.replace("PriceAmount", "PriceNetAmount")
    told = sample("finvoice").replace(price.encode(), dearer.encode())

    found = read_xml(told, "a.xml")

    assert found.lines[0].price == Decimal("25.00")
    assert doubts(found) == ()


def test_a_row_of_finvoice_may_tell_its_discount_in_per_cent_alone() -> None:
    row = b"<RowVatRatePercent>25,5</RowVatRatePercent><RowVatExcludedAmount"
    dearer = sample("finvoice").replace(b">25,00<", b">31,25<")
    told = dearer.replace(row, b"<RowDiscountPercent>20</RowDiscountPercent>" + row)

    found = read_xml(told, "a.xml")

    assert found.lines[0].extras == (Decimal(25),)
    assert doubts(found) == ()


def test_blank_lines_before_the_xml_do_no_harm() -> None:
    assert read_xml(b"\r\n\n" + sample("cii"), "a.xml").number == "471102"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-15", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    text = sample("finvoice").decode("iso-8859-15")
    alone = text[text.rindex("<?xml") :]
    told = alone.replace("ISO-8859-15", encoding.removesuffix("-sig")).encode(encoding)

    found = read_xml(told, "a.xml")

    assert found.note == "Hinta 5 €"
    assert "Sähkötie 1" in found.seller.lines


def test_broken_xml_is_told_with_the_place() -> None:
    with pytest.raises(Broken) as refused:
        read_xml(sample("ubl")[:900], "a.xml")

    assert int(str(refused.value.facts["line"])) > 1


def test_figures_and_days_that_nobody_can_read_are_told() -> None:
    odd = sample("ubl").replace(b"1656.25", b"1e99").replace(b"2026-02-01", b"2026-02-31")

    found = read_xml(odd, "a.xml")

    assert found.unreadable == (
        "IssueDate: 2026-02-31",
        "TaxInclusiveAmount: 1e99",
        "PayableAmount: 1e99",
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"<a/>", b"<!DOCTYPE a><Invoice/>", b"<Invoice><a>1</a></Invoice>", sample("ubl")[:900]],
)
def test_what_is_no_e_invoice_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(NotAnEInvoice) as refused:
        read_file(content, "application/xml", "letter.xml")

    assert refused.value.facts["name"] == "letter.xml"


@pytest.mark.parametrize("content", [a_pdf("x"), carrying(b"<a/>"), carrying(b"", "a.xml")])
def test_a_pdf_without_one_is_refused(content: bytes) -> None:
    with pytest.raises(NotInPdf):
        read_file(content, PDF, "a.pdf")


def test_odd_figures_and_days_are_left_out() -> None:
    odd = sample("ubl").replace(b"1656.25", b"1e99").replace(b"2026-02-01", b"2026-02-31")

    found = read_xml(odd, "a.xml")

    assert (found.totals.payable, found.issued_on) == (None, None)


def test_a_pdf_that_carries_two_is_refused_by_their_number() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(carrying(sample("cii"))))
    writer.add_attachment("other.xml", sample("ubl"))
    out = io.BytesIO()
    writer.write(out)

    with pytest.raises(MoreThanOne) as refused:
        read_file(out.getvalue(), PDF, "a.pdf")

    assert refused.value.facts["count"] == 2


def test_a_pdf_that_carries_the_same_twice_is_read() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(carrying(sample("cii"))))
    writer.add_attachment("copy.xml", sample("cii"))
    out = io.BytesIO()
    writer.write(out)

    assert read_file(out.getvalue(), PDF, "a.pdf").number == "471102"


def test_zugferd_1_is_read() -> None:
    old = sample("cii").decode()
    line, around = "SpecifiedSupplyChainTrade", "ApplicableSupplyChainTrade"
    for new, name in (
        ("rsm:CrossIndustryInvoice", "rsm:CrossIndustryDocument"),
        ("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>"),
        ("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction"),
        ("ApplicableHeaderTrade", around),
        ("SpecifiedLineTrade", line),
        ("SettlementHeaderMonetary", "SettlementMonetary"),
        ("SettlementLineMonetary", "SettlementMonetary"),
        ("RateApplicablePercent", "ApplicablePercent"),
    ):
        old = old.replace(new, name)

    found = read_xml(old.encode(), "a.xml")

    assert "CrossIndustryDocument" in old
    assert found == read_xml(sample("cii"), "a.xml")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>', DeclaresEntities),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', DeclaresEntities),
        (b'<?xml version="1.0" encoding="UTF-8"?><Invoice>\xe4</Invoice>', WrongEncoding),
        (b"<Invoice>\xe4</Invoice>", WrongEncoding),
        (b'<?xml version="1.0" encoding="klingon"?><Invoice/>', WrongEncoding),
        (b"<Invoice>" * 100, LargerThanAny),
        (b"<Invoice>\x00</Invoice>", Broken),
    ],
)
def test_hostile_and_wrongly_encoded_xml_is_told_by_its_kind(
    content: bytes, error: type[NotAnEInvoice]
) -> None:
    with pytest.raises(error) as refused:
        read_xml(content, "a.xml")

    assert refused.value.facts["name"] == "a.xml"


def test_a_pdf_that_ends_too_early_is_refused() -> None:
    with pytest.raises(DamagedPdf):
        read_file(carrying(sample("cii"))[:700], PDF, "a.pdf")
