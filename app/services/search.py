"""Search: one question over all that the asker may see."""

from __future__ import annotations

from app.domain.accounting.findable import ACCOUNT, ENTRY
from app.domain.archive.findable import KIND as DOCUMENT
from app.domain.contacts.findable import KIND as CONTACT
from app.domain.invoices.findable import KIND as INVOICE
from app.domain.products.findable import KIND as PRODUCT
from app.domain.shared.search import Hit
from app.services.office import Desk
from app.services.permissions import Permission, query

NEEDED = {
    CONTACT: Permission.CONTACTS_READ,
    PRODUCT: Permission.PRODUCTS_READ,
    INVOICE: Permission.INVOICES_READ,
    DOCUMENT: Permission.ARCHIVE_READ,
    ACCOUNT: Permission.ACCOUNTING_READ,
    ENTRY: Permission.ACCOUNTING_READ,
}
"""What somebody must hold to find a kind of record; a kind that is not here is never found."""


@query(Permission.COMPANY_READ)
def find(desk: Desk, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the newest records that answer every word, of the kinds that the asker may read."""
    held = desk.who.role.permissions
    kinds = {kind for kind, permission in NEEDED.items() if permission in held}
    return desk.store.search.find(words, limit, kinds) if kinds else ()
