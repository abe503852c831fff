"""Names in the log: what the records are called to which a field of an entry refers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.admin.log import FieldChange
from app.domain.archive.document import Link
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import ProductId
from app.services.office import Desk
from app.services.permissions import Permission
from app.services.subjects import Subjects

REFERS: Mapping[str, str] = {
    "addressee_id": "contact",
    "contact_id": "contact",
    "correspondent_id": "contact",
    "customer_id": "contact",
    "sender_id": "contact",
    "supplier_id": "contact",
    "invoice_id": "invoice",
    "credit_id": "invoice",
    "frozen_of": "invoice",
    "document_id": "document",
    "certificate_id": "document",
    "employee_id": PERSON,
    "head_id": PERSON,
    "manager_id": PERSON,
    "stand_in_id": PERSON,
    "product_id": "product",
    "account_id": "account",
}
"""To which kind of record a field refers by an id."""


class LogNames:
    """Names the records to which fields refer, as far as who asks may know them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, fields: Iterable[FieldChange]) -> dict[int, str]:
        """Return what records are called, by their ids; what may not be known is left out."""
        asked: dict[str, set[int]] = defaultdict(set)
        for kind, record in _referred(fields):
            asked[kind].add(record)
        products, accounts = asked.pop("product", set()), asked.pop("account", set())
        links = [Link(kind, one) for kind, ids in asked.items() for one in sorted(ids)]
        found = {link.record_id: name for link, name in Subjects(self._desk).names(links).items()}
        return found | self._products(sorted(products)) | self._accounts(accounts)

    def _products(self, ids: Sequence[int]) -> dict[int, str]:
        if not ids or Permission.PRODUCTS_READ not in self._desk.who.role.permissions:
            return {}
        found = self._desk.store.products.get_all(tuple(map(ProductId, ids)))
        return {one.id: one.code for one in found}

    def _accounts(self, ids: set[int]) -> dict[int, str]:
        if not ids or Permission.ACCOUNTING_READ not in self._desk.who.role.permissions:
            return {}
        return {one.id: one.number for one in self._desk.store.ledger.accounts() if one.id in ids}


def _referred(fields: Iterable[FieldChange]) -> Iterator[tuple[str, int]]:
    for one in fields:
        kind = REFERS.get(str(one.path[-1]) if one.path else "")
        for side in (one.before, one.after):
            if kind is not None and isinstance(side, int):
                yield kind, side
