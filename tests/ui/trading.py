"""An office that has traded, with its books and its archive in a workspace, for tests of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import ContactId
from app.lang.texts import mark
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.services.permissions import Permission
from app.ui.kit.module import Module
from app.ui.kit.shell import RecordPage, Shell
from app.ui.modules import MODULES
from tests.trade import a_content, a_written_line
from tests.ui.people import add


class InvoicePage(RecordPage):
    """Stands for the page of an invoice."""


def _invoices(shell: Shell) -> QWidget:
    return QWidget()


def _invoice(shell: Shell, record: int | None) -> RecordPage:
    return InvoicePage(shell, "invoice", record)


BOOKS = (
    *(module for module in MODULES if module.name in {"accounting", "archive"}),
    Module(
        "invoices",
        mark("Invoices"),
        "file-invoice",
        "Ctrl+1",
        Permission.INVOICES_READ,
        _invoices,
        records={"invoice": _invoice},
    ),
)


def issue(office: Office, day: date, *nets: str) -> tuple[Invoice, ...]:
    """Issue an invoice over each of these nets to one customer, on a day."""
    then = Office(office.database, FixedClock(day), office.who)
    (customer,) = add(office, "Kahvila Aamu Oy")
    return tuple(
        then.do(invoices.issue, then.do(invoices.draft, _content(customer, net)).result.id).result
        for net in nets
    )


def _content(customer: int, net: str) -> Draft:
    return replace(a_content(a_written_line(price=net)), customer_id=ContactId(customer))
