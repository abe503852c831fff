from __future__ import annotations

import pytest

from app.documents.dress import Dress
from app.documents.model import Document
from app.documents.receipts import ReceiptPaper, describe
from app.documents.text import plain
from app.domain.invoices.designs import Design
from app.domain.invoices.invoice import Buyer
from app.domain.invoices.layout import LayoutForm, PaperKind
from app.domain.invoices.layout_texts import LayoutText
from app.domain.payments.receipt import Receipt, ReceiptLine
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.taxes import MARCH_15, SIAM, WORKS, baht


def a_receipt(*, is_tax_invoice: bool) -> Receipt:
    tax = baht("700") if is_tax_invoice else None
    line = ReceiptLine("INV2569-00001", MARCH_15, "ค่าบริการ", baht("10700"), tax)
    return Receipt(
        "TI2569-00001" if is_tax_invoice else "RC2569-00001",
        "RC2569-00001",
        MARCH_15,
        (line,),
        baht("10400"),
        baht("300"),
        is_tax_invoice,
    )


def a_paper(language: str, *, is_tax_invoice: bool, company: object = SIAM) -> ReceiptPaper:
    payer = Buyer("บริษัท ลูกค้าไทย จำกัด", vat_id="0105561000003", branch="00001")
    receipt = a_receipt(is_tax_invoice=is_tax_invoice)
    home = SIAM if company is SIAM else WORKS
    return ReceiptPaper(
        receipt,
        payer,
        home,
        say_in(language),
        formats_in(language, home.country),
        amount_in_words="หนึ่งหมื่นเจ็ดร้อยบาทถ้วน",
    )


def text_of(language: str, *, is_tax_invoice: bool, company: object = SIAM) -> str:
    return plain(describe(a_paper(language, is_tax_invoice=is_tax_invoice, company=company)))


def test_the_receipt_of_a_service_is_its_tax_invoice() -> None:
    text = text_of("th", is_tax_invoice=True)

    for words in (
        "ใบกำกับภาษี/ใบเสร็จรับเงิน",
        "TI2569-00001",
        "RC2569-00001",
        "0105560001235",
        "0105561000003",
        "สำนักงานใหญ่",
        "สาขาที่ 00001",
        "15/03/2569",
        "10,000.00",
        "700.00",
        "-300.00",
        "10,400.00",
        "(หนึ่งหมื่นเจ็ดร้อยบาทถ้วน)",
    ):
        assert words in text


def test_a_plain_receipt_says_nothing_of_tax() -> None:
    text = text_of("en", is_tax_invoice=False)

    assert "ใบเสร็จรับเงิน · Receipt" in text
    assert "ใบกำกับภาษี" not in text
    assert "10,400.00" in text


def test_elsewhere_it_is_a_receipt() -> None:
    text = text_of("en", is_tax_invoice=False, company=WORKS)

    assert text.count("Receipt") >= 1
    assert "ใบเสร็จ" not in text


def worn(dress: Dress, language: str = "th") -> Document:
    payer = Buyer("บริษัท ลูกค้าไทย จำกัด", vat_id="0105561000003", branch="00001")
    receipt, formats = a_receipt(is_tax_invoice=True), formats_in(language, "TH")
    return describe(ReceiptPaper(receipt, payer, SIAM, say_in(language), formats, dress=dress))


def test_a_receipt_wears_the_layout_that_was_chosen() -> None:
    dress = Dress(LayoutForm("Ours", Design.MODERN, "#0f766e"))

    assert worn(dress).look == dress.look


@pytest.mark.parametrize(
    ("usual_for", "is_told"),
    [((PaperKind.RECEIPT,), True), (tuple(PaperKind), False), ((), False)],
)
def test_texts_are_those_of_a_layout_of_receipts_alone(
    usual_for: tuple[PaperKind, ...], *, is_told: bool
) -> None:
    texts = (LayoutText("en", "Thank you, {contact.name}", "Received on {invoice.date}"),)
    dress = Dress(LayoutForm("A", texts=texts, usual_for=usual_for))

    text = plain(worn(dress, "en"))

    assert ("Thank you, " in text, "Received on " in text) == (is_told, is_told)
