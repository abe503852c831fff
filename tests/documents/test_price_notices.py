"""A price rise is told in the language of its reader, price by price."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.documents.price_notices import notice
from app.lang.formats import formats_in
from app.lang.texts import say_in

PRICES = (("Rent", Decimal(1050)), ("", Decimal("2.125")))


@pytest.mark.parametrize(
    ("language", "first", "price"),
    [
        ("en", "New prices from 1 Mar 2026:", "Rent: €1,050.00"),
        ("fi", "Uudet hinnat 1.3.2026 alkaen:", "Rent: 1\u00a0050,00\u00a0€"),
        ("th", "ราคาใหม่ตั้งแต่ 01/03/2569:", "Rent: €1,050.00"),
        ("de", "Neue Preise ab 01.03.2026:", "Rent: 1.050,00\u00a0€"),
        ("sv", "Nya priser från 2026-03-01:", "Rent: 1\u00a0050,00\u00a0€"),
    ],
)
def test_a_rise_is_told_in_every_language_of_papers(language: str, first: str, price: str) -> None:
    told = notice(date(2026, 3, 1), PRICES, "EUR", say_in(language), formats_in(language))

    assert told.split("\n")[:2] == [first, price]
