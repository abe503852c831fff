"""What can be done with quotes, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_INVOICES = ("record", "invoices")

QUOTES: tuple[Action, ...] = (
    Action("invoices.quotes", mark("Quotes"), *_INVOICES, shortcut="Alt+2", icon="file-text"),
    Action(
        "quote.new",
        mark("New quote"),
        *_INVOICES,
        shortcut="Ctrl+Shift+Q",
        icon="plus",
        tip=mark("Write what you offer, and until when"),
    ),
    Action(
        "quote.accept",
        mark("Accepted…"),
        *_INVOICES,
        shortcut="Ctrl+Shift+A",
        icon="circle-check",
        tip=mark("Note that the customer accepts, and what of the options"),
    ),
    Action(
        "quote.reject",
        mark("Declined…"),
        *_INVOICES,
        shortcut="Ctrl+Shift+J",
        icon="circle-x",
        tip=mark("Note that the customer does not want it, and why"),
    ),
    Action(
        "quote.expire",
        mark("Close as expired"),
        *_INVOICES,
        icon="clock",
        tip=mark("Nobody answered until its last day"),
    ),
    Action(
        "quote.revise",
        mark("Make a new version"),
        *_INVOICES,
        shortcut="Ctrl+Shift+M",
        icon="repeat",
        tip=mark("Draft a new version, which comes in its place once it is sent"),
    ),
    Action(
        "quote.order",
        mark("Make the order"),
        *_INVOICES,
        shortcut="Ctrl+Shift+O",
        icon="shopping-cart",
        tip=mark("Draft the order of what was accepted, or open it"),
    ),
    Action(
        "quote.invoice",
        mark("Make the invoice"),
        *_INVOICES,
        shortcut="Ctrl+Shift+I",
        icon="file-invoice",
        tip=mark("Draft the invoice of what was accepted, or open it"),
    ),
)
"""Sending has no line of its own: it is what issuing is of an invoice, by the same key.

The list of quotes has single letters for what it alone does.
"""
