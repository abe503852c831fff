"""Proposals: the orders that a file would become, with all that is wrong about them, unwritten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.orders.order import OrderDraft
from app.domain.shared.ids import ContactId, OrderId, ProductId
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Quantity, UnitPrice

UNKNOWN_CUSTOMER = Rule("orders.intake-unknown-customer", "name", is_warning=True)
NEW_CUSTOMER = Rule("orders.intake-new-customer", "name", is_warning=True)
UNKNOWN_PRODUCT = Rule("orders.intake-unknown-product", "code", is_warning=True)
NO_SUCH_PRODUCT = Rule("orders.intake-no-such-product", "code")
OTHER_PRICE = Rule("orders.intake-other-price", "amount", "ours", "currency", is_warning=True)
OTHER_TOTAL = Rule("orders.intake-other-total", "total", "ours", "currency", is_warning=True)
OVER_LIMIT = Rule("orders.intake-over-limit", "amount", "limit", "currency", is_warning=True)
KNOWN_BEFORE = Rule("orders.intake-known", "order")
REPEATED = Rule("orders.intake-repeated", "file")
NOTHING_ASKED = Rule("orders.intake-no-lines")


class Prices(Enum):
    """Whose prices an order gets: those of the file, or ours."""

    THEIRS = "theirs"
    OURS = "ours"


class Unknown(Enum):
    """What becomes of customers whom nobody knows: they become contacts, or are left open."""

    CREATE = "create"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a clerk chooses for all orders that are taken in at once."""

    prices: Prices = Prices.THEIRS
    customers: Unknown = Unknown.CREATE


USUAL = Choices()


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """A line of a proposal; ``row`` is where it stands in the file."""

    row: int
    title: str
    quantity: Quantity | None
    unit: str
    price: UnitPrice | None
    product_id: ProductId | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """An order that a file asks for.

    ``written`` is what its draft would say, none where it cannot be one. ``known`` is the order
    that the same wish became before.
    """

    key: str
    file: str
    row: int
    reference: str
    customer_name: str
    customer_id: ContactId | None
    lines: tuple[ProposedLine, ...]
    gross: Money | None = None
    written: OrderDraft | None = None
    is_new_customer: bool = False
    known: OrderId | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def every_problem(self) -> tuple[Problem, ...]:
        """All that is wrong about the order and its lines."""
        return (*self.problems, *(one for line in self.lines for one in line.problems))

    @property
    def is_fit(self) -> bool:
        """Say whether the order can be taken in as it is; warnings do not hinder it."""
        hinders = any(not problem.is_warning for problem in self.every_problem)
        return self.written is not None and not hinders
