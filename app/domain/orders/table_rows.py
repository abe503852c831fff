"""Rows of a table read as orders: those that name the same order are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from app.domain.contacts.address import Address, tidied_address
from app.domain.contacts.columns import Reading as ContactReading
from app.domain.contacts.columns import form_of_cells
from app.domain.contacts.contact import Kind
from app.domain.contacts.form import ContactForm, tidied
from app.domain.invoices.invoice import NO_DISCOUNT, Discount
from app.domain.orders.columns import PARTY, PLACE
from app.domain.orders.incoming import IncomingLine, IncomingOrder
from app.domain.orders.order import Channel
from app.domain.shared.foreign_days import day_of
from app.domain.shared.foreign_numbers import number_of
from app.domain.shared.imports import UNREADABLE_CELL, Cells
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Quantity, quantity, rate, unit_price
from app.domain.shared.refusals import Refusal, as_problem

T = TypeVar("T")
Number = TypeVar("Number", bound=Decimal)

WITHOUT_QUANTITY = Rule("orders.intake-without-quantity")
NOT_POSITIVE = Rule("orders.intake-not-positive", "quantity")
CANCELLED_THERE = Rule("orders.intake-cancelled", "state")
SENT_THERE = Rule("orders.intake-sent", "state", is_warning=True)
_CANCELLED = frozenset({"cancelled", "canceled", "refunded", "failed", "voided", "trash"})
_SENT = frozenset({"fulfilled", "completed"})
_PAID = frozenset({"paid", "processing", "completed", "partially_refunded"})
_LINE = frozenset(
    {"code", "gtin", "buyer_code", "product", "quantity", "price", "price_gross", "unit"}
)
_WHO = ("customer_number", "email", "vat_id", "business_id", "company", "customer")
_Name = tuple[str, str]
"""By which number, and of whom, an order is one."""
_CENT = Decimal("0.011")
ONE = Quantity(Decimal(1))


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table of orders is to be read: our country and currency, its numbers, its shop.

    ``is_shop`` says that customers are persons unless a company is named; ``is_gross`` whether
    prices include VAT where the table itself does not say it.
    """

    country: str
    currency: str
    decimal_mark: str = "."
    is_shop: bool = False
    is_gross: bool | None = None


def orders_of(rows: Iterable[tuple[int, Cells]], reading: Reading) -> tuple[IncomingOrder, ...]:
    """Return the orders that rows ask for, in the order of their first rows.

    Rows with the same number and the same customer are one order, and so is a row that says
    neither with the one before it.
    """
    groups: dict[_Name, list[tuple[int, Cells]]] = {}
    last: _Name | None = None
    for row, cells in rows:
        last = _group_of(cells, last, groups)
        groups.setdefault(last, []).append((row, cells))
    return tuple(_Group(group, reading).order() for group in groups.values())


def _group_of(cells: Cells, last: _Name | None, groups: Iterable[_Name]) -> _Name:
    reference = _text(cells, "reference").casefold()
    named = (_text(cells, field).casefold() for field in _WHO)
    who = next(filter(None, named), "")
    if reference and not who:
        same = (one for one in groups if one[0] == reference)
        return next(same, (reference, ""))
    if not reference and last is not None and who in {"", last[1]}:
        return last
    return reference, who


def _text(cells: Cells, field: str) -> str:
    return next(iter(cells.get(field, ())), "")


