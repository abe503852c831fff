"""The list of products as data: its columns, chips, sorts and what it says when it is empty."""

from __future__ import annotations

from app.domain.products.product import Product
from app.domain.products.row import ARCHIVED, ProductRow
from app.lang.texts import mark
from app.services import products
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many


def price_text(row: ProductRow | Product) -> str:
    """Return a price with its currency, and whether VAT is in it."""
    price = formats().price(row.price, row.currency)
    return _("{price} with VAT", price=price) if row.is_gross else price


def _counted(count: int) -> str:
    return many("{n} product", "{n} products", count)


COLUMNS: tuple[Column[ProductRow], ...] = (
    Column(mark("Code"), lambda row: row.code, sort="code", width=110),
    Column(
        mark("Name"), lambda row: row.name_in(language()), sort="name", width=260, is_roomy=True
    ),
    Column(mark("Price"), price_text, sort="price", right=True, width=150),
    Column(mark("Unit"), lambda row: row.unit, width=80),
    Column(mark("VAT"), lambda row: row.vat, width=100, tone=lambda _row: "muted", is_hidden=True),
    Column(mark("GTIN"), lambda row: row.gtin, width=140, is_hidden=True),
)

LISTING: Listing[ProductRow] = Listing(
    name="products",
    title=mark("Products"),
    columns=COLUMNS,
    source=Source(products.spine, products.rows, products.first),
    tables=frozenset({"product"}),
    counted=_counted,
    empty=Empty(
        "package",
        mark("No products yet"),
        mark("What you sell, with its price and VAT. Write the first, or bring a price list."),
        ("product.new", "product.import"),
    ),
    filters=(Filter(ARCHIVED, mark("Put away")),),
    buttons=("product.import", "product.new"),
    verbs=(
        "product.open",
        "product.put-away",
        "product.take-back",
        "",
        "list.copy",
        "product.export",
    ),
    sort="name",
)
