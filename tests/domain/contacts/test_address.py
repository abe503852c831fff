"""Addresses as the envelope shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contacts.address import Address, block, check_address, tidied_address

CASES = [
    (
        Address(street="Hämeenkatu 1", postcode="33100", town="Tampere", country="FI"),
        "FI",
        ("Nimi", "Hämeenkatu 1", "33100 TAMPERE"),
    ),
    (
        Address(street="Hämeenkatu 1", extra="c/o Lumo", postcode="33100", town="Tampere"),
        "FI",
        ("Nimi", "Hämeenkatu 1", "c/o Lumo", "33100 TAMPERE"),
    ),
    (
        Address(street="Hämeenkatu 1", postcode="33100", town="Tampere", country="FI"),
        "SE",
        ("Nimi", "Hämeenkatu 1", "33100 TAMPERE", "FINLAND"),
    ),
    (
        Address(street="Drottninggatan 5", postcode="11455", town="Stockholm", country="SE"),
        "FI",
        ("Nimi", "Drottninggatan 5", "114 55 Stockholm", "SWEDEN"),
    ),
    (
        Address(street="Werkstraße 5", postcode="50667", town="Köln", country="DE"),
        "DE",
        ("Nimi", "Werkstraße 5", "50667 Köln"),
    ),
    (
        Address(
            street="88 ถนนพหลโยธิน",
            extra="แขวงลาดยาว เขตจตุจักร",
            postcode="10900",
            town="กรุงเทพมหานคร",
            country="TH",
        ),
        "TH",
        ("Nimi", "88 ถนนพหลโยธิน", "แขวงลาดยาว เขตจตุจักร", "กรุงเทพมหานคร 10900"),
    ),
    (
        Address(
            street="400 Main Street",
            postcode="62701",
            town="Springfield",
            region="IL",
            country="US",
        ),
        "FI",
        ("Nimi", "400 Main Street", "Springfield, IL 62701", "USA"),
    ),
    (
        Address(
            street="10 Downing Street",
            postcode="sw1a 2aa",
            town="London",
            country="GB",
        ),
        "GB",
        ("Nimi", "10 Downing Street", "London", "SW1A 2AA"),
    ),
    (
        Address(street="Rua 1", postcode="1000-001", town="Lisboa", region="Norte", country="PT"),
        "FI",
        ("Nimi", "Rua 1", "1000-001 Lisboa", "Norte", "PORTUGAL"),
    ),
    (Address(), "FI", ("Nimi",)),
    (Address(country="QQ"), "FI", ("Nimi", "QQ")),
]


@pytest.mark.parametrize(("address", "home", "lines"), CASES)
def test_an_address_is_written_as_its_country_does(
    address: Address, home: str, lines: tuple[str, ...]
) -> None:
    assert block(address, "Nimi", home) == lines


@pytest.mark.parametrize(
    ("postcode", "country", "is_right"),
    [
        ("33100", "FI", True),
        ("3310", "FI", False),
        ("33100", "", True),
        ("114 55", "SE", True),
        ("1145", "SE", False),
        ("10115", "DE", True),
        ("62701-1234", "US", True),
        ("SW1A 2AA", "GB", True),
        ("10900", "TH", True),
        ("๑๐๙๐๐", "TH", False),
        ("anything", "ZW", True),
        ("", "FI", True),
    ],
)
def test_a_postcode_of_another_form_is_only_a_warning(
    postcode: str, country: str, *, is_right: bool
) -> None:
    problems = check_address(Address(postcode=postcode, country=country), "FI")

    assert [problem.is_warning for problem in problems] == ([] if is_right else [True])


def test_a_country_that_does_not_exist_is_a_problem() -> None:
    (problem,) = check_address(Address(country="QQ"), "FI")

    assert (problem.field, problem.code) == ("country", "address.unknown-country")


@given(st.builds(Address, *(st.text(max_size=20) for _ in range(6))), st.sampled_from(["FI", ""]))
def test_no_line_is_ever_blank(address: Address, home: str) -> None:
    assert all(line.strip() for line in block(address, "Nimi", home))


def test_letters_that_papers_cannot_print_are_a_doubt() -> None:
    found = check_address(Address(street="Улица 1", town="Sofia", country="BG"), "FI")

    assert [(one.field, one.code, one.is_warning) for one in found] == [
        ("street", "text.not-printed", True)
    ]


def test_an_address_is_kept_on_lines_and_its_country_in_capitals() -> None:
    written = Address("Katu\n1 ", " B\u202e", "33100", "Tampere\x00", "", "fi")

    assert tidied_address(written) == Address("Katu 1", "B", "33100", "Tampere", "", "FI")
