"""By which words a product is found."""

from __future__ import annotations

from datetime import date

from app.domain.products.product import Product
from app.domain.shared.money import money
from app.domain.shared.search import SearchItem

KIND = "product"


def findable(product: Product, language: str, day: date) -> SearchItem:
    """Return a product as the search knows it, named in the language of the office."""
    name = product.name_in(language)
    others = (other for other in product.names.values() if other != name)
    return SearchItem(
        kind=KIND,
        entity_id=product.id,
        title=name,
        detail=product.code,
        words=" ".join((*others, product.gtin, product.gtin.lstrip("0"), product.note)),
        amounts=(money(product.price, product.currency),),
        day=day,
    )
