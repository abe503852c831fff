"""What can be done with time and expenses to invoice, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_INVOICES = ("record", "invoices")

BILLABLES: tuple[Action, ...] = (
    Action(
        "invoices.billables",
        mark("Work to invoice"),
        *_INVOICES,
        shortcut="Alt+4",
        icon="clock",
        tip=mark("Time and expenses that no invoice has taken up yet"),
    ),
    Action(
        "billable.new",
        mark("Write work down"),
        *_INVOICES,
        shortcut="Ctrl+Shift+W",
        icon="pencil",
        tip=mark("Hours or an expense for a customer, to be invoiced later"),
    ),
    Action("billable.open", mark("Open the work"), *_INVOICES, icon="eye"),
    Action(
        "billable.invoice",
        mark("Invoice the customer's work"),
        *_INVOICES,
        shortcut="Ctrl+Shift+U",
        icon="file-invoice",
        tip=mark("Draft an invoice of all open work of this customer"),
    ),
    Action(
        "billable.sum",
        mark("Invoice it summed up"),
        *_INVOICES,
        icon="sum",
        tip=mark("Draft an invoice in which alike work is one line"),
    ),
    Action("billable.remove", mark("Remove the work"), *_INVOICES, "Del", icon="trash"),
)
