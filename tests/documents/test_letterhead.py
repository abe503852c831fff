from __future__ import annotations

from dataclasses import replace

from app.documents import letterhead
from app.documents.model import Layout, Paper
from app.domain.contacts.contact import BankAccount, Identifier
from app.lang.texts import say_in
from tests.documents.papers import AMERICAN, FINNISH, THAI, a_logo

SAY = say_in("en")


def test_the_foot_names_the_company_its_numbers_and_its_bank() -> None:
    columns = letterhead.footer(FINNISH, SAY)

    assert columns == (
        ("Puu ja Penkki Oy", "Sahakatu 12 B 3", "33100 TAMPERE"),
        ("+358 40 123 4567", "laskutus@puujapenkki.example", "www.puujapenkki.example"),
        ("Business ID 2077474-0", "VAT number FI20774740"),
        ("FI49 5000 9420 0287 30\nOKOYFIHH",),
    )


def test_what_is_not_known_leaves_no_column() -> None:
    assert len(letterhead.footer(replace(FINNISH, accounts=(), identifiers=()), SAY)) == 2


def test_an_account_that_is_no_iban_stays_as_it_is() -> None:
    company = replace(FINNISH, accounts=(BankAccount("123-4-56789-0"),))

    assert letterhead.footer(company, SAY)[-1] == ("123-4-56789-0",)


def test_an_identifier_without_a_label_is_not_printed() -> None:
    company = replace(FINNISH, identifiers=(Identifier("gtin", "6400000000000"),))

    assert letterhead.identifiers(company, SAY) == ()


def test_a_thai_head_shows_tax_number_and_branch() -> None:
    head = letterhead.letterhead(THAI, b"", SAY)

    assert head.lines[-1] == "Tax ID 0105560001235 · Head office"


def test_a_branch_is_named_by_its_number() -> None:
    assert [letterhead.branch(number, SAY) for number in ("", "00000", "00012")] == [
        "Head office",
        "Head office",
        "Branch 00012",
    ]


def test_a_logo_carries_the_name_as_its_words() -> None:
    head = letterhead.letterhead(FINNISH, a_logo(), SAY)

    assert head.logo is not None and head.logo.text == "Puu ja Penkki Oy"


def test_america_writes_on_letter_paper() -> None:
    country = AMERICAN.country

    assert (letterhead.layout_of(country), letterhead.paper_of(country)) == (
        Layout.US,
        Paper.LETTER,
    )


def test_a_country_without_a_custom_of_its_own_uses_the_finnish() -> None:
    assert (letterhead.layout_of("EE"), letterhead.paper_of("EE")) == (Layout.SFS2487, Paper.A4)
