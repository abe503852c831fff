"""UBL Order 2.1, as Peppol BIS Ordering 3 writes it: what a customer's system asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from app.domain.contacts.address import Address, tidied_address
from app.domain.contacts.contact import Identifier, Point, PointKind
from app.domain.contacts.form import ContactForm, tidied
from app.domain.invoices.invoice import NO_DISCOUNT, Discount
from app.domain.orders.incoming import IncomingLine, IncomingOrder
from app.domain.orders.table_rows import NOT_POSITIVE, WITHOUT_QUANTITY
from app.domain.shared.endpoints import CHECKED, EAS
from app.domain.shared.imports import UNREADABLE_CELL
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import (
    PRICE_PLACES,
    Quantity,
    UnitPrice,
    quantity,
    unit_price,
)
from app.domain.shared.refusals import Refusal, as_problem
from app.formats.einvoices.figures import day, decimal, texts
from app.formats.einvoices.reading import NotAnEInvoice, root_of
from app.formats.trees import Node

Number = TypeVar("Number", bound=Decimal)
ONE = Quantity(Decimal(1))
_VAT_LANDS = {"FI": "fi.vat", "DE": "de.vat"}
_GLN = "0088"
_STREETS = ("StreetName", "AdditionalStreetName", "AddressLine/Line")


class NotAnOrder(NotAnEInvoice):
    """The XML is no order of the standard that we read."""

    code = "orders.intake-no-order"


def read_order(content: bytes, name: str) -> IncomingOrder:
    """Return the order that XML holds; raises NotAnOrder, Broken, DeclaresEntities and others."""
    root = root_of(content.lstrip(b" \t\r\n"), name)
    found = root.one("Order") if root.name == "StandardBusinessDocument" else root
    if found.name != "Order" or not found.one("OrderLine").nodes:
        raise NotAnOrder(name=name, reason=found.name[:60] or root.name[:60] or "XML")
    return _order(found)


def _order(root: Node) -> IncomingOrder:
    delivery = root.one("Delivery")
    told: list[Problem] = []
    lines = [_line(at, one) for at, one in enumerate(root.all("OrderLine"), start=1)]
    allowances, charges = _extras(root, told)
    total = root.one("AnticipatedMonetaryTotal")
    partial = [one.read("LineItem/PartialDeliveryIndicator") for one in root.all("OrderLine")]
    notes = [one.text.strip() for one in root.all("Note")]
    return IncomingOrder(
        row=1,
        buyer=_party(root.one("BuyerCustomerParty/Party")),
        lines=(*lines, *charges),
        reference=root.read("ID"),
        ordered_on=_day(root, "IssueDate", told),
        wanted_on=_wanted(delivery) or _first_wanted(root),
        deliver_to=_place(delivery),
        currency=root.read("DocumentCurrencyCode").upper(),
        is_gross=False,
        discount=allowances,
        ships_whole=bool(partial) and all(one.lower() == "false" for one in partial),
        your_reference=root.read(
            "CustomerReference", "BuyerCustomerParty/Party/Contact/Name", "AccountingCost"
        ),
        contract=root.read("Contract/ID"),
        note="\n".join(one for one in notes if one),
        total=decimal(total.read("PayableAmount", "TaxInclusiveAmount"))
        if root.read("TaxTotal/TaxAmount")
        else None,
        problems=tuple(told),
    )


def _line(row: int, node: Node) -> IncomingLine:
    item, one = node.one("LineItem/Item"), node.one("LineItem")
    told: list[Problem] = []
    counted = one.one("Quantity")
    price = _price(one, told)
    extras, charges = _extras(one, told)
    if charges and price is not None:
        price = _with_charges(price, charges, decimal(counted.text.strip()))
    return IncomingLine(
        row=row,
        code=item.read("SellersItemIdentification/ID"),
        gtin=_gtin(item),
        buyer_code=item.read("BuyersItemIdentification/ID"),
        name=item.read("Name", "Description") or one.read("Note"),
        quantity=_quantity(counted.text, told),
        unit_code=counted.attributes.get("unitCode", "").strip().upper(),
        price=price,
        discount=extras,
        vat=decimal(item.read("ClassifiedTaxCategory/Percent")),
        problems=tuple(told),
    )


def _gtin(item: Node) -> str:
    """Return the GTIN of an item, not a number of another scheme."""
    node = item.one("StandardItemIdentification/ID")
    scheme = node.attributes.get("schemeID", "0160")
    return node.text.strip() if scheme in {"0160", "GTIN", "SRV"} else ""


def _quantity(text: str, told: list[Problem]) -> Quantity | None:
    if not text.strip():
        told.append(WITHOUT_QUANTITY.at("quantity"))
        return None
    found = _number("quantity", text, quantity, told)
    if found is not None and found <= 0:
        told.append(NOT_POSITIVE.at("quantity", quantity=f"{found:f}"))
        return None
    return found


def _price(line: Node, told: list[Problem]) -> UnitPrice | None:
    """Return the price of one unit, rounded to what a price may have where it is of many."""
    text = line.read("Price/PriceAmount")
    if not text:
        return None
    base = decimal(line.read("Price/BaseQuantity"))
    if base is None or base <= 0 or base == 1:
        return _number("price", text, unit_price, told)
    whole = decimal(text)
    if whole is None:
        told.append(UNREADABLE_CELL.at("price", text=text[:60]))
        return None
    return _rounded(whole / base)


def _with_charges(
    price: UnitPrice, charges: tuple[IncomingLine, ...], count: Decimal | None
) -> UnitPrice:
    """Return a price with what its line is charged beside it, spread over the pieces."""
    more = sum((one.price for one in charges if one.price is not None), Decimal(0))
    return _rounded(price + more / count) if count else price


def _rounded(price: Decimal) -> UnitPrice:
    return UnitPrice(price.quantize(Decimal(1).scaleb(-PRICE_PLACES), ROUND_HALF_UP).normalize())


def _extras(node: Node, told: list[Problem]) -> tuple[Discount, tuple[IncomingLine, ...]]:
    """Return what is taken off in all, and what is charged beside: freight and the like."""
    off, charges = Decimal(0), []
    for one in node.all("AllowanceCharge"):
        amount = _number("discount", one.read("Amount"), unit_price, told)
        if amount is None or not amount:
            continue
        if one.read("ChargeIndicator").lower() == "true":
            reason = one.read("AllowanceChargeReason")
            charges.append(IncomingLine(0, name=reason, quantity=ONE, price=amount, is_charge=True))
        else:
            off += amount
    return (Discount(amount=off) if off else NO_DISCOUNT), tuple(charges)


def _number(
    field: str, text: str, made: Callable[[Decimal], Number], told: list[Problem]
) -> Number | None:
    found = decimal(text.strip())
    if found is None:
        told.append(UNREADABLE_CELL.at(field, text=text.strip()[:60]))
        return None
    try:
        return made(found)
    except Refusal as refusal:
        told.append(as_problem(field, refusal))
        return None


def _day(root: Node, name: str, told: list[Problem]) -> date | None:
    text = root.read(name)
    found = day(text)
    if text and found is None:
        told.append(UNREADABLE_CELL.at("ordered_on", text=text[:60]))
    return found


def _wanted(delivery: Node) -> date | None:
    """Return by when goods are wanted: the end of the time in which they may come."""
    period = delivery.one("RequestedDeliveryPeriod")
    return day(period.read("EndDate", "StartDate"))


def _first_wanted(root: Node) -> date | None:
    """Return the first day on which any line is wanted."""
    days = (_wanted(one) for one in root.all("OrderLine/LineItem/Delivery"))
    return min((one for one in days if one is not None), default=None)


def _place(delivery: Node) -> Address | None:
    address = _address(delivery.one("DeliveryLocation/Address"))
    if address is None:
        address = _address(delivery.one("DeliveryParty/PostalAddress"))
    name = delivery.read("DeliveryParty/PartyName/Name", "DeliveryLocation/Name")
    if address is None or not name:
        return address
    extra = ", ".join(part for part in (name, address.extra) if part)
    return tidied_address(Address(
        address.street, extra, address.postcode, address.town, address.region, address.country
    ))  # fmt: skip


def _address(node: Node) -> Address | None:
    streets = texts(node, *_STREETS)
    found = tidied_address(Address(
        next(iter(streets), ""),
        ", ".join(streets[1:]),
        node.read("PostalZone"),
        node.read("CityName"),
        node.read("CountrySubentity"),
        node.read("Country/IdentificationCode"),
    ))  # fmt: skip
    return found if found.street or found.postcode or found.town else None


def _party(node: Node) -> ContactForm:
    """Return the customer as a contact would be written."""
    address = _address(node.one("PostalAddress"))
    reached = (
        Point(kind, value)
        for kind, path in (
            (PointKind.EMAIL, "Contact/ElectronicMail"),
            (PointKind.PHONE, "Contact/Telephone"),
        )
        if (value := node.read(path))
    )
    return tidied(
        ContactForm(
            name=node.read("PartyLegalEntity/RegistrationName", "PartyName/Name"),
            addresses=(address,) if address else (),
            points=tuple(reached),
            identifiers=tuple(dict.fromkeys(_identifiers(node))),
        )
    )


def _identifiers(node: Node) -> Iterator[Identifier]:
    country = node.read("PostalAddress/Country/IdentificationCode")
    for path in ("EndpointID", "PartyIdentification/ID", "PartyLegalEntity/CompanyID"):
        for one in node.all(path):
            scheme, value = one.attributes.get("schemeID", ""), one.text.strip()
            if value and path == "EndpointID" and scheme in EAS:
                yield Identifier("eu.endpoint", f"{scheme}:{value}")
            if value and scheme in CHECKED and scheme != _GLN:
                yield Identifier(CHECKED[scheme], value)
            elif value and path.startswith("PartyLegal") and country == "FI":
                yield Identifier("fi.business_id", value)
    if vat := node.read("PartyTaxScheme/CompanyID"):
        yield Identifier(_VAT_LANDS.get(vat[:2].upper(), "eu.vat"), vat)
