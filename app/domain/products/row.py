"""A product as a list shows it, and how such a list is sorted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice

ARCHIVED = "archived"
"""The state name that asks a list for what was put away."""


class ProductSort(Enum):
    """What a list of products can be sorted by; ``added`` is the order they came in."""

    NAME = "name"
    CODE = "code"
    PRICE = "price"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One line of the list of products."""

    id: ProductId
    code: str
    names: Mapping[str, str]
    unit: str
    vat: str
    price: UnitPrice
    currency: str
    is_gross: bool
    gtin: str
    is_archived: bool

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))
