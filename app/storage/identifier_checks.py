"""Identifiers that do not check: VAT ids and accounts of contacts, and references of invoices.

Forms refuse them; what came in by an import or by an older version is found here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from app.domain.admin import health
from app.domain.invoices.invoice import State
from app.domain.shared.identifiers import SCHEMES, is_right
from app.domain.shared.problems import Problem
from app.domain.shared.references import is_qr_reference, is_rf, is_viitenumero
from app.storage.contact_tables import contact, contact_account, contact_identifier
from app.storage.invoice_tables import invoice

SLICE = 5_000
"""So many contacts, or invoices, one slice reads."""
_QR_LENGTH = 27


class IdentifierChecks:
    """Finds what does not check, in slices, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def contacts_after(self, after: int) -> tuple[int, tuple[Problem, ...]]:
        """Read the next contacts: returns the last one, 0 when there is none, and what is wrong."""
        wanted = select(contact.c.id).where(contact.c.id > after).order_by(contact.c.id)
        ids = self._connection.scalars(wanted.limit(SLICE)).all()
        if not ids:
            return 0, ()
        return ids[-1], (*self._identifiers(ids[0], ids[-1]), *self._accounts(ids[0], ids[-1]))

    def invoices(self) -> Iterator[Problem]:
        """Find issued invoices whose reference no bank would take."""
        wanted = select(invoice.c.id, invoice.c.number, invoice.c.reference).where(
            invoice.c.state != State.DRAFT, invoice.c.reference != ""
        )
        for row in self._connection.execute(wanted.execution_options(yield_per=SLICE)):
            if not is_payable(row.reference):
                yield health.INVOICE_REFERENCE.at(f"invoice:{row.id}", number=row.number or "")

    def _identifiers(self, first: int, last: int) -> Iterator[Problem]:
        table = contact_identifier
        within = table.c.contact_id.between(first, last)
        wanted = select(table.c.contact_id, table.c.scheme, table.c.value).where(within)
        ordered = wanted.order_by(table.c.contact_id, table.c.position)
        for row in self._connection.execute(ordered):
            if row.scheme in SCHEMES and not is_right(row.scheme, row.value):
                yield health.IDENTIFIER.at(f"contact:{row.contact_id}", scheme=row.scheme)

    def _accounts(self, first: int, last: int) -> Iterator[Problem]:
        table = contact_account
        within = table.c.contact_id.between(first, last)
        wanted = select(table.c.contact_id, table.c.iban).where(within)
        for row in self._connection.execute(wanted.order_by(table.c.contact_id, table.c.position)):
            if row.iban and not is_right("iban", row.iban):
                yield health.ACCOUNT.at(f"contact:{row.contact_id}")


def is_payable(reference: str) -> bool:
    """Say whether a reference checks by the rule that its shape names; another has no rule."""
    plain = "".join(reference.split()).upper()
    if plain.startswith("RF"):
        return is_rf(plain)
    if not (plain.isascii() and plain.isdigit()):
        return True
    return is_qr_reference(plain) if len(plain) == _QR_LENGTH else is_viitenumero(plain)
