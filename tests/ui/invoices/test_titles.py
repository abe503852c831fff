"""Every cell of a line has its title, and the total one more."""

from __future__ import annotations

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Kind
from app.ui.invoices.rows import Field
from app.ui.invoices.titles import (
    KINDS,
    TITLES,
    TOTAL,
    origin_text,
    prices_text,
    title_of,
)
from app.ui.kit.texts import speak


def test_each_cell_has_a_title_of_its_own() -> None:
    assert len(TITLES) == len(Field) + 1
    assert len(set(TITLES)) == len(TITLES)
    assert TITLES[TOTAL] == "Total"


def test_each_kind_of_paper_has_a_name() -> None:
    assert set(KINDS) == set(Kind)


def test_an_invoice_of_its_own_refers_to_none() -> None:
    assert origin_text(Draft()) == ""


def test_what_is_vat_elsewhere_is_a_tax_in_the_united_states() -> None:
    speak("en", "FI")
    here = title_of(Field.VAT), prices_text(is_gross=True), prices_text(is_gross=False)
    speak("en", "US")
    there = title_of(Field.VAT), prices_text(is_gross=True), prices_text(is_gross=False)
    speak("en", "FI")

    assert here == ("VAT", "Include VAT", "Without VAT")
    assert there == ("Tax", "Include tax", "Without tax")
