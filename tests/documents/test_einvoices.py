"""An e-invoice on paper says every figure of its sender, and that the XML is the original."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.documents.accounting import Imprint
from app.documents.einvoices import describe
from app.documents.pdf.render import render
from app.documents.text import plain
from app.domain.admin.company import Company
from app.domain.archive.einvoice import EInvoice, EParty, Standard
from app.formats.einvoices.reading import read_xml
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.reading import page_texts
from tests.formats.test_einvoices import sample

COMPANY = Company("Lumo Oy", "FI", "EUR", "fi")


def imprint(language: str) -> Imprint:
    return Imprint(COMPANY, say_in(language), formats_in(language, "FI"), date(2026, 3, 10))


def test_every_figure_is_there_with_the_decimals_of_the_sender() -> None:
    text = plain(describe(read_xml(sample("ubl"), "a.xml"), imprint("fi")))

    for said in ("Snippet1", "491,6667", "1 656,25", "RF18539007547034", "28 days net", "1.3.2026"):
        assert said in text.replace("\u00a0", " "), said


@pytest.mark.parametrize(("language", "unit"), [("en", "pcs"), ("fi", "kpl"), ("th", "ชิ้น")])
def test_the_code_of_a_unit_is_a_word(language: str, unit: str) -> None:
    text = plain(describe(read_xml(sample("cii"), "a.xml"), imprint(language)))

    assert unit in text
    assert "H87" not in text


@pytest.mark.parametrize("language", ["en", "fi", "th"])
@pytest.mark.parametrize("name", ["ubl", "cii", "finvoice", "etax"])
def test_every_standard_is_printed_in_every_language(name: str, language: str) -> None:
    content = render(describe(read_xml(sample(name), "a.xml"), imprint(language)))

    assert "XML" in page_texts(content)[0]


def test_an_invoice_that_says_nothing_is_printed_as_nothing() -> None:
    empty = EInvoice(Standard.UBL, "", False, None, None, "", EParty(), EParty())  # noqa: FBT003  the order of the fields

    text = plain(describe(empty, imprint("en")))

    assert "the XML is the original" in text


def test_what_does_not_add_up_is_marked_before_the_lines() -> None:
    odd = sample("cii").replace(b">235.62<", b">335.62<").replace(b">20260305<", b">2026-3<")

    text = plain(describe(read_xml(odd, "a.xml"), imprint("en"))).replace("\u00a0", " ")

    assert text.index("Check before paying") < text.index("Trennblätter")
    assert "Net and VAT give 235.62, but a total of 335.62 is written." in text
    assert "It has no date that can be read." in text
    assert "This cannot be read: DateTimeString: 2026-3" in text


def test_the_name_that_the_sender_gave_and_what_was_taken_off_are_shown() -> None:
    text = plain(describe(read_xml(sample("etax"), "a.xml"), imprint("th"))).replace("\u00a0", " ")

    assert "ใบกำกับภาษี TX2569-0042" in text or "ใบกำกับภาษี" in text
    assert "ส่วนลดสมาชิก" in text
    assert "-100.00" in text or "−100.00" in text


def test_a_foreign_country_is_named_and_our_own_is_not() -> None:
    lines = ("Torstraße 1", "10119 Berlin", "DE")
    seller = EParty("Klangraum", lines=lines, identifiers=("DE1", "HRB 2"))
    buyer = EParty("Lumo Oy", lines=("Tie 1", "FI"))
    read = read_xml(sample("ubl"), "a.xml")
    invoice = replace(read, seller=seller, buyer=buyer)

    told = describe(invoice, imprint("en"))

    assert told.letterhead.lines == ("Torstraße 1", "10119 Berlin", "GERMANY", "DE1 · HRB 2")
    assert told.address is not None
    assert told.address.lines == ("Lumo Oy", "Tie 1")
