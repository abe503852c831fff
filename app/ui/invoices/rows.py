"""A line of the form as it is typed: raw texts, read into a draft line and never lost.

What cannot be read stays as it is; the form says so at its cell, and the draft line holds what
could be read.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from enum import IntEnum

from app.domain.invoices.checks import UNKNOWN_VAT
from app.domain.invoices.draft import DraftLine
from app.domain.invoices.invoice import NO_DISCOUNT, Discount
from app.domain.products.row import ProductRow
from app.domain.quotes.quote import FIRM, Position
from app.domain.shared.ids import InvoiceId, OrderLineId, ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.readings import NO_CHOICE, NO_DAY, NO_NUMBER
from app.lang.formats import Formats
from app.ui.invoices.choice_words import as_cell, position_of
from app.ui.invoices.vat_words import VatWords

_keys = itertools.count(1)


class Field(IntEnum):
    """The cells of a line, from left to right."""

    DESCRIPTION = 0
    QUANTITY = 1
    UNIT = 2
    PRICE = 3
    DISCOUNT = 4
    VAT = 5
    DELIVERED = 6
    CHOICE = 7


NO_TEXTS = ("",) * len(Field)
PATHS = {
    Field.DESCRIPTION: "description",
    Field.QUANTITY: "quantity",
    Field.UNIT: "unit",
    Field.PRICE: "price",
    Field.DISCOUNT: "discount",
    Field.VAT: "vat",
    Field.DELIVERED: "delivered_on",
    Field.CHOICE: "choice",
}
_FIELDS = {path: field for field, path in PATHS.items()}


@dataclass(frozen=True, slots=True)
class Tie:
    """What a line has to do with an invoice or an order; nobody types it, it stays with the row."""

    credits: int | None = None
    is_reduction: bool = False
    deducts: InvoiceId | None = None
    order_line_id: OrderLineId | None = None

    def plain(self) -> str:
        """Return the tie as plain text, to be kept while somebody types."""
        parts = (
            self.credits,
            1 if self.is_reduction else None,
            self.deducts,
            self.order_line_id,
        )
        return " ".join("-" if part is None else str(part) for part in parts)


NO_TIE = Tie()


@dataclass(frozen=True, slots=True)
class RowText:
    """One line as it is typed; ``key`` stays the same while its texts change."""

    key: int
    texts: tuple[str, ...] = NO_TEXTS
    product: ProductRow | None = None
    tie: Tie = NO_TIE

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was typed."""
        return self.product is None and not any(text.strip() for text in self.texts)

    def typed(self, field: Field, text: str) -> RowText:
        """Return the row with another text in a cell."""
        texts = (*self.texts[:field], text, *self.texts[field + 1 :])
        return replace(self, texts=texts)

    def picked(self, product: ProductRow) -> RowText:
        """Return the row of a product: all but quantity, discount and day come from it."""
        kept = {Field.QUANTITY, Field.DISCOUNT, Field.DELIVERED, Field.CHOICE}
        texts = tuple(self.texts[field] if field in kept else "" for field in Field)
        return replace(self, texts=texts, product=product)

    def plain(self) -> list[str]:
        """Return the row as plain texts, to be kept while somebody types."""
        return [*self.texts, str(self.product.id) if self.product else "", self.tie.plain()]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What could be read of a row, and what could not."""

    line: DraftLine
    problems: tuple[Problem, ...] = ()
    position: Position = FIRM


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads and writes cells in the formats of the window, with the VAT codes of the country.

    ``has_choices`` says that lines are positions of a quote.
    """

    formats: Formats
    vat: VatWords
    currency: str
    today: date
    has_choices: bool = False

    def read(self, row: RowText) -> ReadRow:
        """Return the draft line of a row; problems are told by the cell's name."""
        found: list[Problem] = []
        quantity = self._number(row, Field.QUANTITY, found)
        price = self._number(row, Field.PRICE, found)
        line = DraftLine(
            description=row.texts[Field.DESCRIPTION],
            quantity=Quantity(Decimal(1) if quantity is None else quantity),
            unit=row.texts[Field.UNIT],
            price=None if price is None else UnitPrice(price),
            vat=self._vat(row, found),
            discount=self._discount(row, found),
            product_id=row.product.id if row.product else None,
            delivered_on=self._day(row, found),
            credits=row.tie.credits,
            is_reduction=row.tie.is_reduction,
            deducts=row.tie.deducts,
            order_line_id=row.tie.order_line_id,
        )
        position = self._position(row, found)
        return ReadRow(line, tuple(found), position)

    def row(
        self, line: DraftLine, product: ProductRow | None = None, position: Position = FIRM
    ) -> RowText:
        """Return a row that shows a line of a draft, and how a quote offers it."""
        day = self.formats.day(line.delivered_on) if line.delivered_on else ""
        texts = (
            line.description,
            self.number(line.quantity),
            line.unit,
            self.price(line.price) if line.price is not None else "",
            self.discount(line.discount),
            line.vat,
            day,
            as_cell(position),
        )
        tie = Tie(line.credits, line.is_reduction, line.deducts, line.order_line_id)
        return RowText(next(_keys), texts, product, tie)

    def tidied(self, field: Field, text: str) -> str:
        """Return the text of a cell as the language writes it; what cannot be read stays."""
        plain = text.strip()
        if field in {Field.QUANTITY, Field.PRICE}:
            return self._tidied_number(field, plain)
        if field is Field.DISCOUNT:
            discount = self.parse_discount(plain)
            return plain if discount is None else self.discount(discount)
        if field is Field.VAT:
            return self.vat.find(plain) or plain
        if field is Field.CHOICE:
            position = position_of(plain)
            return plain if position is None else as_cell(position)
        if field is Field.DELIVERED:
            day = self.formats.parse_day(plain, self.today)
            return self.formats.day(day) if day else plain
        return plain

    def _tidied_number(self, field: Field, plain: str) -> str:
        value = self._parsed(plain)
        if value is None:
            return plain
        return self.price(value) if field is Field.PRICE else self.number(value)

    def number(self, value: Decimal) -> str:
        """Write a quantity with as many places as it has."""
        return self.formats.decimal(value.normalize() if value else Decimal(0))

    def price(self, value: Decimal) -> str:
        """Write a price with at least the places of money."""
        least = self.formats.places(self.currency)
        places = max(least, -int(value.normalize().as_tuple().exponent)) if value else least
        return self.formats.decimal(value, places)

    def discount(self, discount: Discount) -> str:
        """Write a discount: in per cent, or as an amount with its currency."""
        if discount.amount:
            return self.formats.price(discount.amount, self.currency)
        return self.formats.percent(discount.percent.normalize()) if discount.percent else ""

    def parse_discount(self, text: str) -> Discount | None:
        """Read a discount: a bare number is in per cent, one with a currency an amount."""
        plain = text.strip()
        if not plain:
            return NO_DISCOUNT
        if plain.endswith("%") or self.formats.parse_decimal(plain) is not None:
            percent = self.formats.parse_decimal(plain.removesuffix("%").strip())
            return None if percent is None else Discount(percent=Rate(percent))
        amount = self._parsed(plain)
        return None if amount is None else Discount(amount=amount)

    def _parsed(self, text: str) -> Decimal | None:
        plain = text.strip()
        if plain[-1:] in {"e", "E"} and self.currency == "EUR":
            plain = plain[:-1]
        return self.formats.parse_money(plain, self.currency)

    def _number(self, row: RowText, field: Field, found: list[Problem]) -> Decimal | None:
        text = row.texts[field].strip()
        value = self._parsed(text) if text else None
        if text and value is None:
            found.append(NO_NUMBER.at(PATHS[field], text=text))
        return value

    def _vat(self, row: RowText, found: list[Problem]) -> str:
        text = row.texts[Field.VAT].strip()
        code = self.vat.find(text)
        if text and not code:
            found.append(UNKNOWN_VAT.at(PATHS[Field.VAT], vat=text))
        return code

    def _discount(self, row: RowText, found: list[Problem]) -> Discount:
        text = row.texts[Field.DISCOUNT].strip()
        discount = self.parse_discount(text)
        if discount is None:
            found.append(NO_NUMBER.at(PATHS[Field.DISCOUNT], text=text))
        return discount or NO_DISCOUNT

    def _position(self, row: RowText, found: list[Problem]) -> Position:
        text = row.texts[Field.CHOICE].strip() if self.has_choices else ""
        position = position_of(text)
        if position is None:
            found.append(NO_CHOICE.at(PATHS[Field.CHOICE], text=text))
        return position or FIRM

    def _day(self, row: RowText, found: list[Problem]) -> date | None:
        text = row.texts[Field.DELIVERED].strip()
        day = self.formats.parse_day(text, self.today) if text else None
        if text and day is None:
            found.append(NO_DAY.at(PATHS[Field.DELIVERED], text=text))
        return day


def a_row(*texts: str, product: ProductRow | None = None, tie: Tie = NO_TIE) -> RowText:
    """Return a new row that holds these texts, from left to right."""
    return RowText(next(_keys), (*texts, *NO_TEXTS[len(texts) :]), product, tie)


def field_of(path: str) -> Field:
    """Return the cell that a problem's path within a line names."""
    return _FIELDS.get(path.split(".", maxsplit=1)[0], Field.DESCRIPTION)


def tie_of(plain: str) -> Tie:
    """Return the tie that was kept as this text; none where it is none.

    What was kept before lines billed orders has one part less.
    """
    parts = [int(part) if part.isdecimal() else None for part in plain.split()]
    if not 0 <= len(fields(Tie)) - len(parts) <= 1:
        return NO_TIE
    credited, reduction, deducted, ordered, *_rest = (*parts, None)
    deducts = None if deducted is None else InvoiceId(deducted)
    order_line = None if ordered is None else OrderLineId(ordered)
    return Tie(credited, reduction is not None, deducts, order_line)


def product_id_of(plain: str) -> ProductId | None:
    """Return the product that a kept row names, or none."""
    return ProductId(int(plain)) if plain.isdecimal() else None
