"""The table of layouts: those in use, and the states that issued papers were printed with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Named,
    Row,
    Table,
    TypedColumns,
    func,
    select,
    type_coerce,
)

from app.domain.invoices.layout import InvoiceLayout, LayoutForm
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ContactId, LayoutId
from app.storage.catalogues import Catalogue, Shape
from app.storage.contact_tables import contact
from app.storage.deeds import Changes
from app.storage.remembered import Remembered
from app.storage.types import Flag, Id, Json, Whole, metadata


class _Layout(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    form: Named[Any] = Column(Json, nullable=False)
    frozen_of: Named[int | None] = Column(Id)
    is_archived: Named[bool] = Column(Flag, nullable=False)


invoice_layout = Table("invoice_layout", metadata, _Layout)


def _row(one: InvoiceLayout) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "form": plain(one.form),
        "frozen_of": one.frozen_of,
        "is_archived": one.is_archived,
    }


def _layout_of(row: Row[Any]) -> InvoiceLayout:
    return _made_of(*row)


def _made_of(*values: Any) -> InvoiceLayout:
    lying = InvoiceLayout(*values)
    return replace(lying, form=parsed(LayoutForm, lying.form))


_EVERY = Remembered(select(invoice_layout).order_by(invoice_layout.c.id), _made_of)
LAYOUTS = Shape("invoice_layout", invoice_layout, _row, _layout_of)


class LayoutStore(Catalogue[InvoiceLayout]):
    """Reads and writes layouts, and knows who wears them."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        super().__init__(connection, changes, LAYOUTS)

    def all(self) -> tuple[InvoiceLayout, ...]:
        """Return every layout and every state of one, in the order they came in."""
        return _EVERY.all(self._connection)

    def frozen(self, layout_id: LayoutId, version: int) -> LayoutId | None:
        """Return the state that issued papers keep of a version of a layout, if any was issued."""
        table = invoice_layout
        is_it = (table.c.frozen_of == layout_id, table.c.version == version)
        found = self._connection.scalar(select(table.c.id).where(*is_it))
        return None if found is None else LayoutId(found)

    def own_of(self, contact_id: ContactId) -> LayoutId | None:
        """Return the layout that a contact has of its own, or none."""
        wanted = select(contact.c.layout_id).where(contact.c.id == contact_id)
        found = self._connection.scalar(wanted)
        return None if found is None else LayoutId(found)

    def customers(self, layout_id: LayoutId) -> int:
        """Return how many contacts in use have a layout of their own."""
        in_use = type_coerce(contact.c.is_archived, Whole) == 0
        theirs = (contact.c.layout_id == layout_id, in_use)
        wanted = select(func.count()).select_from(contact).where(*theirs)
        return self._connection.scalar(wanted) or 0
