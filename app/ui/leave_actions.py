"""What can be done with leave, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_LEAVE = ("record", "employees")

LEAVE: tuple[Action, ...] = (
    Action("leave.list", mark("Leave"), *_LEAVE, shortcut="Alt+5", icon="beach"),
    Action("leave.requests", mark("Requests"), *_LEAVE, shortcut="Alt+6", icon="hand-stop"),
    Action("leave.calendar", mark("Calendar"), *_LEAVE, shortcut="Alt+7", icon="calendar-month"),
    Action(
        "leave.ask",
        mark("Ask for leave…"),
        *_LEAVE,
        shortcut="Ctrl+Shift+A",
        icon="beach",
        letter="a",
        tip=mark("Who, of which type, on which days; what is left is told meanwhile"),
        is_apart=True,
    ),
    Action("leave.approve", mark("Approve leave"), *_LEAVE, icon="check", letter="p"),
    Action("leave.reject", mark("Refuse the leave…"), *_LEAVE, icon="x", letter="x"),
    Action(
        "leave.cancel",
        mark("Cancel a leave…"),
        *_LEAVE,
        icon="calendar-off",
        tip=mark("An approved leave comes back to the ledger; a request is withdrawn"),
    ),
    Action(
        "leave.ledger",
        mark("Why so many days"),
        *_LEAVE,
        icon="list-numbers",
        letter="w",
        tip=mark("Every row of the ledger with its rule"),
        is_apart=True,
    ),
    Action(
        "leave.proof",
        mark("Proof of leave"),
        *_LEAVE,
        icon="file-certificate",
        tip=mark("The ledger as it prints, or its rows again"),
    ),
    Action("leave.adjust", mark("Settle days…"), *_LEAVE, icon="scale", letter="s"),
    Action("leave.take-back", mark("Take the row back…"), *_LEAVE, icon="arrow-back-up"),
    Action("leave.pay-out", mark("Pay out what is left…"), *_LEAVE, icon="cash"),
    Action("leave.adopt", mark("Take up the types of leave of the country"), *_LEAVE, icon="gavel"),
    Action("leave.types", mark("Types of leave…"), *_LEAVE, icon="category"),
    Action("leave.blocks", mark("Block lists of leave…"), *_LEAVE, icon="calendar-off"),
    Action("leave.type", mark("Type of leave"), *_LEAVE, icon="category", letter="t"),
    Action("leave.day", mark("Leave as of a day"), *_LEAVE, icon="calendar", letter="y"),
    Action(
        "leave.quarter",
        mark("Month or quarter"),
        *_LEAVE,
        icon="arrow-autofit-width",
        letter="q",
        is_apart=True,
    ),
    Action(
        "leave.paper",
        mark("Calendar on paper"),
        *_LEAVE,
        icon="file-type-pdf",
        tip=mark("The calendar as it prints, or the days again"),
    ),
)
