"""The company as a seller: its numbers and addresses in the terms of e-invoices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.admin.company import Company
from app.domain.admin.seller import seller_of
from app.domain.contacts.contact import Identifier
from tests.trade import LUMO


def test_a_finnish_company_has_its_business_id_and_vat_id() -> None:
    seller = seller_of(LUMO)

    assert (seller.legal_id, seller.legal_scheme) == ("1234567-1", "0212")
    assert seller.vat_id == "FI12345671"
    assert seller.address.country == "FI"


def test_an_address_without_a_country_is_one_at_home() -> None:
    plain = replace(LUMO, address=replace(LUMO.address, country=""))

    assert seller_of(plain).address.country == "FI"


def test_a_german_company_has_its_tax_number() -> None:
    company = Company(
        "Lampen GmbH", "DE", "EUR", "de", identifiers=(Identifier("de.tax", "2181508150"),)
    )

    seller = seller_of(company)

    assert (seller.vat_id, seller.tax_number, seller.legal_id) == ("", "2181508150", "")


@pytest.mark.parametrize(
    ("identifiers", "email", "endpoint"),
    [
        ((Identifier("eu.endpoint", "9930:DE136695976"),), "a@b.fi", ("9930", "DE136695976")),
        ((Identifier("fi.ovt", "003712345671"),), "a@b.fi", ("0216", "003712345671")),
        ((), "a@b.fi", ("EM", "a@b.fi")),
        ((), "", ("", "")),
    ],
)
def test_it_gets_e_invoices_where_it_says(
    identifiers: tuple[Identifier, ...], email: str, endpoint: tuple[str, str]
) -> None:
    seller = seller_of(replace(LUMO, identifiers=identifiers, email=email))

    assert (seller.endpoint_scheme, seller.endpoint) == endpoint