class _Group:
    """Reads the rows of one order and notes what it cannot read."""

    def __init__(self, rows: list[tuple[int, Cells]], reading: Reading) -> None:
        self._rows = rows
        self._reading = reading
        self._problems: list[Problem] = []
        self._has_gross_prices = False

    def order(self) -> IncomingOrder:
        lines = tuple(self._lines())
        shipping, discount = self._amount("shipping"), self._amount("discount")
        state = (self.first("cancelled") and "cancelled") or self._word("state", "payment")
        if state in _CANCELLED:
            self._problems.append(CANCELLED_THERE.at("state", state=state))
        elif (sent := self._word("sent")) in _SENT or state == "completed":
            self._problems.append(SENT_THERE.at("state", state=sent or state))
        if shipping:
            lines = (*lines, self._freight(shipping))
        return IncomingOrder(
            row=self._rows[0][0],
            buyer=self._buyer(),
            lines=lines,
            reference=self.first("reference"),
            channel=Channel.SHOP if self._reading.is_shop else Channel.FILE,
            ordered_on=self._day("ordered_on"),
            wanted_on=self._day("wanted_on"),
            deliver_to=self._deliver_to(),
            currency=self.first("currency").upper(),
            is_gross=self._is_gross(shipping, discount),
            discount=Discount(amount=discount) if discount else NO_DISCOUNT,
            your_reference=self.first("your_reference"),
            note="\n".join(dict.fromkeys(self._every("note"))),
            total=self._amount("total"),
            is_paid=self._is_paid(state),
            paid_on=self._paid_on(),
            paid_by=self.first("paid_by"),
            problems=tuple(self._problems),
        )

    def first(self, field: str) -> str:
        """Return the first cell that says something of the order."""
        return next(self._every(field), "")

    def _every(self, field: str) -> Iterator[str]:
        return (text for _row, cells in self._rows if (text := " ".join(cells.get(field, ()))))

    def _word(self, *fields: str) -> str:
        """Return the first of these cells, as one word in small letters: ``wc-on-hold``."""
        found = (self.first(field).casefold().replace(" ", "_") for field in fields)
        words = [one.removeprefix("wc-") for one in found]
        bad = (one for one in words if one in _CANCELLED)
        return next(bad, next(filter(None, words), ""))

    def _is_paid(self, state: str) -> bool:
        told = self.first("payment").casefold()
        return told in _PAID if told else bool(self.first("paid_on")) or state in _PAID

    def _paid_on(self) -> date | None:
        return day_of(self.first("paid_on"), self._reading.country)

    def _buyer(self) -> ContactForm:
        company, person = self.first("company"), self.first("customer")
        cells = {field: [text] for field in PARTY if (text := self.first(field))}
        cells["name"] = [company or person or self.first("email")]
        cells["number"] = [self.first("customer_number")]
        reading = self._reading
        of_contacts = ContactReading(reading.country, reading.currency, reading.decimal_mark)
        form, unread = form_of_cells(cells, of_contacts)
        self._problems += [replace(one, is_warning=True) for one in unread]
        is_person = reading.is_shop and not (company or form.identifiers)
        return tidied(replace(form, kind=Kind.PERSON) if is_person else form)

    def _deliver_to(self) -> Address | None:
        parts = {field: self.first(f"delivery_{field}") for field in PLACE}
        if not (parts["street"] or parts["postcode"]):
            return None
        if parts == {field: self.first(field) for field in PLACE}:
            return None
        name = self.first("delivery_name")
        if name and name not in {self.first("customer"), self.first("company")}:
            parts["extra"] = " ".join(part for part in (name, parts["extra"]) if part)
        cells = {field: [text] for field, text in parts.items()}
        read, _unread = form_of_cells(
            cells, ContactReading(self._reading.country, self._reading.currency)
        )
        return tidied_address(read.addresses[0]) if read.addresses else None

    def _lines(self) -> Iterator[IncomingLine]:
        for row, cells in self._rows:
            if any(field in _LINE for field in cells):
                yield self._line(row, cells)

    def _line(self, row: int, cells: Cells) -> IncomingLine:
        told: list[Problem] = []
        is_gross = "price_gross" in cells and "price" not in cells
        self._has_gross_prices |= is_gross
        price = self._number(cells, "price_gross" if is_gross else "price", unit_price, told)
        percent = self._number(cells, "line_percent", rate, told)
        amount = self._number(cells, "line_discount", unit_price, told)
        return IncomingLine(
            row=row,
            code=_text(cells, "code"),
            gtin=_text(cells, "gtin"),
            buyer_code=_text(cells, "buyer_code"),
            name=_text(cells, "product"),
            quantity=self._quantity(cells, told),
            unit=_text(cells, "unit"),
            price=price,
            discount=Discount(percent or NO_DISCOUNT.percent, amount or Decimal(0)),
            vat=self._number(cells, "vat", rate, told),
            problems=tuple(told),
        )

    def _quantity(self, cells: Cells, told: list[Problem]) -> Quantity | None:
        if "quantity" not in cells:
            told.append(WITHOUT_QUANTITY.at("quantity"))
            return None
        found = self._number(cells, "quantity", quantity, told)
        if found is not None and found <= 0:
            told.append(NOT_POSITIVE.at("quantity", quantity=f"{found:f}"))
            return None
        return found

    def _number(
        self, cells: Cells, field: str, made: Callable[[Decimal], Number], told: list[Problem]
    ) -> Number | None:
        if not (text := _text(cells, field)):
            return None
        found = number_of(text, self._reading.decimal_mark)
        if found is None:
            told.append(UNREADABLE_CELL.at(field, text=text))
            return None
        try:
            return made(found)
        except Refusal as refusal:
            told.append(as_problem(field, refusal))
            return None

    def _amount(self, field: str) -> Decimal | None:
        """Return an amount of the whole order, as its first row says it."""
        cells = {field: [self.first(field)]} if self.first(field) else {}
        return self._number(cells, field, unit_price, self._problems)

    def _day(self, field: str) -> date | None:
        if not (text := self.first(field)):
            return None
        found = day_of(text, self._reading.country)
        if found is None:
            self._problems.append(UNREADABLE_CELL.at(field, text=text))
        return found

    def _freight(self, amount: Decimal) -> IncomingLine:
        name = self.first("shipping_name")
        row = self._rows[0][0]
        return IncomingLine(row, name=name, quantity=ONE, price=unit_price(amount), is_charge=True)

    def _is_gross(self, shipping: Decimal | None, discount: Decimal | None) -> bool | None:
        """Say whether prices include VAT: by the columns, else by how the sums come together."""
        if self._has_gross_prices:
            return True
        sums = [self._amount(field) for field in ("subtotal", "taxes", "total")]
        if any(one is None for one in sums) or not sums[1]:
            return self._reading.is_gross
        subtotal, taxes, total = (one or Decimal(0) for one in sums)
        for before in (Decimal(0), discount or Decimal(0)):
            bare = subtotal + (shipping or Decimal(0)) - before
            if abs(bare - total) < _CENT:
                return True
            if abs(bare + taxes - total) < _CENT:
                return False
        return self._reading.is_gross
