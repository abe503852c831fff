"""What each authority gets of the tax of issued invoices, and its sums over some days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, insert, select

from app.domain.invoices.invoice import State, TaxShare
from app.domain.invoices.jurisdictions import Collected
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate
from app.storage.invoice_tables import invoice, invoice_line
from app.storage.tax_tables import invoice_tax
from app.storage.types import Rows


class TaxShareStore:
    """Writes the shares of an invoice once, and adds them up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, invoice_id: InvoiceId, issued_on: date, shares: Iterable[TaxShare]) -> None:
        """Write the shares of an invoice that is being issued."""
        rows = [
            {
                "invoice_id": invoice_id,
                "position": place,
                "issued_on": issued_on,
                "currency": one.base.currency,
                "vat": one.vat,
                "category": one.category,
                "whole": one.whole,
                "rate": one.rate,
                "base_minor": one.base.minor,
                "tax_minor": one.tax.minor,
                "authority": one.authority,
                "name": one.name,
                "level": one.level,
            }
            for place, one in enumerate(shares)
        ]
        if rows:
            self._connection.execute(insert(invoice_tax), rows)

    def of(self, *invoices: InvoiceId) -> tuple[TaxShare, ...]:
        """Return the shares of invoices as they were issued, credit notes below zero."""
        wanted = select(invoice_tax).where(invoice_tax.c.invoice_id.in_(invoices))
        ordered = wanted.order_by(invoice_tax.c.invoice_id, invoice_tax.c.position)
        return tuple(
            TaxShare(
                row.vat,
                row.category,
                Rate(row.whole),
                Rate(row.rate),
                Money(row.base_minor, row.currency),
                Money(row.tax_minor, row.currency),
                row.authority,
                row.name,
                row.level,
            )
            for row in self._connection.execute(ordered)
        )

    def last_used(self, vat: str) -> date | None:
        """Return the last day of an invoice that was issued with a code; none of an unused one."""
        wanted = (
            select(func.max(invoice.c.issued_on))
            .join(invoice_line, invoice_line.c.invoice_id == invoice.c.id)
            .where(invoice_line.c.vat == vat, invoice.c.state == State.ISSUED)
        )
        return self._connection.scalar(wanted)

    def collected(self, first: date, last: date) -> tuple[Collected, ...]:
        """Return what was sold and collected in some days, by authority and rate."""
        by = (
            invoice_tax.c.currency,
            invoice_tax.c.authority,
            invoice_tax.c.name,
            invoice_tax.c.level,
            invoice_tax.c.category,
            invoice_tax.c.vat,
            invoice_tax.c.rate,
        )
        wanted: Rows = (
            select(
                *by,
                func.sum(invoice_tax.c.base_minor).label("base"),
                func.sum(invoice_tax.c.tax_minor).label("tax"),
            )
            .where(invoice_tax.c.issued_on.between(first, last))
            .group_by(*by)
            .order_by(*by)
        )
        return tuple(
            Collected(
                row.authority,
                row.name,
                row.level,
                row.category,
                row.vat,
                Rate(row.rate),
                Money(int(row.base), row.currency),
                Money(int(row.tax), row.currency),
            )
            for row in self._connection.execute(wanted)
        )
