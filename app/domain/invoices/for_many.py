"""One invoice for many: what of a draft belongs to its customer is left to each customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.products.product import Product
from app.domain.shared.ids import ProductId


def for_all(
    content: Draft, usual: Draft, language: str, products: Mapping[ProductId, Product]
) -> Draft:
    """Return what a draft says to anybody; ``usual`` is what one to its customer says by itself.

    References, delivery address and e-invoice are those of one customer; language and terms are
    those of each reader, where they were its customer's own. A text that is the name of its
    product, in the ``language`` of the draft, is written in the language of each reader.
    """
    return replace(
        content,
        customer_id=None,
        lines=tuple(_line(line, language, products) for line in content.lines),
        language="" if content.language == usual.language else content.language,
        terms_days=None if content.terms_days == usual.terms_days else content.terms_days,
        your_reference="",
        order_reference="",
        contract_reference="",
        early=None,
        deliver_to=None,
        eformat=None,
    )


def _line(line: DraftLine, language: str, products: Mapping[ProductId, Product]) -> DraftLine:
    product = products.get(line.product_id) if line.product_id else None
    if product is None or line.description != product.name_in(language):
        return line
    return replace(line, description="")
