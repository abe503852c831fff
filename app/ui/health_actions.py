"""What can be done about the health of an office, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_COMPANY = ("record", "company")

HEALTH: tuple[Action, ...] = (
    Action("company.health", mark("Health"), *_COMPANY, shortcut="Alt+7", icon="circle-check"),
    Action(
        "health.check",
        mark("Check now"),
        *_COMPANY,
        icon="refresh",
        tip=mark("Read every page, number, balance and document again, while you go on working"),
        is_apart=True,
    ),
    Action(
        "health.act",
        mark("Do what is proposed"),
        *_COMPANY,
        icon="tools",
        tip=mark("What helps in this line; nothing is ever repaired by itself"),
    ),
    Action(
        "health.erased",
        mark("Erased persons…"),
        *_COMPANY,
        icon="trash",
        tip=mark("Of whom something is kept for the law, until when, and erasing what is left"),
        is_apart=True,
    ),
)
