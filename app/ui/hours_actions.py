"""What can be done with hours, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_HOURS = ("record", "employees")

HOURS: tuple[Action, ...] = (
    Action("employees.hours", mark("Hours"), *_HOURS, shortcut="Alt+8", icon="clock"),
    Action(
        "hours.clock",
        mark("Clock in or out"),
        *_HOURS,
        shortcut="Ctrl+Shift+K",
        icon="clock",
        tip=mark("Let the clock of the person run, or stop it"),
        is_apart=True,
    ),
    Action("hours.copy", mark("Copy the week before"), *_HOURS, icon="copy"),
    Action(
        "hours.submit",
        mark("Hand in the week"),
        *_HOURS,
        shortcut="Ctrl+Shift+Return",
        icon="send",
    ),
    Action("hours.take-back", mark("Take the week back"), *_HOURS, icon="arrow-back-up"),
    Action("hours.approve", mark("Approve the week"), *_HOURS, icon="checkbox"),
    Action("hours.reopen", mark("Open the week again"), *_HOURS, icon="lock"),
    Action("hours.earlier", mark("Week before"), *_HOURS, shortcut="Alt+PgUp", icon="chevron-left"),
    Action("hours.later", mark("Week after"), *_HOURS, shortcut="Alt+PgDown", icon="chevron-right"),
    Action("hours.print", mark("Print the week"), *_HOURS, icon="printer"),
    Action("hours.print-month", mark("Print the month"), *_HOURS, icon="printer"),
    Action(
        "hours.lock",
        mark("Lock weeks…"),
        *_HOURS,
        icon="lock",
        tip=mark("What payroll has taken is never changed again"),
    ),
    Action(
        "employees.entries",
        mark("Entries of hours"),
        *_HOURS,
        shortcut="Ctrl+Shift+U",
        icon="list-details",
        is_apart=True,
    ),
    Action("entry.open-week", mark("Open the week"), *_HOURS, icon="eye"),
    Action(
        "entry.narrow",
        mark("Person and days of the entries"),
        *_HOURS,
        shortcut="F6",
        icon="filter",
    ),
    Action("employees.overtime", mark("Rules of overtime"), *_HOURS, icon="gavel"),
)
