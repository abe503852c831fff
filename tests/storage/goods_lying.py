"""A database with a stocked product that came, lies and went, for the tests of its stores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.shared.ids import ProductId
from app.domain.stock.move import Move
from app.domain.stock.receipt import Receipt
from app.services.office import Office
from app.storage.database import Database
from tests.stocking import came, stock_office, stocked, went


@dataclass(frozen=True)
class Lying:
    """Ten that came at 5.00 with a receipt, and four of them that went."""

    office: Office
    product_id: ProductId
    receipt: Receipt
    gone: Move


def let_lie(database: Database, **parts: Any) -> Lying:
    """Let ten pieces come and four go."""
    office = stock_office(database)
    product_id = stocked(office, **parts)
    receipt = came(office, product_id, "10", "5")
    return Lying(office, product_id, receipt, went(office, product_id, "4"))
