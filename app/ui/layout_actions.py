"""What can be done with the layouts of papers, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_INVOICES = ("record", "invoices")

LAYOUTS: tuple[Action, ...] = (
    Action(
        "invoices.layouts",
        mark("Layouts of papers"),
        *_INVOICES,
        shortcut="Alt+8",
        icon="palette",
        tip=mark("Logo, colours, columns and texts of invoices and what belongs to them"),
    ),
    Action(
        "layout.usual",
        mark("Make it the usual layout"),
        *_INVOICES,
        icon="star",
        letter="q",
        tip=mark("Print every paper with it whose customer has no layout of its own"),
    ),
)
