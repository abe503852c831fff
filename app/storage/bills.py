"""The table of draft bills: the structured form of one document each."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    select,
)

from app.domain.bills.bill import BILL, Bill, BillForm, BillState
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import DocumentId
from app.storage.catalogues import Catalogue, Shape
from app.storage.deeds import Changes
from app.storage.types import EnumText, Id, Json, Whole, metadata


class _Bill(TypedColumns):
    id: Named[int] = Column(Id, ForeignKey("document.id"), primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[BillState] = Column(EnumText(BillState), nullable=False)
    supplier_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    number: Named[str] = Column(Text, nullable=False)
    form: Named[Any] = Column(Json, nullable=False)


draft_bill = Table("draft_bill", metadata, _Bill)
Index("ix_draft_bill_number", draft_bill.c.number, draft_bill.c.state)
Index("ix_draft_bill_state", draft_bill.c.state, draft_bill.c.id)


def _row(one: Bill) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "state": one.state,
        "supplier_id": one.form.supplier_id,
        "number": one.form.number,
        "form": plain(one.form),
    }


def _bill_of(row: Row[Any]) -> Bill:
    return Bill(DocumentId(row.id), row.version, row.state, parsed(BillForm, row.form))


BILLS = Shape(BILL, draft_bill, _row, _bill_of)


class BillStore(Catalogue[Bill]):
    """Reads and writes draft bills on one open connection."""

    def of(self, document_id: DocumentId) -> Bill | None:
        """Return the draft bill of a document, or none where none is kept."""
        wanted = select(draft_bill).where(draft_bill.c.id == document_id)
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else _bill_of(row)

    def waiting(self) -> tuple[Bill, ...]:
        """Return those that wait for purchasing, the oldest first."""
        wanted = select(draft_bill).where(draft_bill.c.state == BillState.DRAFT)
        rows = self._connection.execute(wanted.order_by(draft_bill.c.id))
        return tuple(map(_bill_of, rows))

    def numbered(self, number: str) -> tuple[Bill, ...]:
        """Return those that wait and bear a number, whoever sent them."""
        waits = (draft_bill.c.number == number, draft_bill.c.state == BillState.DRAFT)
        rows = self._connection.execute(select(draft_bill).where(*waits))
        return tuple(map(_bill_of, rows))


class BillStores:
    """What reads and writes draft bills over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def bills(self) -> BillStore:
        return BillStore(self.connection, self.changes, BILLS)
