"""The buyer on paper."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.contact import Contact, Identifier, Point, PointKind
from app.domain.invoices.buyers import BuyerNeeds, buyer_of, missing
from app.domain.invoices.invoice import Buyer
from app.domain.shared.ids import ContactId
from app.domain.shared.vat import Category
from tests.builders import BUYER, a_draft, a_line

THAI = BuyerNeeds("TH", needs=("street",), needs_with_vat_id=("branch",), asks=("vat_id",))


def test_a_contact_becomes_the_buyer_of_the_paper() -> None:
    contact = Contact(
        ContactId(1),
        1,
        "Kahvila Aamu Oy",
        number="1001",
        addresses=(
            Address(street="Satama 2", use=AddressUse.DELIVERY),
            Address(street="Hämeenkatu 1"),
        ),
        points=(Point(PointKind.PHONE, "+358 3 123"), Point(PointKind.EMAIL, "a@aamu.example")),
        identifiers=(Identifier("fi.business_id", "2077474-0"), Identifier("fi.vat", "FI20774740")),
    )

    buyer = buyer_of(contact)

    assert buyer == Buyer(
        name="Kahvila Aamu Oy",
        address=Address(street="Hämeenkatu 1"),
        number="1001",
        vat_id="FI20774740",
        business_id="2077474-0",
        email="a@aamu.example",
    )


def test_a_contact_without_anything_but_a_name_is_a_buyer_too() -> None:
    assert buyer_of(Contact(ContactId(1), 1, "Maija")) == Buyer("Maija")


def test_a_thai_tax_invoice_names_the_branch_of_a_registered_buyer() -> None:
    buyer = Buyer("สยาม", Address(street="1 Silom", country="TH"), vat_id="0105560001235")

    found = missing(a_draft(), buyer, THAI)

    assert [problem.code for problem in found] == ["invoices.buyer-without-branch"]


def test_a_thai_buyer_without_a_tax_number_only_warns() -> None:
    buyer = Buyer("สมชาย", Address(street="1 Silom", country="TH"))

    found = missing(a_draft(), buyer, THAI)

    assert [(problem.field, problem.is_warning) for problem in found] == [("vat_id", True)]


def test_a_foreign_buyer_needs_no_domestic_numbers() -> None:
    buyer = Buyer("Muster GmbH", Address(street="Hafen 1", country="DE"))

    assert missing(a_draft(), buyer, THAI) == ()


def test_a_small_invoice_asks_nothing() -> None:
    needs = replace(THAI, from_gross=Decimal(200))

    assert missing(a_draft(a_line(price="100")), Buyer("Maija"), needs) == ()


def test_reverse_charge_needs_the_vat_id_of_the_buyer() -> None:
    line = replace(a_line(rate="0"), category=Category.REVERSE_CHARGE)

    found = missing(a_draft(line), replace(BUYER, vat_id=""), BuyerNeeds())

    assert [(problem.field, problem.code) for problem in found] == [
        ("vat_id", "invoices.buyer-without-vat-id")
    ]


def test_the_paper_writes_a_business_id_as_people_do() -> None:
    contact = Contact(
        ContactId(1), 1, "Lumo", identifiers=(Identifier("fi.business_id", "12345671"),)
    )

    assert buyer_of(contact).business_id == "1234567-1"
