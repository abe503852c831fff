"""Odd names, large figures and strange signs are kept as they are, or refused in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Terms
from app.domain.contacts.form import ContactForm, form_of
from app.domain.products.form import ProductForm
from app.domain.shared.codec import NotFitting
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.quantities import UnitPrice
from app.domain.shared.refusals import Invalid, Refusal
from app.services import contacts, products
from app.services.door import do as do_json
from app.services.office import Office

ODD_NAMES = [
    "x" * 200,
    "👩‍👩‍👧 Café 🥐",
    "קפה שלום בע״מ",
    "شركة الصباح",
    "<b>Bold & Sons</b>",
    "'; DROP TABLE contact; --",
    '=HYPERLINK("x")',
    "{name} %s \\n",
    "ﬁ Å Å",
    "น้ำ ที่ ปู่",
    "٣٤٥",
    "\u202eevil",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_is_kept_listed_and_found(office: Office, name: str) -> None:
    address = Address(name, name, "1" * 60, name, name, "FI")
    contact = office.do(contacts.add, ContactForm(name, addresses=(address,), note=name)).result

    kept = office.ask(contacts.get, contact.id)
    (row,) = office.ask(contacts.rows, (contact.id,))
    assert kept.name == row.name == name.replace("\u202e", "")
    assert list(office.ask(contacts.spine, View())) == [contact.id]
    assert office.ask(contacts.find, name) in ((row,), ())
    assert office.ask(contacts.alike, form_of(kept), contact.id) == ()


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\u200b", "\x00\x1b"])
def test_a_name_of_nothing_is_refused(office: Office, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(contacts.add, ContactForm(name))

    assert [one.code for one in refused.value.problems] == ["contacts.without-name"]


@pytest.mark.parametrize("limit", [Money(10**20, "EUR"), Money(-1, "EUR")])
def test_a_limit_that_the_books_cannot_hold_is_refused(office: Office, limit: Money) -> None:
    form = ContactForm("Aamu", terms=Terms(credit_limit=limit))

    with pytest.raises(Invalid):
        office.do(contacts.add, form)

    assert list(office.ask(contacts.spine, View())) == []


@pytest.mark.parametrize("price", ["1000000000000000000", "0.1234567", "NaN", "Infinity"])
def test_a_price_that_the_books_cannot_hold_is_refused(office: Office, price: str) -> None:
    form = ProductForm("A", {"fi": "x"}, "", "standard", UnitPrice(Decimal(price)), "EUR")

    with pytest.raises(Refusal):
        office.do(products.add, form)

    assert list(office.ask(products.spine, View())) == []


@pytest.mark.parametrize(
    "data",
    [
        {"form": {"name": 7}},
        {"form": {"name": "x", "roles": ["wizard"]}},
        {"form": {"name": "x", "shoe size": 42}},
        {"form": None},
        {},
    ],
)
def test_a_script_that_says_nonsense_is_told_where(office: Office, data: object) -> None:
    with pytest.raises(NotFitting) as refused:
        do_json(office, "contacts.add", data)

    assert str(refused.value.facts["at"]).startswith("$")


def test_a_hundred_addresses_and_points_are_kept(office: Office) -> None:
    many = tuple(Address(f"Katu {no}", country="FI") for no in range(100))
    contact = office.do(contacts.add, ContactForm("Aamu", addresses=many)).result

    changed = replace(form_of(contact), addresses=many[::-1])
    saved = office.do(contacts.change, contact.id, 1, changed).result

    assert office.ask(contacts.get, ContactId(saved.id)).addresses == many[::-1]
