"""XML is told from tables, and a file that is no order says why without spoiling the others."""

from __future__ import annotations

import pytest

from app.formats.order_files import is_xml, read_orders
from tests.formats.einvoices.orders import order_xml


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<Order/>", True),
        (b"\xef\xbb\xbf \n<?xml version='1.0'?><Order/>", True),
        ("<Order/>".encode("utf-16"), True),
        (b"Order;Customer\n1;<b>", False),
        (b"", False),
    ],
)
def test_xml_begins_with_an_angle_bracket(*, content: bytes, expected: bool) -> None:
    assert is_xml(content) is expected


def test_each_file_is_an_order_or_the_reason_why_it_is_none() -> None:
    found = read_orders([("a.xml", order_xml()), ("b.xml", b"<Order>"), ("c.xml", b"<Invoice/>")])

    assert [(order is not None, code) for order, code, _facts in found] == [
        (True, ""),
        (False, "einvoices.broken"),
        (False, "orders.intake-no-order"),
    ]
