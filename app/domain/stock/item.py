"""Stock items: how a product is kept, valued and ordered again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from app.domain.shared.ids import ContactId, LocationId, ProductId
from app.domain.shared.quantities import Quantity, UnitPrice


class Tracking(Enum):
    """What tells pieces of a product apart: nothing, the lot they came in, or each its serial."""

    NONE = "none"
    LOT = "lot"
    SERIAL = "serial"


class Costing(Enum):
    """What goods cost when they leave (IAS 2.25): the oldest first, the average, a set cost."""

    FIFO = "fifo"
    AVERAGE = "average"
    STANDARD = "standard"


class Billing(Enum):
    """Which quantity is invoiced: what went out, or what was ordered."""

    DELIVERED = "delivered"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class PackUnit:
    """Another unit of a product; one of it is exactly ``factor`` of the product's own unit."""

    unit: str
    factor: Fraction
    gtin: str = ""


@dataclass(frozen=True, slots=True)
class Reorder:
    """When and how much is ordered again, in the product's own unit.

    Below ``least`` it is filled up to ``most``, in whole packs of ``pack``; it takes
    ``lead_days`` from the order until the goods are here.
    """

    least: Quantity = Quantity(Decimal(0))
    most: Quantity = Quantity(Decimal(0))
    pack: Quantity = Quantity(Decimal(1))
    lead_days: int = 0
    supplier_id: ContactId | None = None
    supplier_code: str = ""


NO_REORDER = Reorder()


@dataclass(frozen=True, slots=True)
class Customs:
    """What the border asks: the commodity code, two letters of the origin, grams of one unit."""

    code: str = ""
    origin: str = ""
    weight_g: Quantity = Quantity(Decimal(0))


NO_CUSTOMS = Customs()


@dataclass(frozen=True, slots=True)
class Part:
    """A product that goes into one unit of a kit or an assembly, and how much of it."""

    product_id: ProductId
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class StockItem:
    """How a product is kept; a product without one is not stocked (a service).

    Quantities are in the product's own unit. ``standard_cost`` is that of one unit, in the
    currency of the books. ``location_id`` is its usual place. ``shelf_days`` is how long it keeps
    from the day it came (0: it does not expire). ``parts`` is what an assembly is made of; a kit
    (``is_kit``) is never on hand itself: its parts are sold together. ``is_checked`` says that
    what comes in is quarantined until it was inspected.
    """

    product_id: ProductId
    version: int
    tracking: Tracking = Tracking.NONE
    costing: Costing = Costing.FIFO
    standard_cost: UnitPrice = UnitPrice(Decimal(0))
    billing: Billing = Billing.DELIVERED
    units: tuple[PackUnit, ...] = ()
    reorder: Reorder = NO_REORDER
    customs: Customs = NO_CUSTOMS
    location_id: LocationId | None = None
    shelf_days: int = 0
    parts: tuple[Part, ...] = ()
    is_kit: bool = False
    is_checked: bool = False
