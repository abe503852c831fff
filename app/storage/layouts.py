"""The table of layouts: those in use, and the states that issued papers were printed with."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Named, Row, Table, TypedColumns

from app.domain.invoices.layout import InvoiceLayout, LayoutForm
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import LayoutId
from app.storage.catalogues import Shape
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
    return InvoiceLayout(
        LayoutId(row.id),
        row.version,
        parsed(LayoutForm, row.form),
        None if row.frozen_of is None else LayoutId(row.frozen_of),
        row.is_archived,
    )


LAYOUTS = Shape("invoice_layout", invoice_layout, _row, _layout_of)
