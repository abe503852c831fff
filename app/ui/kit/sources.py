"""What the kinds of records are called where something belongs to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.lang.texts import mark
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.links import Linked

SOURCES = {
    "invoice": mark("Invoice"),
    "quote": mark("Quote"),
    "order": mark("Order"),
    "delivery": mark("Delivery of goods"),
    "goods-return": mark("Return of goods"),
    "stock-count": mark("Count"),
    "contact": mark("Contact"),
    "product": mark("Product"),
    "entry": mark("Entry"),
    "document": mark("Document"),
    "reminder": mark("Reminder"),
    "letter-in": mark("Letter received"),
    "letter-out": mark("Letter sent"),
    "mail": mark("Mail"),
    "employee": mark("Person"),
}


def linked_text(link: Linked) -> str:
    """Return what something belongs to: ``Invoice 20260001``, or only its kind."""
    kind = _(SOURCES.get(link.kind, mark("Record")))
    return f"{kind} {link.name}".strip()
