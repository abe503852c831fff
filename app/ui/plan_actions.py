"""What can be done with recurring invoices and with one invoice for many, as actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_INVOICES = ("record", "invoices")

PLANS: tuple[Action, ...] = (
    Action(
        "invoices.recurring",
        mark("Recurring"),
        *_INVOICES,
        shortcut="Alt+3",
        icon="calendar-repeat",
        is_apart=True,
    ),
    Action("plan.new", mark("New plan"), *_INVOICES, icon="repeat"),
    Action(
        "plan.repeat",
        mark("Repeat…"),
        *_INVOICES,
        shortcut="Ctrl+Shift+Y",
        icon="repeat",
        tip=mark("Make a plan that writes this invoice again each month, quarter or year"),
    ),
    Action(
        "plan.run",
        mark("Bill what is due…"),
        *_INVOICES,
        shortcut="Ctrl+Shift+B",
        icon="calendar-repeat",
        tip=mark("Look at every invoice that the plans would make, then make them"),
    ),
    Action("plan.open", mark("Open the plan"), *_INVOICES, icon="eye"),
    Action(
        "plan.pause",
        mark("Let it rest"),
        *_INVOICES,
        icon="player-pause",
        tip=mark("Nothing of the plan is billed until it goes on"),
    ),
    Action(
        "plan.resume",
        mark("Let it go on…"),
        *_INVOICES,
        icon="player-play",
    ),
    Action(
        "plan.skip",
        mark("Leave the next period out"),
        *_INVOICES,
        icon="player-skip-forward",
        tip=mark("The next period of the plan is done without an invoice"),
    ),
    Action(
        "plan.raise",
        mark("Raise prices…"),
        *_INVOICES,
        icon="trending-up",
        tip=mark("From a day on, by per cent; shown price by price before"),
    ),
    Action("plan.end", mark("End the plan…"), *_INVOICES, icon="player-stop"),
    Action(
        "invoice.many",
        mark("To many customers…"),
        *_INVOICES,
        shortcut="Ctrl+Shift+L",
        icon="users-group",
        tip=mark("One draft like this for each customer on a mailing list"),
    ),
)
