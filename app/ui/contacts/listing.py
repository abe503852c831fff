"""The list of contacts as data: its columns, chips, sorts and what it says when it is empty."""

from __future__ import annotations

from app.domain.contacts.contact import Role
from app.domain.contacts.row import ARCHIVED, ContactRow
from app.lang.texts import mark
from app.services import contacts
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many

ROLES = {
    Role.CUSTOMER: mark("Customer"),
    Role.SUPPLIER: mark("Supplier"),
    Role.EMPLOYEE: mark("Employee"),
    Role.AUTHORITY: mark("Authority"),
}


def roles_text(row: ContactRow) -> str:
    """Return what a contact is to us, in words."""
    return ", ".join(_(text) for role, text in ROLES.items() if role in row.roles)


def _counted(count: int) -> str:
    return many("{n} contact", "{n} contacts", count)


COLUMNS: tuple[Column[ContactRow], ...] = (
    Column(mark("Number"), lambda row: row.number, sort="number", width=56),
    Column(mark("Name"), lambda row: row.name, sort="name", width=220, is_roomy=True),
    Column(mark("Town"), lambda row: row.town, sort="town", width=90, is_spare=True),
    Column(mark("Phone"), lambda row: row.phone, width=90, is_whole=True),
    Column(mark("Role"), roles_text, width=70, tone=lambda _row: "muted", is_spare=True),
    Column(mark("E-mail"), lambda row: row.email, width=200, is_hidden=True),
    Column(mark("Country"), lambda row: row.country, width=70, is_hidden=True),
)

LISTING: Listing[ContactRow] = Listing(
    name="contacts",
    title=mark("Contacts"),
    columns=COLUMNS,
    source=Source(contacts.spine, contacts.rows, contacts.first),
    tables=frozenset({"contact"}),
    counted=_counted,
    empty=Empty(
        "users",
        mark("No contacts yet"),
        mark(
            "Customers and suppliers live here. Write the first, or bring them from a spreadsheet."
        ),
        ("contact.new", "contact.import"),
    ),
    filters=(
        Filter(Role.CUSTOMER.value, mark("Customers")),
        Filter(Role.SUPPLIER.value, mark("Suppliers")),
        Filter(ARCHIVED, mark("Put away")),
    ),
    buttons=("contact.import", "contact.new"),
    verbs=(
        "contact.open",
        "contact.mail",
        "contact.statement",
        "contact.vies",
        "contact.put-away",
        "contact.take-back",
        "",
        "list.copy",
        "contact.export",
    ),
    sort="name",
)
