"""Every reason not to send a quote is named at its field, in words about quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.quotes.checks import check
from app.domain.quotes.quote import Choice, Position, Quote
from app.formats.packs import pack
from tests.quoting import DAY, FIRM, OPTION, OTHER, a_quote

RULES = pack("FI").issue_rules()


def found(quote: Quote) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in check(quote, RULES, DAY)]


def test_a_right_quote_has_no_problem() -> None:
    assert found(a_quote(FIRM, OPTION, OTHER)) == []


@pytest.mark.parametrize(
    ("until", "code"),
    [
        (date(2026, 3, 9), "quotes.valid-before-date"),
        (date(2027, 4, 1), "quotes.valid-long"),
    ],
)
def test_a_day_that_cannot_be_meant_is_named(until: date, code: str) -> None:
    assert found(a_quote(FIRM, valid_until=until)) == [("valid_until", code)]


def test_a_day_that_has_passed_already_is_named() -> None:
    quote = a_quote(FIRM, valid_until=date(2026, 3, 8))
    old = replace(quote, offer=replace(quote.offer, issued_on=date(2026, 3, 1)))

    assert found(old) == [("valid_until", "quotes.validity-passed")]


@pytest.mark.parametrize(
    ("parts", "field", "code"),
    [
        ({"customer_id": None, "buyer": None}, "customer_id", "quotes.no-customer"),
        ({"lines": ()}, "lines", "quotes.no-lines"),
    ],
)
def test_what_is_missing_is_told_in_words_about_quotes(
    parts: dict[str, Any], field: str, code: str
) -> None:
    quote = a_quote(FIRM)
    positions = quote.positions if parts.get("lines") is None else ()
    lacking = replace(quote, offer=replace(quote.offer, **parts), positions=positions)

    assert (field, code) in found(lacking)


def test_an_alternative_to_nothing_is_named_at_its_choice() -> None:
    quote = a_quote(OTHER, Position(Choice.ALTERNATIVE, "Z"), FIRM)

    assert found(quote) == [
        ("lines.0.choice", "quotes.alternative-to-nothing"),
        ("lines.1.choice", "quotes.alternative-to-nothing"),
    ]


def test_a_quote_without_anything_firm_is_doubted() -> None:
    assert found(a_quote(OPTION)) == [("lines", "quotes.nothing-firm")]
