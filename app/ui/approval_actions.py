"""What can be done with what waits for a second pair of eyes, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_COMPANY = ("record", "company")

APPROVALS: tuple[Action, ...] = (
    Action("company.approvals", mark("Approvals"), *_COMPANY, shortcut="Alt+5", icon="user-check"),
    Action(
        "approvals.rules",
        mark("What needs a second person…"),
        *_COMPANY,
        icon="eye",
        tip=mark("Say what another person has to look at first, and from which amount on"),
        is_apart=True,
    ),
    Action(
        "approvals.open",
        mark("Open what it is about"),
        *_COMPANY,
        icon="external-link",
        tip=mark("Open the record that the request is about"),
    ),
    Action(
        "approvals.withdraw",
        mark("Withdraw the request"),
        *_COMPANY,
        icon="arrow-back-up",
        tip=mark("Take back what you asked for; nothing is done"),
    ),
    Action(
        "approvals.refuse",
        mark("Refuse the request…"),
        *_COMPANY,
        icon="x",
        tip=mark("Say no, and why; nothing is done"),
    ),
    Action(
        "approvals.approve",
        mark("Approve"),
        *_COMPANY,
        icon="check",
        tip=mark("Do in your name what was asked for"),
    ),
)
