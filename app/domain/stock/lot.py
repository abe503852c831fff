"""Lots: goods of one make, or one piece by its serial number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.shared.ids import LotId, ProductId


class LotStatus(Enum):
    """Whether goods of a lot may go out; only those in order may."""

    OK = "ok"
    QUARANTINED = "quarantined"
    DAMAGED = "damaged"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot or a serial number of a product, unique for it; without ``expires_on`` it keeps."""

    id: LotId
    version: int
    product_id: ProductId
    code: str
    status: LotStatus = LotStatus.OK
    received_on: date | None = None
    expires_on: date | None = None
    note: str = ""
