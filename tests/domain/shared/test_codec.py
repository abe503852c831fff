"""Every domain value survives the trip through JSON, and misfits name their place."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contacts.contact import Contact, Identifier, Role, Terms
from app.domain.invoices.invoice import Invoice, Line, State
from app.domain.shared.codec import NotFitting, parsed, plain
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money, TooLarge

INVOICE = Invoice(
    InvoiceId(2**62),
    1,
    State.DRAFT,
    "EUR",
    "fi",
    14,
    lines=(Line("Kahvi & \u0e19\u0e49\u0e33", delivered_on=date(2026, 3, 10)),),
)


def test_an_invoice_comes_back_as_it_was() -> None:
    text = json.dumps(plain(INVOICE))

    assert parsed(Invoice, json.loads(text)) == INVOICE


@given(st.integers(-(10**16), 10**16), st.sampled_from(["EUR", "THB", "JPY"]))
def test_money_comes_back_to_the_cent(minor: int, currency: str) -> None:
    assert parsed(Money, plain(Money(minor, currency))) == Money(minor, currency)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_decimals_come_back_without_an_exponent(value: Decimal) -> None:
    assert "E" not in plain(value)
    assert parsed(Decimal, plain(value)) == value


def test_a_contact_with_roles_and_terms_comes_back() -> None:
    contact = Contact(
        ContactId(1),
        1,
        "Lumo",
        roles=frozenset({Role.CUSTOMER, Role.SUPPLIER}),
        identifiers=(Identifier("fi.vat", "FI12345671"),),
        terms=Terms(14, Money(100_00, "EUR")),
    )

    assert parsed(Contact, plain(contact)) == contact


def test_moments_paths_and_bytes_come_back() -> None:
    moment = datetime(2026, 3, 10, 12, tzinfo=UTC)

    assert parsed(datetime, plain(moment)) == moment
    assert parsed(Path, plain(Path("a"))) == Path("a")
    assert parsed(bytes, plain(b"\x00\xff")) == b"\x00\xff"


@pytest.mark.parametrize(
    ("kind", "data", "at"),
    [
        (Money, {"amount": "1.005", "currency": "EUR"}, "$.amount"),
        (Money, {"amount": 1.5, "currency": "EUR"}, "$.amount"),
        (Money, {"amount": "1"}, "$.currency"),
        (Decimal, "NaN", "$"),
        (Decimal, 0.1, "$"),
        (date, "2026-02-30", "$"),
        (time, "08:00+02:00", "$"),
        (time, "25:00", "$"),
        (int, True, "$"),
        (State, "paid", "$"),
        (Line, {"description": "a", "colour": "red"}, "$.colour"),
        (Line, {}, "$.description"),
        (tuple[Line, ...], [{"description": "a"}, {"description": 3}], "$[1].description"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(kind: object, data: object, at: str) -> None:
    with pytest.raises(NotFitting) as refused:
        parsed(kind, data)

    assert refused.value.facts["at"] == at


def test_more_money_than_there_is_is_too_large() -> None:
    with pytest.raises(TooLarge):
        parsed(Money, {"amount": 10**30, "currency": "EUR"})


def test_money_of_an_unknown_currency_can_be_written_down_but_not_read() -> None:
    written = plain(Money(12_345, "XYZ"))

    assert written == {"minor": "12345", "currency": "XYZ"}
    with pytest.raises(NotFitting):
        parsed(Money, written)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (int, 2**63),
        (int, -(2**63) - 1),
        (str, "half a pair \ud800"),
        (str, "a\0b"),
        (Path, "a\0b"),
        (Decimal, "1_000"),
        (Decimal, " 1"),
        (Decimal, "\u0661"),
        (Decimal, "1E+999999999"),
        (Decimal, Decimal("1E+999999999")),
        (Decimal, Decimal("NaN")),
        (Decimal, True),
        (date, "20260310"),
        (date, "2026-W10-2"),
        (date, "0000-01-01"),
        (object, {"a": ["\udfff"]}),
        (object, {"\ud800": 1}),
    ],
)
def test_what_no_database_keeps_is_refused_at_the_door(kind: object, data: object) -> None:
    with pytest.raises(NotFitting):
        parsed(kind, data)


def test_data_of_any_shape_is_not_nested_without_end() -> None:
    nested: object = 1
    for _ in range(5000):
        nested = [nested]

    with pytest.raises(NotFitting):
        parsed(object, nested)

    assert parsed(object, {"a": [1, None, "x", True]}) == {"a": [1, None, "x", True]}


@pytest.mark.parametrize(("data", "value"), [("2.50", "2.50"), (3, "3"), ("1E+2", "1E+2")])
def test_a_decimal_is_a_text_or_an_exact_number(data: object, value: str) -> None:
    assert parsed(Decimal, data) == Decimal(value)


@pytest.mark.parametrize("data", [2, 2.5, Decimal("2.5")])
def test_a_measure_that_is_no_money_is_a_number(data: object) -> None:
    assert parsed(float, data) == float(str(data))


@pytest.mark.parametrize("data", ["2", True, None, float("inf"), float("nan"), 10**30, [2]])
def test_a_measure_is_nothing_but_a_finite_number(data: object) -> None:
    with pytest.raises(NotFitting):
        parsed(float, data)


@given(st.times())
def test_a_time_of_the_clock_comes_back(value: time) -> None:
    assert parsed(time, plain(value)) == value
