"""The company's own data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.admin.company import Company, check, tidied
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier
from app.formats.packs import pack

COMPANY = Company(
    name="Lumo & Suoni Oy",
    country="FI",
    currency="EUR",
    language="fi",
    address=Address(street="Hämeenkatu 12", postcode="33100", town="Tampere", country="FI"),
    identifiers=(Identifier("fi.business_id", "12345671"),),
    accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    email="laskutus@lumosuoni.example",
)


def found(company: Company) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in check(company, pack("FI"))]


def test_a_whole_company_has_no_problem() -> None:
    assert found(COMPANY) == []


def test_a_company_of_the_first_day_is_only_warned() -> None:
    fresh = Company(name="Lumo & Suoni Oy", country="FI", currency="EUR", language="fi")

    problems = check(fresh, pack("FI"))

    assert [problem.code for problem in problems] == [
        "company.without-address",
        "company.without-address",
        "company.without-address",
        "company.without-identifier",
        "company.without-account",
    ]
    assert all(problem.is_warning for problem in problems)


@pytest.mark.parametrize(
    ("company", "field", "code"),
    [
        (replace(COMPANY, name=" "), "name", "company.without-name"),
        (replace(COMPANY, country="DE"), "country", "company.other-country"),
        (replace(COMPANY, currency="XXX"), "currency", "money.unknown-currency"),
        (replace(COMPANY, terms_days=-1), "terms_days", "company.terms-out-of-range"),
        (replace(COMPANY, year_starts=13), "year_starts", "company.wrong-month"),
        (replace(COMPANY, email="laskutus"), "email", "contacts.wrong-email"),
        (
            replace(COMPANY, address=replace(COMPANY.address, postcode="331")),
            "address.postcode",
            "address.wrong-postcode",
        ),
        (
            replace(COMPANY, identifiers=(Identifier("fi.vat", "FI12345670"),)),
            "identifiers.0.value",
            "identifier.wrong-check-digit",
        ),
        (
            replace(COMPANY, accounts=(BankAccount("FI4950009420028731"),)),
            "accounts.0.iban",
            "identifier.wrong-check-digit",
        ),
    ],
)
def test_what_is_wrong_is_named_at_its_field(company: Company, field: str, code: str) -> None:
    assert found(company) == [(field, code)]


@pytest.mark.parametrize(
    ("branch", "codes"),
    [
        ("00000", []),
        ("", ["company.without-branch"]),
        ("1", ["identifier.wrong-length"]),
    ],
)
def test_a_thai_company_has_a_branch(branch: str, codes: list[str]) -> None:
    thai = replace(
        COMPANY,
        country="TH",
        address=Address(street="88 ถนนพหลโยธิน", postcode="10900", town="กรุงเทพ", country="TH"),
        identifiers=(Identifier("th.tin", "0105560001235"),),
        branch=branch,
    )

    assert [problem.code for problem in check(thai, pack("TH"))] == codes


def test_one_of_the_german_numbers_is_enough() -> None:
    german = replace(
        COMPANY,
        country="DE",
        address=Address(street="Werkstraße 5", postcode="50667", town="Köln", country="DE"),
        identifiers=(Identifier("de.tax", "18181508155"),),
    )

    assert check(german, pack("DE")) == ()


def test_a_company_is_kept_on_lines_without_signs_nobody_sees() -> None:
    kept = tidied(replace(COMPANY, name=" Lumo\n\u202e& Suoni ", phone="+358\t3"))

    assert (kept.name, kept.phone) == ("Lumo & Suoni", "+358 3")


def test_papers_in_an_unknown_language_are_a_problem() -> None:
    found = check(replace(COMPANY, language="xx"), pack("FI"))

    assert ("language", "language.unknown") in {(one.field, one.code) for one in found}
