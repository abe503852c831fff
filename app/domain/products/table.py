"""Products as rows of a table: what an export writes and an import reads again."""

from __future__ import annotations

from decimal import Decimal

from app.domain.products.columns import HEADINGS
from app.domain.products.product import Product
from app.domain.shared.lines import one_line

FIELDS = tuple(HEADINGS)
"""The columns, named as an import names them."""

Value = str | Decimal | None


def values_of(product: Product) -> tuple[Value, ...]:
    """Return a product as one row, a name in each language a column of its own."""
    values: dict[str, Value] = {
        "code": product.code,
        "name": next(iter(product.names.values()), ""),
        "unit": product.unit,
        "vat": product.vat,
        "price_gross" if product.is_gross else "price": product.price,
        "gtin": product.gtin,
        "note": one_line(product.note),
    }
    values |= {f"name_{language}": name for language, name in product.names.items()}
    return tuple(values.get(field, "") for field in FIELDS)
