from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from app.domain.archive.einvoice import (
    EExtra,
    EInvoice,
    ELine,
    EParty,
    EPayment,
    ETax,
    ETotals,
    Standard,
)
from app.domain.bills.bill import check, differences
from app.domain.bills.reading import bill_of, seller_of
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Role
from app.domain.invoices.invoice import Invoice
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.writers import WRITERS, write
from tests.einvoices import billed, sent
from tests.formats.test_einvoices import sample

SELLER = EParty(
    "Paahtimo Oy",
    ("Tehdaskatu 5", "2. krs", "33100 Tampere", "FI"),
    ("2077474-0", "FI20774740", "FI 2077 4740", "DE136695976", "000"),
)
ONE = EInvoice(
    Standard.UBL,
    "7",
    is_credit=False,
    issued_on=date(2026, 3, 1),
    due_on=date(2026, 3, 15),
    currency="EUR",
    seller=SELLER,
    buyer=EParty("Lumo"),
    lines=(
        ELine("Kahvi", Decimal(6), "KGM", Decimal("20.00"), Decimal(14), Decimal(60), Decimal(2)),
    ),
    taxes=(ETax(Decimal(14), Decimal(55), Decimal("7.70")),),
    totals=ETotals(Decimal(55), Decimal("7.70"), Decimal("62.70"), Decimal("62.70")),
    payment=EPayment("FI49 5000 9420 0287 30", "OKOYFIHH", "1232"),
    extras=(EExtra("Alennus", Decimal(-5)),),
)


def test_an_e_invoice_is_a_bill_whose_figures_add_up() -> None:
    bill = bill_of(ONE)

    assert check(bill) == ()
    assert (bill.supplier, bill.number, bill.reference) == ("Paahtimo Oy", "7", "1232")
    assert (bill.account, bill.bank) == ("FI4950009420028730", "OKOYFIHH")
    assert bill.vat_id == "FI20774740"
    assert [(one.text, one.price, one.net) for one in bill.lines] == [
        ("Kahvi", Decimal(10), Decimal(60)),
        ("Alennus", None, Decimal(-5)),
    ]


def test_a_line_with_its_own_discount_keeps_its_sum_and_tells_no_price() -> None:
    line = replace(ONE.lines[0], extras=(Decimal(-3),), net=Decimal(57))

    (found, _extra) = bill_of(replace(ONE, lines=(line,))).lines

    assert (found.quantity, found.price, found.net) == (Decimal(6), None, Decimal(57))


def test_a_credit_note_below_zero_is_above_it_as_a_bill() -> None:
    totals = ETotals(Decimal(-55), Decimal("-7.70"), Decimal("-62.70"), Decimal("-62.70"))
    line = replace(ONE.lines[0], quantity=Decimal(-6), net=Decimal(-60))
    tax = ETax(Decimal(14), Decimal(-55), Decimal("-7.70"))
    extras = (EExtra("Alennus", Decimal(5)),)
    credit = replace(ONE, is_credit=True, totals=totals, lines=(line,), taxes=(tax,), extras=extras)

    assert bill_of(credit) == replace(bill_of(ONE), is_credit=True)


def test_the_seller_is_a_supplier_with_every_number_that_can_be_right() -> None:
    seller = seller_of(ONE)

    assert seller.name == "Paahtimo Oy"
    assert seller.roles == frozenset({Role.SUPPLIER})
    assert set(seller.identifiers) == {
        Identifier("fi.business_id", "20774740"),
        Identifier("fi.vat", "FI20774740"),
        Identifier("de.vat", "DE136695976"),
    }
    assert seller.accounts == (BankAccount("FI4950009420028730", "OKOYFIHH"),)
    assert seller.addresses == (
        Address("Tehdaskatu 5", "2. krs", postcode="33100", town="Tampere", country="FI"),
    )


def test_a_seller_who_says_little_is_no_more_than_that() -> None:
    bare = replace(ONE, seller=EParty("Kioski", ("Kadunkulma",)), payment=EPayment("123", "x"))

    seller = seller_of(bare)

    assert (seller.identifiers, seller.accounts) == ((), ())
    assert seller.addresses == (Address("Kadunkulma"),)
    assert seller_of(replace(bare, seller=EParty("Kioski"))).addresses == ()


def test_a_thai_number_is_told_apart_from_its_branch_and_a_postcode_from_a_town() -> None:
    seller = EParty("บริษัท", ("99/1", "10330", "TH"), ("010553706006900000",))

    found = seller_of(replace(ONE, seller=seller))

    assert found.identifiers == (Identifier("th.tin", "0105537060069"),)
    assert found.addresses == (Address("99/1", postcode="10330", country="TH"),)


@pytest.mark.parametrize("name", ["ubl", "cii", "finvoice", "etax"])
def test_every_standard_becomes_a_bill_that_can_be_kept(name: str) -> None:
    bill = bill_of(read_xml(sample(name), name))

    assert [one for one in check(bill) if not one.is_warning] == []
    assert bill.gross is not None
    assert bill.gross > 0


@settings(max_examples=60, deadline=None)
@given(sent(*WRITERS))
def test_whatever_we_would_send_is_a_bill_that_adds_up_to_the_cent(invoice: Invoice) -> None:
    written = billed(invoice)

    bill = bill_of(read_xml(write(written), "a.xml"))

    assert [one.code for one in differences(bill)] == []
    assert (bill.gross, bill.is_credit) == (written.sums.gross.amount, written.is_credit)
