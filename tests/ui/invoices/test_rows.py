"""A line as it is typed: read, written back, and never lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.draft import DraftLine
from app.domain.invoices.invoice import Discount
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.formats.packs import pack
from app.lang.formats import formats_in
from app.ui.invoices.rows import (
    NO_TIE,
    Field,
    Reader,
    Tie,
    a_row,
    field_of,
    product_id_of,
    tie_of,
)
from app.ui.invoices.vat_words import VatWords

TODAY = date(2026, 3, 10)
IDS = st.integers(1, 10**18).map(InvoiceId)


def a_reader(language: str = "fi") -> Reader:
    formats = formats_in(language, "FI")
    return Reader(formats, VatWords(pack("FI").vat_codes(), formats, TODAY), "EUR", TODAY)


READER = a_reader()


def test_an_empty_row_is_one_of_nothing_at_the_usual_rate() -> None:
    assert READER.read(a_row()).line == DraftLine()


def test_sums_decimal_commas_and_currencies_are_read() -> None:
    read = READER.read(a_row("Kaapeli", "12*3,5", "m", "1 234,50 €", "10", "25", "3.4."))

    assert read.problems == ()
    assert read.line == DraftLine(
        description="Kaapeli",
        quantity=Quantity(Decimal("42.0")),
        unit="m",
        price=UnitPrice(Decimal("1234.50")),
        vat="standard",
        discount=Discount(percent=Rate(Decimal(10))),
        delivered_on=date(2026, 4, 3),
    )


def test_what_cannot_be_read_is_told_at_its_cell_and_stays() -> None:
    row = a_row("x", "many", "", "1O", "ten", "half", "soon")

    read = READER.read(row)

    assert [(one.field, one.code) for one in read.problems] == [
        ("quantity", "forms.no-number"),
        ("price", "forms.no-number"),
        ("vat", "invoices.unknown-vat"),
        ("discount", "forms.no-number"),
        ("delivered_on", "forms.no-day"),
    ]
    assert row.texts[Field.QUANTITY] == "many"


@pytest.mark.parametrize(
    ("text", "discount"),
    [
        ("", Discount()),
        ("10", Discount(percent=Rate(Decimal(10)))),
        ("10 %", Discount(percent=Rate(Decimal(10)))),
        ("2,5%", Discount(percent=Rate(Decimal("2.5")))),
        ("20 €", Discount(amount=Decimal(20))),
        ("20e", Discount(amount=Decimal(20))),
        ("EUR 20,50", Discount(amount=Decimal("20.50"))),
    ],
)
def test_a_bare_discount_is_in_per_cent_and_one_with_a_currency_an_amount(
    text: str, discount: Discount
) -> None:
    assert READER.parse_discount(text) == discount


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("standard", "standard"),
        ("25,5", "standard"),
        ("25.5 %", "standard"),
        ("25", "standard"),
        ("13", "reduced"),
        ("10", "low"),
        ("ylei", "standard"),
        ("vienti", "export"),
        ("99", ""),
        ("", ""),
    ],
)
def test_a_vat_code_is_found_by_how_its_rate_or_name_begins(text: str, code: str) -> None:
    assert READER.vat.find(text) == code


def test_cells_are_written_as_the_language_does_once_they_are_left() -> None:
    typed = {
        Field.QUANTITY: ("2*6", "12"),
        Field.PRICE: ("129,9", "129,90"),
        Field.DISCOUNT: ("10", "10\u00a0%"),
        Field.VAT: ("13", "reduced"),
        Field.DELIVERED: ("3.4", "3.4.2026"),
        Field.DESCRIPTION: ("  Lamppu ", "Lamppu"),
        Field.UNIT: (" kpl", "kpl"),
    }

    assert {field: READER.tidied(field, text) for field, (text, _) in typed.items()} == {
        field: tidy for field, (_, tidy) in typed.items()
    }


def test_what_cannot_be_read_is_left_as_it_was_typed() -> None:
    for field in (Field.QUANTITY, Field.PRICE, Field.DISCOUNT, Field.VAT, Field.DELIVERED):
        assert READER.tidied(field, "what?") == "what?"


def test_a_rate_without_tax_is_written_with_its_name() -> None:
    assert READER.vat.text("export") == "0\u00a0% Vienti EU:n ulkopuolelle"
    assert READER.vat.text("standard") == "25,5\u00a0%"
    assert READER.vat.text("standard", Decimal(24)) == "24\u00a0%"


@given(
    quantity=st.decimals("-99999", "99999", places=6),
    price=st.decimals("-99999", "99999", places=6),
    percent=st.decimals("0", "100", places=4),
    language=st.sampled_from(["en", "fi", "th"]),
)
def test_a_line_of_a_draft_is_shown_and_read_back_as_it_was(
    quantity: Decimal, price: Decimal, percent: Decimal, language: str
) -> None:
    reader = a_reader(language)
    line = DraftLine(
        "Lamp",
        Quantity(quantity),
        "pcs",
        UnitPrice(price),
        "standard",
        Discount(percent=Rate(percent)),
    )

    assert reader.read(reader.row(line)).line == line


def test_paths_of_problems_lead_to_cells() -> None:
    assert field_of("discount.percent") is Field.DISCOUNT
    assert field_of("delivered_on") is Field.DELIVERED
    assert field_of("anything") is Field.DESCRIPTION


def test_a_product_is_named_by_digits_only() -> None:
    assert product_id_of("17") == 17
    assert product_id_of("") is None


@given(
    st.builds(Tie, st.none() | st.integers(0, 999), st.booleans(), st.none() | IDS, st.none() | IDS)
)
def test_a_tie_comes_back_from_its_plain_text(tie: Tie) -> None:
    assert tie_of(tie.plain()) == tie


@pytest.mark.parametrize("text", ["", "7", "x", "1 2", "1 2 3 4 5"])
def test_what_is_no_tie_ties_to_nothing(text: str) -> None:
    assert tie_of(text) == NO_TIE


def test_a_tie_kept_before_lines_billed_orders_still_ties() -> None:
    assert tie_of("3 1 -") == Tie(credits=3, is_reduction=True)
