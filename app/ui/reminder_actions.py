"""What can be done with reminders, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_INVOICES = ("record", "invoices")

REMINDERS: tuple[Action, ...] = (
    Action("invoices.reminders", mark("Reminders"), *_INVOICES, shortcut="Alt+7", icon="bell"),
    Action(
        "reminder.new",
        mark("Prepare reminders…"),
        *_INVOICES,
        shortcut="Ctrl+Shift+R",
        icon="bell",
        letter="i",
        tip=mark("Tell who gets a reminder over what, and who gets none and why"),
    ),
    Action("reminder.open", mark("Open the run"), *_INVOICES, icon="eye"),
    Action("reminder.leave-out", mark("Leave out"), *_INVOICES, icon="minus", letter="-"),
    Action("reminder.level-1", mark("Reminder of level 1"), *_INVOICES, letter="1"),
    Action("reminder.level-2", mark("Reminder of level 2"), *_INVOICES, letter="2"),
    Action("reminder.level-3", mark("Reminder of level 3"), *_INVOICES, letter="3"),
    Action("reminder.usual", mark("Usual level"), *_INVOICES, letter="0"),
    Action(
        "reminder.sent",
        mark("Note as sent by post"),
        *_INVOICES,
        icon="mailbox",
        tip=mark("The SHA-256 of each paper is written into the audit"),
    ),
    Action("reminder.withdraw", mark("Withdraw the reminder…"), *_INVOICES, icon="restore"),
    Action(
        "claim.dispute",
        mark("Disputed by the customer…"),
        *_INVOICES,
        icon="gavel",
        letter="j",
        tip=mark("Note what the customer says: it is reminded of no more until it is resumed"),
    ),
    Action("claim.stop", mark("Stop reminders"), *_INVOICES, icon="hand-stop", letter="h"),
    Action("claim.resume", mark("Resume reminders"), *_INVOICES, icon="bell", letter="g"),
    Action(
        "claim.collect",
        mark("Hand over to collection"),
        *_INVOICES,
        icon="briefcase",
        letter="l",
        tip=mark("After the last reminder: from now on somebody else collects it"),
    ),
)
