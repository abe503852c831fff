"""The glance: what a window shows of an office before anything is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.admin.company import Company
from app.domain.invoices.invoice import InvoiceRow
from app.services import admin
from app.services.office import Office
from app.services.permissions import Permission
from app.storage.glance import company_and_newest

ROWS = 200
"""How many rows are read: as many as a list asks for at first."""


@dataclass(frozen=True, slots=True)
class Glance:
    """Whose the office is, and the newest invoices; none where they may not be read."""

    company: Company
    invoices: tuple[InvoiceRow, ...] = ()


def glance(office: Office) -> Glance:
    """Read what is shown first, from a file by the driver alone; raises NotAllowed or NotFound."""
    file, role = office.database.file, office.who.role
    if file is None:
        return Glance(office.ask(admin.company))
    role.require(Permission.COMPANY_READ, "admin.company")
    company, rows = company_and_newest(file, ROWS)
    return Glance(company, rows if Permission.INVOICES_READ in role.permissions else ())
