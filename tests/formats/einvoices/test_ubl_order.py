"""An order of Peppol is read whole; what is hostile or no order is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Identifier
from app.domain.invoices.invoice import Discount
from app.domain.shared.refusals import OfficeError
from app.formats.einvoices.reading import Broken, DeclaresEntities, LargerThanAny
from app.formats.einvoices.ubl_order import NotAnOrder, read_order
from tests.chances import few
from tests.formats.einvoices.orders import order_xml

PRICE = '<cbc:PriceAmount currencyID="EUR">20</cbc:PriceAmount>'


def test_an_order_says_who_wants_what_where_and_when() -> None:
    order = read_order(order_xml(), "order.xml")

    assert (order.reference, order.ordered_on) == ("PO-4711", date(2026, 3, 9))
    assert (order.wanted_on, order.currency) == (date(2026, 3, 20), "EUR")
    place = Address("Satamakatu 3", "Varasto, Ovi B", "33200", "Tampere", "", "FI")
    assert order.deliver_to == place
    assert (order.total, order.is_gross) == (Decimal("1576.28"), False)
    assert order.note == "Ring at the back door"
    assert order.buyer.name == "Kahvila Aamu Oy"
    assert set(order.buyer.identifiers) == {
        Identifier("eu.endpoint", "0216:003720774740"),
        Identifier("fi.ovt", "003720774740"),
        Identifier("fi.business_id", "20774740"),
        Identifier("fi.vat", "FI20774740"),
    }


def test_lines_name_products_by_the_sellers_code_a_gtin_and_the_buyers_code() -> None:
    pump, hose, freight = read_order(order_xml(), "order.xml").lines

    assert (pump.code, pump.buyer_code, pump.unit_code) == ("P-17", "77-1", "C62")
    assert pump.quantity == Decimal(10)
    assert pump.price == Decimal("129.9")
    assert (hose.gtin, hose.vat) == ("6430000000020", Decimal("25.5"))
    assert hose.discount == Discount(amount=Decimal(4))
    assert (freight.name, freight.price, freight.is_charge) == ("Freight", Decimal("12.5"), True)


def test_an_order_in_the_envelope_of_the_network_is_found() -> None:
    bare = order_xml().partition(b"?>")[2]
    wrapped = b"<StandardBusinessDocument><X/>" + bare + b"</StandardBusinessDocument>"

    assert read_order(wrapped, "order.xml").reference == "PO-4711"


def test_a_charge_on_a_line_is_spread_over_its_pieces() -> None:
    charge = (
        "<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>"
        "<cbc:Amount>3</cbc:Amount></cac:AllowanceCharge><cac:Price>" + PRICE
    )

    hose = read_order(order_xml((f"<cac:Price>{PRICE}", charge)), "order.xml").lines[1]

    assert hose.price == Decimal("21.5")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (">10</cbc:Quantity>", ">0</cbc:Quantity>", "orders.intake-not-positive"),
        (">10</cbc:Quantity>", ">-3</cbc:Quantity>", "orders.intake-not-positive"),
        (">10</cbc:Quantity>", "></cbc:Quantity>", "orders.intake-without-quantity"),
        (">10</cbc:Quantity>", ">ten</cbc:Quantity>", "imports.unreadable-cell"),
        (">10</cbc:Quantity>", ">1.0000001</cbc:Quantity>", "number.too-many-places"),
        (">1299.00</cbc:PriceAmount>", ">NaN</cbc:PriceAmount>", "imports.unreadable-cell"),
    ],
)
def test_figures_that_nobody_can_mean_are_told_at_their_line(
    before: str, after: str, code: str
) -> None:
    first = read_order(order_xml((before, after)), "order.xml").lines[0]

    assert [one.code for one in first.problems] == [code]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"<Order>", Broken),
        (b"", Broken),
        (b"<Order/>", NotAnOrder),
        (b"<Invoice><InvoiceLine/></Invoice>", NotAnOrder),
        (b"<OrderResponse><OrderLine><X/></OrderLine></OrderResponse>", NotAnOrder),
        (b'<!DOCTYPE Order [<!ENTITY a "b">]><Order>&a;</Order>', DeclaresEntities),
        (b'<!DOCTYPE Order SYSTEM "http://a.example/x.dtd"><Order/>', DeclaresEntities),
        (b"<Order>" * 100 + b"</Order>" * 100, LargerThanAny),
    ],
)
def test_what_is_hostile_or_no_order_is_refused(content: bytes, error: type[OfficeError]) -> None:
    with pytest.raises(error):
        read_order(content, "order.xml")


@settings(max_examples=few(60))
@given(st.data())
def test_a_damaged_order_is_read_or_refused_and_breaks_nothing(
    data: st.DataObject,
) -> None:
    content = bytearray(order_xml())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))

    try:
        order = read_order(bytes(content), "order.xml")
    except OfficeError:
        return
    assert order.lines
