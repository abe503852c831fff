"""Parties: customers and products that take no part in invoices made for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.domain.contacts.contact import Contact
from app.domain.invoices.draft import DraftLine
from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.domain.shared.problems import Problem, Rule

CUSTOMER_PUT_AWAY = Rule("invoices.customer-put-away", "name")
PRODUCT_PUT_AWAY = Rule("invoices.product-put-away", "code")


def check_parties(
    customer: Contact, lines: Iterable[DraftLine], products: Mapping[ProductId, Product]
) -> Iterator[Problem]:
    """Yield a problem where the customer, or a product of a line, was put away."""
    if customer.is_archived:
        yield CUSTOMER_PUT_AWAY.at("customer_id", name=customer.name)
    for place, line in enumerate(lines):
        product = products.get(line.product_id) if line.product_id else None
        if product is not None and product.is_archived:
            yield PRODUCT_PUT_AWAY.at(f"lines.{place}.product_id", code=product.code)
