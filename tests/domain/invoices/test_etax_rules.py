"""What an e-Tax invoice lacks is told before it is issued."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contacts.address import Address
from app.domain.invoices.billing import Sending
from app.domain.invoices.einvoice_rules import check_sending
from app.domain.invoices.etax_rules import districts
from app.domain.invoices.invoice import Invoice
from app.domain.shared.eformats import EFormat
from tests.builders import TODAY, a_draft, a_line
from tests.einvoices import BUYER, ORIGIN, SELLER, SENDING, credited, issued

THAI = replace(
    SELLER,
    name="บริษัท ช้างเผือก จำกัด",
    address=Address("99/1 ถนนพระรามที่ 1", "แขวงปทุมวัน", "10330", "เขตปทุมวัน", "กรุงเทพมหานคร", "TH"),
    vat_id="0105559000000",
    branch="00000",
)
IN_THAILAND = replace(SENDING, seller=THAI, home_currency="THB", provinces={"กรุงเทพมหานคร": "10"})
THAI_BUYER = replace(
    BUYER,
    name="บริษัท ลูโม จำกัด",
    address=Address("12 ถนนห้วยแก้ว", "", "50200", "เชียงใหม่", "", "TH"),
    vat_id="0105559000000",
    branch="00000",
)


def a_thai(**parts: object) -> Invoice:
    """Return an invoice in baht to a Thai firm."""
    draft = a_draft(a_line("1", "1000", "7"), currency="THB")
    return issued(draft, EFormat.ETAX, **{"buyer": THAI_BUYER, **parts})


def codes(invoice: Invoice, sending: Sending = IN_THAILAND) -> list[str]:
    return [one.code.removeprefix("einvoice.") for one in check_sending(invoice, sending, TODAY)]


def test_an_invoice_in_the_place_of_another_needs_its_reason() -> None:
    assert codes(a_thai(origin=ORIGIN)) == ["cause-missing"]
    assert codes(a_thai(origin=ORIGIN, reason="ที่อยู่ผิด")) == []


def test_what_is_complete_can_be_sent() -> None:
    assert codes(a_thai()) == []
    assert codes(credited(a_thai())) == []


@pytest.mark.parametrize(
    ("invoice", "sending", "code"),
    [
        (a_thai(), SENDING, "etax-not-thai"),
        (a_thai(currency="USD"), IN_THAILAND, "etax-not-in-baht"),
        (
            a_thai(),
            replace(IN_THAILAND, seller=replace(THAI, vat_id="123")),
            "our-taxpayer-number-missing",
        ),
        (
            a_thai(),
            replace(IN_THAILAND, seller=replace(THAI, address=Address(country="TH"))),
            "our-thai-address-incomplete",
        ),
        (
            a_thai(buyer=replace(THAI_BUYER, address=Address(country="TH"))),
            IN_THAILAND,
            "buyer-thai-address-incomplete",
        ),
        (replace(credited(a_thai()), origin=None), IN_THAILAND, "origin-missing"),
        (replace(credited(a_thai()), reason=""), IN_THAILAND, "cause-missing"),
    ],
)
def test_what_is_missing_is_told(invoice: Invoice, sending: Sending, code: str) -> None:
    assert codes(invoice, sending) == [code]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (Address(extra="แขวงลาดยาว เขตจตุจักร", town="กรุงเทพมหานคร"), ("ลาดยาว", "จตุจักร")),
        (Address(extra="ตำบลป่าตอง อำเภอกะทู้", town="ภูเก็ต"), ("ป่าตอง", "กะทู้")),
        (Address(extra="สุเทพ", town="เมือง", region="เชียงใหม่"), ("สุเทพ", "เมือง")),
        (Address(town="เชียงใหม่"), ("", "")),
    ],
)
def test_districts_are_found_as_addresses_are_written(
    address: Address, found: tuple[str, str]
) -> None:
    assert districts(address) == found
