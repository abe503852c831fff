"""Rows of a table are cut into the fields of a plan."""

from __future__ import annotations

import pytest

from app.domain.shared.imports import (
    ImportKind,
    Plan,
    Source,
    cells_of,
    fields_of,
    folded,
    key_of_row,
)


def a_plan(*columns: str, **defaults: str) -> Plan:
    return Plan(ImportKind.CONTACTS, Source(), columns, defaults=defaults)


def test_cells_go_to_their_fields_and_empty_ones_to_the_defaults() -> None:
    plan = a_plan("name", "", "email", "email", "country", country="FI", language="")

    cells = cells_of((" Aamu ", "ignored", "a@x.example", "b@x.example", " "), plan)

    assert cells == {
        "name": ["Aamu"],
        "email": ["a@x.example", "b@x.example"],
        "country": ["FI"],
    }


def test_a_row_shorter_than_the_plan_has_fewer_cells() -> None:
    assert cells_of(("Aamu",), a_plan("name", "email")) == {"name": ["Aamu"]}


def test_a_row_is_known_again_whatever_the_order_of_its_columns() -> None:
    one = key_of_row({"name": ["Aamu"], "email": ["a@x"]})

    assert one == key_of_row({"email": ["a@x"], "name": ["Aamu"]})
    assert one != key_of_row({"name": ["aamu"], "email": ["a@x"]})


@pytest.mark.parametrize(
    ("heading", "kept"),
    [("Y-tunnus", "ytunnus"), (" Sähköposti ", "sahkoposti"), ("VAT %", "vat"), ("ชื่อ", "ชื่อ")],
)
def test_headings_are_compared_without_case_accents_and_signs(heading: str, kept: str) -> None:
    assert folded(heading) == folded(kept)


def test_a_heading_means_the_field_that_knows_it() -> None:
    words = {"name": ("nimi", "asiakas"), "vat_id": ("ALV-tunnus",)}

    found = fields_of(("NIMI", "alv tunnus", "vat_id", "shoe size"), words)

    assert found == ("name", "vat_id", "vat_id", "")
