"""Chains: from any paper of a sale, all of them, backwards and forwards."""

from __future__ import annotations

from app.domain.invoices.chain import ChainLink, chain_of
from app.domain.shared.ids import InvoiceId
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.INVOICES_READ)
def around(desk: Desk, invoice_id: InvoiceId) -> tuple[ChainLink, ...]:
    """Return the chain of papers that an invoice stands in; raises NotFound."""
    invoice = desk.store.invoices.get(invoice_id)
    return chain_of(invoice, desk.store.invoices.get, desk.store.chains.born_of)
