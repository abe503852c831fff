"""What the form of an invoice needs of the office before somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.contacts.row import ContactRow
from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice
from app.domain.products.row import ProductRow
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import InvoiceId, LayoutId
from app.domain.shared.refusals import NotFound
from app.services.country import Country
from app.services.dressing import Wardrobe
from app.services.issuing import FORM
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class Desktop:
    """All that a form is opened with.

    ``invoice`` is the record, None for a new one; ``kept`` is what was typed and not saved, if
    anything was; ``customers`` and ``products`` are those that either of them names, ``layouts``
    what its paper can look like, by name.
    """

    company: Company
    pack: CountryPack
    invoice: Invoice | None
    kept: FormDraft | None
    customers: tuple[ContactRow, ...]
    products: tuple[ProductRow, ...]
    layouts: Mapping[LayoutId, str]


@query(Permission.INVOICES_READ)
def opened(desk: Desk, invoice_id: InvoiceId) -> Desktop:
    """Return what the form of an invoice begins with; one that is unknown is a new one."""
    here = Country(desk)
    invoice = _found(desk, invoice_id)
    kept = desk.store.drafts.kept(FORM, invoice_id, desk.who.name)
    named = NamedRows(desk, invoice, kept.body if kept else None)
    return Desktop(
        here.company,
        here.pack,
        invoice,
        kept,
        named.customers(),
        named.products(),
        Wardrobe(desk).names,
    )


class NamedRows:
    """The customers and products that a record, or the texts kept of its form, name."""

    def __init__(self, desk: Desk, record: Invoice | Draft | None, body: object) -> None:
        self._store = desk.store
        self._record = record
        self._body = body

    def customers(self) -> tuple[ContactRow, ...]:
        wanted = {*_customers(self._record), *_named(self._body, "customer_id")}
        return self._store.contact_lists.rows(sorted(wanted))

    def products(self) -> tuple[ProductRow, ...]:
        wanted = {*_products(self._record), *_of_rows(self._body)}
        return self._store.product_lists.rows(sorted(wanted))


def _found(desk: Desk, invoice_id: InvoiceId) -> Invoice | None:
    try:
        return desk.store.invoices.get(invoice_id)
    except NotFound:
        return None


def _customers(record: Invoice | Draft | None) -> Iterable[int]:
    return (record.customer_id,) if record and record.customer_id else ()


def _products(record: Invoice | Draft | None) -> Iterable[int]:
    lines = record.lines if record else ()
    return (line.product_id for line in lines if line.product_id)


def _named(body: Any, field: str) -> Iterator[int]:
    """Yield the record that a field of a kept form names."""
    fields = body.get("fields", {}) if isinstance(body, dict) else {}
    text = str(fields.get(field, ""))
    if text.isdecimal():
        yield int(text)


def _of_rows(body: Any) -> Iterator[int]:
    """Yield the products that the rows of a kept form name, before the last of their texts."""
    rows = body.get("rows", []) if isinstance(body, dict) else []
    named = (str(cell) for row in rows if isinstance(row, list) for cell in row[-2:])
    return (int(cell) for cell in named if cell.isdecimal())
