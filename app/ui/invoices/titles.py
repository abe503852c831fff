"""The titles over the cells of an invoice's line, from left to right, and over its total."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.invoices.rows import Field

TOTAL = len(Field)
TITLES = (
    mark("Description"),
    mark("Quantity"),
    mark("Unit"),
    mark("Price"),
    mark("Discount"),
    mark("VAT"),
    mark("Delivered"),
    mark("Total"),
)
