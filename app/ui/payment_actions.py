"""What can be done with money and open items, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_INVOICES = ("record", "invoices")

PAYMENTS: tuple[Action, ...] = (
    Action("invoices.list", mark("Invoices"), *_INVOICES, shortcut="Alt+1", icon="file-invoice"),
    Action("invoices.open-items", mark("Open items"), *_INVOICES, "Alt+5", icon="clock"),
    Action("invoices.payments", mark("Payments"), *_INVOICES, shortcut="Alt+6", icon="cash"),
    Action(
        "payment.new",
        mark("Record a payment"),
        *_INVOICES,
        shortcut="Ctrl+Shift+P",
        icon="cash",
        letter="m",
        tip=mark("Write down money that came in; what it settles is proposed"),
    ),
    Action("payment.open", mark("Open the payment"), *_INVOICES, icon="eye"),
    Action(
        "payment.use",
        mark("Use what is left"),
        *_INVOICES,
        icon="arrows-split",
        letter="y",
        tip=mark("Settle what is due first from what a payment left"),
    ),
    Action(
        "payment.refund",
        mark("Pay back…"),
        *_INVOICES,
        icon="transfer",
        letter="b",
        tip=mark("Pay a credit note, or what a payment left, back to the customer"),
    ),
    Action(
        "payment.receipt",
        mark("Receipt"),
        *_INVOICES,
        icon="receipt-2",
        tip=mark("What the payment settled, as paper; in Thailand the tax invoice of a service"),
    ),
    Action("payment.undo", mark("Open again"), *_INVOICES, icon="restore", letter="z"),
    Action(
        "payment.reverse",
        mark("Reverse the payment…"),
        *_INVOICES,
        icon="arrow-back-up",
        letter="r",
        tip=mark("Take the payment back by the opposite entry; what it settled is open again"),
    ),
    Action(
        "item.write-off",
        mark("Write off…"),
        *_INVOICES,
        icon="circle-x",
        letter="w",
        tip=mark("Give a claim up and book the loss, with its VAT as the law has it"),
    ),
    Action(
        "item.offset",
        mark("Set off a credit note"),
        *_INVOICES,
        icon="git-merge",
        letter="f",
        tip=mark("Settle the customer's oldest invoices with the chosen credit note"),
    ),
    Action("items.paper", mark("Open on a day…"), *_INVOICES, icon="calendar", letter="a"),
    Action("items.export", mark("Export the list…"), *_INVOICES, icon="file-export"),
    Action("statement.show", mark("Statement of account"), *_INVOICES, icon="receipt", letter="t"),
    Action(
        "contact.statement",
        mark("Statement of account"),
        "record",
        "contacts",
        icon="receipt",
        letter="s",
    ),
)
