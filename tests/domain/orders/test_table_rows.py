"""Rows of a table are read as orders: which belong together, and what nobody can read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.contacts.contact import Kind, PointKind
from app.domain.orders.columns import HEADINGS
from app.domain.orders.incoming import IncomingOrder
from app.domain.orders.order import Channel
from app.domain.orders.table_rows import Reading, orders_of

OURS = Reading("FI", "EUR", ".")
SHOP = Reading("FI", "EUR", ".", is_shop=True)


def read(*rows: dict[str, str], reading: Reading = OURS) -> tuple[IncomingOrder, ...]:
    cells = [{field: [text] for field, text in row.items() if text} for row in rows]
    return orders_of(enumerate(cells, start=2), reading)


def codes(order: IncomingOrder) -> list[str]:
    lines = [one.code for line in order.lines for one in line.problems]
    return [*(one.code for one in order.problems), *lines]


def line(**parts: str) -> dict[str, str]:
    return {"reference": "A-1", "code": "P-17", "quantity": "2", **parts}


def test_rows_of_one_number_are_one_order_even_apart() -> None:
    first, second = read(
        line(customer="Aamu"), line(reference="B-1"), line(customer="Aamu", code="X")
    )

    assert [one.code for one in first.lines] == ["P-17", "X"]
    assert (second.reference, second.row) == ("B-1", 3)


def test_the_same_number_of_another_customer_is_another_order() -> None:
    found = read(line(customer="Aamu"), line(customer="Ilta"))

    assert [one.buyer.name for one in found] == ["Aamu", "Ilta"]


def test_a_row_without_number_and_customer_goes_with_the_one_before() -> None:
    (found,) = read(line(customer="Aamu"), {"code": "X", "quantity": "1"})

    assert len(found.lines) == 2


def test_rows_without_numbers_part_where_the_customer_changes() -> None:
    rows = [{"customer": name, "code": "X", "quantity": "1"} for name in ("A", "A", "B")]

    assert [len(one.lines) for one in read(*rows)] == [2, 1]


def test_a_customer_is_read_as_a_contact_would_be() -> None:
    (found,) = read(
        line(customer="Aamu Oy", email="a@aamu.example", vat_id="FI20774740", town="Tampere")
    )

    assert found.buyer.kind is Kind.COMPANY
    assert found.buyer.points[0].kind is PointKind.EMAIL
    assert found.buyer.identifiers[0].value == "FI20774740"


def test_in_a_shop_who_names_no_company_is_a_person() -> None:
    person, company = read(
        line(customer="Maija Mäkinen"),
        line(reference="B", customer="Maija Mäkinen", company="Aamu Oy"),
        reading=SHOP,
    )

    assert (person.buyer.kind, person.buyer.name) == (Kind.PERSON, "Maija Mäkinen")
    assert (company.buyer.kind, company.buyer.name) == (Kind.COMPANY, "Aamu Oy")
    assert person.channel is Channel.SHOP


def test_freight_becomes_a_line_and_a_delivery_elsewhere_an_address() -> None:
    (found,) = read(
        line(
            customer="Aamu",
            street="Katu 1",
            shipping="5.90",
            shipping_name="Posti",
            delivery_name="Ilta",
            delivery_street="Kuja 2",
            delivery_postcode="33100",
        )
    )

    assert (found.lines[-1].name, found.lines[-1].price) == ("Posti", Decimal("5.9"))
    assert found.lines[-1].is_charge
    assert found.deliver_to is not None
    assert (found.deliver_to.street, found.deliver_to.extra) == ("Kuja 2", "Ilta")


def test_the_same_address_is_not_a_delivery_elsewhere() -> None:
    place = {"street": "Katu 1", "postcode": "33100", "town": "Tampere"}
    (found,) = read(line(**place, **{f"delivery_{one}": text for one, text in place.items()}))

    assert found.deliver_to is None


@pytest.mark.parametrize(
    ("sums", "is_gross"),
    [
        ({"subtotal": "47", "shipping": "6", "taxes": "3.29", "total": "56.29"}, False),
        ({"subtotal": "47", "shipping": "6", "taxes": "10.77", "total": "53"}, True),
        ({"subtotal": "50", "discount": "5", "taxes": "11.48", "total": "56.48"}, False),
        ({"subtotal": "50", "discount": "5", "taxes": "9", "total": "45"}, True),
        ({"subtotal": "50", "taxes": "0", "total": "50"}, None),
        ({"total": "50"}, None),
        ({"subtotal": "1", "taxes": "2", "total": "50"}, None),
    ],
)
def test_the_sums_of_an_order_tell_whether_prices_include_vat(
    *, sums: dict[str, str], is_gross: bool | None
) -> None:
    (found,) = read(line(**sums))

    assert found.is_gross is is_gross


def test_a_column_of_prices_with_vat_says_it_too() -> None:
    (found,) = read(line(price_gross="12.55"))

    assert (found.is_gross, found.lines[0].price) == (True, Decimal("12.55"))


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"cancelled": "2026-03-09"}, "orders.intake-cancelled"),
        ({"payment": "refunded"}, "orders.intake-cancelled"),
        ({"state": "wc-cancelled"}, "orders.intake-cancelled"),
        ({"sent": "fulfilled"}, "orders.intake-sent"),
        ({"state": "Completed"}, "orders.intake-sent"),
    ],
)
def test_what_a_shop_did_already_is_told(cells: dict[str, str], code: str) -> None:
    (found,) = read(line(**cells))

    assert codes(found) == [code]


@pytest.mark.parametrize(
    ("cells", "is_paid"),
    [
        ({"payment": "paid"}, True),
        ({"payment": "pending", "paid_on": ""}, False),
        ({"paid_on": "2026-03-09 10:00:00 +0200"}, True),
        ({"state": "processing"}, True),
        ({"state": "on-hold"}, False),
    ],
)
def test_a_payment_is_known_by_the_words_of_shops(*, cells: dict[str, str], is_paid: bool) -> None:
    (found,) = read(line(**cells))

    assert found.is_paid is is_paid


def test_cells_that_nobody_can_read_are_told_where_they_stand() -> None:
    (found,) = read(line(price="=1+1", wanted_on="soon", line_percent="a lot", quantity="1e5"))

    assert [(one.field, one.code) for one in found.problems] == [
        ("wanted_on", "imports.unreadable-cell")
    ]
    assert [one.field for one in found.lines[0].problems] == ["price", "line_percent", "quantity"]


def test_an_order_is_the_same_wherever_it_stands() -> None:
    (first,), (_other, again) = (
        read(line(customer="Aamu")),
        read(line(reference="Z"), line(customer="Aamu")),
    )

    assert first.row != again.row
    assert first.key == again.key
    assert first.key != read(line(customer="Aamu", quantity="3"))[0].key


ROWS = st.lists(
    st.dictionaries(st.sampled_from(sorted(HEADINGS)), st.text(max_size=12), max_size=8), max_size=6
)


@settings(max_examples=60)
@given(ROWS, st.sampled_from([OURS, SHOP, Reading("TH", "THB", ",")]))
def test_no_row_is_lost_and_none_breaks_the_reader(
    rows: list[dict[str, Any]], reading: Reading
) -> None:
    found = read(*rows, reading=reading)

    named = {"code", "gtin", "buyer_code", "product", "quantity", "price", "price_gross", "unit"}
    wanted = sum(any(text for field, text in row.items() if field in named) for row in rows)
    assert sum(not one.is_charge for each in found for one in each.lines) == wanted
    assert all(one.key for one in found)
