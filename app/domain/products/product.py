"""Products: what we sell, with one name per language and one price."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.domain.shared.identifiers import checked
from app.domain.shared.ids import ProductId
from app.domain.shared.money import minor_digits
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import UnitPrice, unit_price
from app.domain.shared.refusals import refused_at


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


WITHOUT_CODE = Rule("products.without-code")
WITHOUT_NAME = Rule("products.without-name")
WITHOUT_VAT = Rule("products.without-vat")
UNKNOWN_VAT = Rule("products.unknown-vat", "vat")


def check(product: Product, vat_codes: Collection[str]) -> tuple[Problem, ...]:
    """Return every problem of a product; its VAT code must be one of these."""
    found = (
        None if product.code.strip() else WITHOUT_CODE.at("code"),
        None if any(name.strip() for name in product.names.values()) else WITHOUT_NAME.at("names"),
        _vat(product.vat, vat_codes),
        checked("gtin", product.gtin, "gtin") if product.gtin else None,
    )
    return (
        *(problem for problem in found if problem),
        *refused_at("price", lambda: unit_price(product.price)),
        *refused_at("currency", lambda: minor_digits(product.currency)),
    )


def _vat(vat: str, vat_codes: Collection[str]) -> Problem | None:
    if not vat:
        return WITHOUT_VAT.at("vat")
    return None if vat in vat_codes else UNKNOWN_VAT.at("vat", vat=vat)
