"""What a clerk writes of a product: everything but its identity."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.products.product import Product
from app.domain.shared.identifiers import compact
from app.domain.shared.ids import ProductId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Rule
from app.domain.shared.quantities import UnitPrice

LANGUAGE_TWICE = Rule("products.language-twice")


@dataclass(frozen=True, slots=True)
class ProductForm:
    """The editable part of a product; ``names`` maps a language to a name."""

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

    def as_product(self, product_id: ProductId, version: int) -> Product:
        """Return the product that this form describes."""
        return Product(product_id, version, *(getattr(self, name) for name in _FIELDS))


_FIELDS = tuple(field.name for field in dataclasses.fields(ProductForm))


def form_of(product: Product) -> ProductForm:
    """Return what a clerk may change of a product."""
    return ProductForm(**{name: getattr(product, name) for name in _FIELDS})


def tidied(form: ProductForm) -> ProductForm:
    """Return a form as it is kept: no blanks around texts, no empty names, a compact GTIN."""
    names = {language: one_line(name) for language, name in form.names.items()}
    return replace(
        form,
        code=one_line(form.code),
        names={language: name for language, name in names.items() if name},
        unit=one_line(form.unit),
        gtin=compact("gtin", form.gtin),
        note=form.note.strip(),
    )
