"""Incoming orders: what a customer's file asks for, before anybody here agrees to it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.contacts.address import Address
from app.domain.contacts.form import ContactForm
from app.domain.invoices.invoice import NO_DISCOUNT, Discount
from app.domain.orders.order import Channel
from app.domain.shared.codec import plain
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, UnitPrice


@dataclass(frozen=True, slots=True)
class IncomingLine:
    """A line as the customer wrote it; ``row`` is where it stands in the file.

    The product is named by our code, by a GTIN or by the customer's own code. ``unit_code`` is
    that of UN/ECE. Without a price ours holds. A charge (freight) is no product of anybody.
    """

    row: int
    code: str = ""
    gtin: str = ""
    buyer_code: str = ""
    name: str = ""
    quantity: Quantity | None = None
    unit: str = ""
    unit_code: str = ""
    price: UnitPrice | None = None
    discount: Discount = NO_DISCOUNT
    vat: Decimal | None = None
    is_charge: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """What a list calls the line."""
        named = self.code or self.gtin or self.buyer_code
        return " ".join(part for part in (named, self.name) if part)


@dataclass(frozen=True, slots=True)
class IncomingOrder:
    """An order as the customer wrote it.

    ``total`` is what the customer expects to pay in all, ``paid_on`` and ``paid_by`` tell of a
    payment in a shop; ``is_sent`` that the shop sent it already.
    """

    row: int
    buyer: ContactForm
    lines: tuple[IncomingLine, ...]
    reference: str = ""
    channel: Channel = Channel.FILE
    ordered_on: date | None = None
    wanted_on: date | None = None
    deliver_to: Address | None = None
    currency: str = ""
    is_gross: bool | None = None
    discount: Discount = NO_DISCOUNT
    ships_whole: bool = False
    your_reference: str = ""
    contract: str = ""
    note: str = ""
    total: Decimal | None = None
    is_paid: bool = False
    paid_on: date | None = None
    paid_by: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """What tells one order from another, wherever in whichever file it stands."""
        lines = tuple(replace(line, row=0) for line in self.lines)
        bare = json.dumps(plain(replace(self, row=0, lines=lines)), sort_keys=True)
        return hashlib.sha256(bare.encode()).hexdigest()
