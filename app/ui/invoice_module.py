"""The module of invoices, as ``modules`` lists it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.kit.module import Module
from app.ui.kit.shell import RecordPage, Shell


def _invoices(shell: Shell) -> QWidget:
    from app.ui.invoices.places import InvoicePlaces  # noqa: PLC0415  built when it is shown first

    return InvoicePlaces(shell)


def _invoice(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.page import InvoicePage  # noqa: PLC0415  built when it is shown first

    return InvoicePage(shell, record)


def _payment(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.payment_page import PaymentPage  # noqa: PLC0415  as above

    return PaymentPage(shell, record)


def _payment_of(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.payment_editor import PaymentEditor  # noqa: PLC0415  as above

    return PaymentEditor(shell, record)


def _billable(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.billable_editor import BillableEditor  # noqa: PLC0415  as above

    return BillableEditor(shell, record)


def _reminders_of(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.reminder_page import ReminderRunPage  # noqa: PLC0415  as above

    return ReminderRunPage(shell, record)


def _reminder(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.reminder_paper import ReminderPaperPage  # noqa: PLC0415  as above

    return ReminderPaperPage(shell, record)


def _quote(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.quotes.page import QuotePage  # noqa: PLC0415  as above

    return QuotePage(shell, record)


def _statement(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.papers import StatementPaper  # noqa: PLC0415  as above

    return StatementPaper(shell, record)


def _open_items_on(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.papers import OpenItemsPaper  # noqa: PLC0415  as above

    return OpenItemsPaper(shell, record)


def _receipt(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.receipt_paper import ReceiptPaper  # noqa: PLC0415  as above

    return ReceiptPaper(shell, record)


def _layout(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.layout_page import LayoutPage  # noqa: PLC0415  as above

    return LayoutPage(shell, record)


def _plan(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.plan_page import PlanPage  # noqa: PLC0415  as above

    return PlanPage(shell, record)


def _plan_of(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.plan_page import PlanPage  # noqa: PLC0415  as above

    return PlanPage(shell, None, record)


def _plan_run(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.plan_run import PlanRunPage  # noqa: PLC0415  as above

    return PlanRunPage(shell, record)


def _bulk(shell: Shell, record: int | None) -> RecordPage:
    from app.ui.invoices.bulk_page import BulkPage  # noqa: PLC0415  as above

    return BulkPage(shell, record)


def _load_invoices() -> None:
    from app.ui.invoices import places  # noqa: F401, PLC0415  loaded beside the window


def _load_invoice() -> None:
    from app.ui.invoices import (  # noqa: PLC0415  loaded beside the window
        billable_editor,  # noqa: F401  loading it is its use
        billables,  # noqa: F401  loading it is its use
        bulk_page,  # noqa: F401  loading it is its use
        layout_page,  # noqa: F401  loading it is its use
        layouts,  # noqa: F401  loading it is its use
        open_items,  # noqa: F401  loading it is its use
        page,  # noqa: F401  loading it is its use
        papers,  # noqa: F401  loading it is its use
        payment_editor,  # noqa: F401  loading it is its use
        payment_page,  # noqa: F401  loading it is its use
        payments,  # noqa: F401  loading it is its use
        plan_page,  # noqa: F401  loading it is its use
        plan_run,  # noqa: F401  loading it is its use
        plans,  # noqa: F401  loading it is its use
        receipt_paper,  # noqa: F401  loading it is its use
        reminder_page,  # noqa: F401  loading it is its use
        reminder_paper,  # noqa: F401  loading it is its use
    )
    from app.ui.invoices.quotes import page as quote_page  # noqa: F401, PLC0415  as above
    from app.ui.invoices.quotes import tab  # noqa: F401, PLC0415  as above


INVOICES = Module(
    "invoices",
    mark("Invoices"),
    "file-invoice",
    "Ctrl+1",
    Permission.INVOICES_READ,
    _invoices,
    group=mark("Trade"),
    records={
        "invoice": _invoice,
        "quote": _quote,
        "payment": _payment,
        "payment-of": _payment_of,
        "receipt": _receipt,
        "billable": _billable,
        "reminder-run": _reminders_of,
        "reminder": _reminder,
        "statement": _statement,
        "open-items-on": _open_items_on,
        "invoice-layout": _layout,
        "plan": _plan,
        "plan-of": _plan_of,
        "plan-run": _plan_run,
        "bulk": _bulk,
    },
    load=_load_invoices,
    load_records=_load_invoice,
)
