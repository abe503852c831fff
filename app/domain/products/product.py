"""Products: what we sell, with one name per language and one price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import UnitPrice


@dataclass(frozen=True, slots=True)
class Product:
    """An article or a service.

    ``code`` is ours and unique, ``gtin`` is GS1's (8, 12, 13 or 14 digits), ``names`` maps a
    language to a name and always has one, ``vat`` is a VAT code of the country pack, ``image``
    is the SHA-256 of a stored picture or empty.
    """

    id: ProductId
    version: int
    code: str
    names: Mapping[str, str]
    unit: str
    vat: str
    price: UnitPrice
    currency: str
    is_gross: bool = False
    gtin: str = ""
    note: str = ""
    image: str = ""
    is_archived: bool = False

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))
