"""XML as it is written: what is there, in its order, and nothing that is not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.shared.money import Money
from app.formats.einvoices.writing import (
    Element,
    amount,
    branch,
    compact_day,
    document,
    iso_day,
    leaf,
    number,
    path,
    price,
)
from app.formats.trees import tree_of


def written(*inside: Element) -> str:
    return document(branch("a", *inside), {"": "urn:x"}).decode()


def test_what_is_empty_is_left_out() -> None:
    found = written(leaf("b", ""), path("c/d", leaf("e", "  ")), leaf("f", "1", g="", h="2"))

    assert found == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns="urn:x">\n  <f h="2">1</f>\n</a>\n'
    )


def test_what_must_stand_stays() -> None:
    assert "<b>" in written(Element("b", stays=True))


def test_texts_are_read_back_as_they_were() -> None:
    said = 'a < b & "c"\n\tä€😀ก'

    assert tree_of(document(branch("a", leaf("b", said, c=said)), {})).nodes[0].text == said


def test_what_xml_cannot_hold_is_dropped() -> None:
    assert tree_of(document(branch("a", leaf("b", "1\x00\x08\ufffe2\r\n3")), {})).nodes[0].text == (
        "12\n3"
    )


def test_signs_outside_an_encoding_are_told_by_number() -> None:
    found = document(branch("a", leaf("b", "€ä漢")), {}, "ISO-8859-15")

    assert b"\xa4\xe4&#28450;" in found
    assert tree_of(found).nodes[0].text == "€ä漢"


@pytest.mark.parametrize(
    ("value", "figure", "cost"),
    [
        ("25.5000", "25.5", "25.50"),
        ("19", "19", "19.00"),
        ("100", "100", "100.00"),
        ("0.000001", "0.000001", "0.000001"),
        ("1E+3", "1000", "1000.00"),
        ("-0.50", "-0.5", "-0.50"),
    ],
)
def test_figures_have_the_decimals_that_they_need(value: str, figure: str, cost: str) -> None:
    assert (number(Decimal(value)), price(Decimal(value))) == (figure, cost)


def test_amounts_have_the_decimals_of_their_currency() -> None:
    assert (amount(Money(-5, "EUR")), amount(Money(500, "JPY"))) == ("-0.05", "500")


def test_days_are_written_in_both_ways() -> None:
    assert (compact_day(date(2026, 3, 1)), iso_day(date(2026, 3, 1))) == ("20260301", "2026-03-01")
    assert (compact_day(None), iso_day(None)) == ("", "")
