"""A row of a table says what a product is, and which of its cells cannot be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.products.columns import HEADINGS, Reading, field_of, form_of_cells
from app.domain.products.form import ProductForm
from app.domain.products.product import check
from app.domain.shared.ids import ProductId
from app.domain.shared.imports import fields_of
from app.domain.shared.quantities import Rate, UnitPrice
from app.domain.shared.vat import Category, RatePeriod, VatCode

CODES = {
    code: VatCode(code, Category.STANDARD, (RatePeriod(date(2024, 9, 1), Rate(Decimal(rate))),))
    for code, rate in (("standard", "25.5"), ("reduced", "13.5"))
} | {
    "later": VatCode("later", Category.STANDARD, (RatePeriod(date(2030, 1, 1), Rate(Decimal(9))),))
}
READING = Reading("fi", "EUR", CODES, date(2026, 3, 10), ",")


def read(**cells: str) -> ProductForm:
    form, problems = form_of_cells({field: [text] for field, text in cells.items()}, READING)
    assert problems == ()
    return form


def test_a_full_row_becomes_a_full_form() -> None:
    form = read(
        code="G-1",
        name="Vempain",
        name_en="Gadget",
        unit="kpl",
        vat="25,5 %",
        price="1 129,90",
        gtin="6412345678907",
        note="fragile",
    )

    assert form == ProductForm(
        code="G-1",
        names={"fi": "Vempain", "en": "Gadget"},
        unit="kpl",
        vat="standard",
        price=UnitPrice(Decimal("1129.90")),
        currency="EUR",
        gtin="6412345678907",
        note="fragile",
    )


def test_a_gross_price_is_kept_as_gross_unless_there_is_a_net_one() -> None:
    gross = read(code="a", name="b", price_gross="12,40")
    both = read(code="a", name="b", price_gross="12,40", price="10")

    assert (gross.price, gross.is_gross) == (Decimal("12.40"), True)
    assert (both.price, both.is_gross) == (Decimal(10), False)


@pytest.mark.parametrize(
    ("text", "code"), [("", "standard"), ("reduced", "reduced"), ("13.5", "reduced")]
)
def test_a_vat_code_is_named_or_known_by_its_rate_today(text: str, code: str) -> None:
    assert read(code="a", name="b", vat=text).vat == code


@pytest.mark.parametrize(
    ("field", "text"),
    [("vat", "24"), ("vat", "9"), ("vat", "none"), ("price", "much"), ("price", "0,1234567")],
)
def test_a_cell_that_cannot_be_read_is_named(field: str, text: str) -> None:
    _, problems = form_of_cells({"code": ["a"], "name": ["b"], field: [text]}, READING)

    assert [problem.field for problem in problems] == [field]


@pytest.mark.parametrize(("field", "text"), [("code", ""), ("name", ""), ("gtin", "6412345678908")])
def test_a_problem_is_told_at_the_column_it_comes_from(field: str, text: str) -> None:
    form = read(**{"code": "a", "name": "b", field: text})

    (problem,) = check(form.as_product(ProductId(1), 1), CODES)

    assert field_of(problem, form) == field


def test_headings_are_known_in_several_languages() -> None:
    header = ("Tuotekoodi", "Nimike", "ALV %", "Veroton hinta", "Viivakoodi", "หน่วย")

    assert fields_of(header, HEADINGS) == ("code", "name", "vat", "price", "gtin", "unit")
