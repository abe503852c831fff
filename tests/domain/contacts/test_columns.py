"""A row of a table says what a contact is, and which of its cells cannot be read."""

from __future__ import annotations

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.columns import HEADINGS, Reading, field_of, form_of_cells
from app.domain.contacts.contact import (
    BankAccount,
    Identifier,
    Kind,
    Point,
    PointKind,
    Role,
    Terms,
    check,
)
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import ContactId
from app.domain.shared.imports import fields_of
from app.domain.shared.money import Money

FINLAND = Reading("FI", "EUR", ",")


def read(**cells: str) -> ContactForm:
    form, problems = form_of_cells({field: [text] for field, text in cells.items()}, FINLAND)
    assert problems == ()
    return form


def unreadable(**cells: str) -> list[str]:
    _, problems = form_of_cells({field: [text] for field, text in cells.items()}, FINLAND)
    return [problem.field for problem in problems]


def test_a_full_row_becomes_a_full_form() -> None:
    form = read(
        number="0042",
        name="Kahvila Aamu Oy",
        kind="yritys",
        roles="Asiakas / toimittaja",
        street="Hämeenkatu 1",
        postcode="00100",
        town="Helsinki",
        country="Suomi",
        email="maija@aamu.example",
        phone="040 1",
        business_id="2077474-0",
        vat_id="FI20774740",
        iban="FI49 5000 9420 0287 30",
        bic="OKOYFIHH",
        terms_days="14 pv netto",
        credit_limit="1 500,50",
        language="suomi",
        note="calls first",
    )

    assert form == ContactForm(
        name="Kahvila Aamu Oy",
        kind=Kind.COMPANY,
        roles=frozenset({Role.CUSTOMER, Role.SUPPLIER}),
        number="0042",
        addresses=(Address("Hämeenkatu 1", postcode="00100", town="Helsinki", country="FI"),),
        points=(
            Point(PointKind.EMAIL, "maija@aamu.example"),
            Point(PointKind.PHONE, "040 1"),
        ),
        identifiers=(
            Identifier("fi.business_id", "2077474-0"),
            Identifier("fi.vat", "FI20774740"),
        ),
        accounts=(BankAccount("FI49 5000 9420 0287 30", "OKOYFIHH"),),
        terms=Terms(14, Money(150_050, "EUR"), "fi"),
        note="calls first",
    )


def test_a_name_alone_is_a_contact_without_address() -> None:
    assert read(name="Aamu") == ContactForm("Aamu")


@pytest.mark.parametrize(
    ("country", "vat_id", "scheme"),
    [
        ("", "FI20774740", "fi.vat"),
        ("Suomi", "20774740", "fi.vat"),
        ("DE", "123456788", "de.vat"),
        ("FI", "SE556036079301", "eu.vat"),
        ("ประเทศไทย", "0105560001235", "th.tin"),
        ("USA", "12-3456789", "us.ein"),
        ("Ranska", "FR40303265045", "eu.vat"),
    ],
)
def test_a_tax_number_is_of_the_scheme_its_letters_or_its_country_say(
    country: str, vat_id: str, scheme: str
) -> None:
    form = read(name="x", country=country, vat_id=vat_id)

    assert [one.scheme for one in form.identifiers] == [scheme]


def test_branch_and_e_invoice_addresses_are_identifiers_too() -> None:
    thai = read(name="x", country="TH", vat_id="0105560001235", branch="สาขา 2")
    german = read(name="x", country="DE", einvoice="991-03730-19")
    finnish = read(name="x", einvoice="003720774740", operator="OKOYFIHH")

    assert thai.identifiers[1] == Identifier("th.branch", "00002")
    assert german.identifiers == (Identifier("de.leitweg", "991-03730-19"),)
    assert [one.scheme for one in finnish.identifiers] == ["fi.ovt", "fi.operator"]


def test_a_cell_with_several_addresses_is_several_points() -> None:
    form = read(name="x", email="a@x.example; b@x.example")

    assert [point.value for point in form.points] == ["a@x.example", "b@x.example"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("country", "Atlantis"),
        ("roles", "wizard"),
        ("kind", "ghost"),
        ("language", "Klingon"),
        ("terms_days", "soon"),
        ("credit_limit", "plenty"),
        ("credit_limit", "9" * 25),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(field: str, text: str) -> None:
    assert unreadable(name="x", **{field: text}) == [field]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("vat_id", "FI20774741"),
        ("business_id", "2077474-1"),
        ("iban", "FI4950009420028731"),
        ("email", "no address"),
        ("terms_days", "9999"),
        ("credit_limit", "-1"),
        ("branch", "1234567"),
        ("einvoice", "0037"),
    ],
)
def test_a_problem_is_told_at_the_column_it_comes_from(field: str, text: str) -> None:
    form = read(**{"name": "x", field: text})

    (problem,) = check(form.as_contact(ContactId(1), 1), "FI")

    assert field_of(problem, form) == field


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (("Asiakasnumero", "Nimi", "Y-tunnus"), ("number", "name", "business_id")),
        (("Company Name", "E-mail", "Zip Code"), ("name", "email", "postcode")),
        (("ชื่อ", "รหัสไปรษณีย์", "อีเมล"), ("name", "postcode", "email")),
        (("Namn", "Postnummer", "Ort"), ("name", "postcode", "town")),
        (("Name", "PLZ", "Straße"), ("name", "postcode", "street")),
    ],
)
def test_headings_of_five_languages_are_known(
    header: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert fields_of(header, HEADINGS) == fields
