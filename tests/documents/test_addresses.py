from __future__ import annotations

import pytest

from app.documents.addresses import address_lines
from app.domain.contacts.address import Address

FINNISH = Address("Hämeenkatu 5", "", "33200", "Tampere", "", "FI")
GERMAN = Address("Ringstraße 1", "Hof", "10115", "Berlin", "", "DE")
AMERICAN = Address("1 Elm St", "Suite 4", "60601", "Chicago", "IL", "US")
THAI = Address("12 ซอย 21", "แขวงคลองเตย", "10110", "เขตวัฒนา", "กรุงเทพมหานคร", "TH")
BRITISH = Address("10 High St", "", "SW1A 1AA", "London", "", "GB")


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (FINNISH, ("Hämeenkatu 5", "33200 TAMPERE")),
        (GERMAN, ("Ringstraße 1", "Hof", "10115 Berlin")),
        (AMERICAN, ("1 Elm St", "Suite 4", "Chicago, IL 60601")),
        (THAI, ("12 ซอย 21", "แขวงคลองเตย", "เขตวัฒนา กรุงเทพมหานคร 10110")),
        (BRITISH, ("10 High St", "London", "SW1A 1AA")),
    ],
)
def test_each_country_orders_an_address_its_own_way(
    address: Address, lines: tuple[str, ...]
) -> None:
    assert address_lines(address, address.country) == lines


def test_abroad_the_country_stands_last_in_capitals() -> None:
    assert address_lines(GERMAN, "FI")[-1] == "GERMANY"


def test_a_country_without_a_known_name_is_its_code() -> None:
    assert address_lines(Address("Rua 1", country="QQ"), "FI") == ("Rua 1", "QQ")


def test_an_empty_address_has_no_lines() -> None:
    assert address_lines(Address(), "FI") == ()
