"""Lacking: a place holds less than is asked of it, and what the page that asked can do about it.

shell.lacked.emit(lacking_of(error, over=dialog, take=self._take_from, less=self._do_with))

Whoever shows the refusal offers these ways out beside those that are always open: to count the
place, to receive what comes, to see where the pieces went.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import OfficeError
from app.domain.stock.move import Spot
from app.domain.stock.moving import Elsewhere, NotEnough
from app.ui.kit.messages import error_sentence

CODE = NotEnough.code


@dataclass(frozen=True, slots=True)
class OwnWay:
    """What the page that asked can do by itself, and how that is called."""

    text: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Lacking:
    """Goods of which a spot holds too little, in words; ``over`` is the dialog that asked.

    ``take`` takes them from another spot, ``less`` does with so much as is here.
    """

    spot: Spot
    what: str
    asked: Quantity
    why: str = ""
    over: QWidget | None = None
    take: Callable[[Elsewhere], object] | None = None
    less: Callable[[Quantity], object] | None = None
    own: tuple[OwnWay, ...] = ()


def lacking_of(
    error: OfficeError,
    over: QWidget | None = None,
    take: Callable[[Elsewhere], object] | None = None,
    less: Callable[[Quantity], object] | None = None,
) -> Lacking | None:
    """Return what a refusal says is lacking; none where it is about something else."""
    facts = error.facts
    product, location = facts.get("product_id"), facts.get("location_id")
    asked, lot = facts.get("count"), facts.get("lot_id")
    if error.code != CODE or not isinstance(product, int) or not isinstance(location, int):
        return None
    found = error_sentence(error)
    spot = Spot(ProductId(product), LocationId(location), _lot(lot))
    amount = Quantity(asked) if isinstance(asked, Decimal) else Quantity(Decimal(0))
    why = " ".join(part for part in (found.why, found.todo) if part)
    return Lacking(spot, found.what, amount, why, over, take, less)


def _lot(lot: object) -> LotId | None:
    return LotId(lot) if isinstance(lot, int) else None
