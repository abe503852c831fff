"""What can be done with expense claims, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_PEOPLE = ("record", "employees")

EXPENSES: tuple[Action, ...] = (
    Action(
        "employees.expenses",
        mark("Expenses"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+X",
        icon="receipt-2",
    ),
    Action("employees.limits", mark("Limits of expenses"), *_PEOPLE, icon="scale"),
    Action(
        "claim.new",
        mark("New expense claim"),
        *_PEOPLE,
        icon="plus",
        tip=mark("Receipts, kilometres and days away of one person"),
        is_apart=True,
    ),
    Action("claim.open", mark("Open the claim"), *_PEOPLE, icon="eye"),
    Action(
        "claim.receipt",
        mark("Attach a receipt…"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+R",
        icon="paperclip",
        tip=mark("To the line with the cursor; files can be dropped on the form as well"),
    ),
    Action(
        "claim.paste",
        mark("Paste a receipt"),
        *_PEOPLE,
        shortcut="Ctrl+Alt+V",
        icon="clipboard",
        tip=mark("A picture or a file from the clipboard, to the line with the cursor"),
    ),
    Action(
        "claim.inbox",
        mark("Receipt from the inbox…"),
        *_PEOPLE,
        shortcut="Ctrl+Alt+I",
        icon="inbox",
        tip=mark("What was scanned or came in by itself"),
    ),
    Action(
        "claim.line",
        mark("Another expense"),
        *_PEOPLE,
        shortcut="Ctrl+L",
        icon="plus",
        is_apart=True,
    ),
    Action(
        "claim.drop",
        mark("Take the expense out"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+Del",
        icon="minus",
    ),
    Action(
        "claim.trip",
        mark("Days away…"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+D",
        icon="calendar-event",
        tip=mark("When somebody left and came back gives the days that are paid"),
    ),
    Action(
        "claim.split",
        mark("Split by VAT rate…"),
        *_PEOPLE,
        shortcut="Ctrl+Shift+L",
        icon="percentage",
        tip=mark("One receipt with several rates becomes a line for each"),
    ),
    Action(
        "claim.submit",
        mark("Hand in the claim"),
        *_PEOPLE,
        icon="send",
        tip=mark("Somebody else approves it"),
        is_apart=True,
    ),
    Action("claim.approve", mark("Approve the claim"), *_PEOPLE, icon="checkbox"),
    Action("claim.reject", mark("Reject the claim…"), *_PEOPLE, icon="x"),
    Action("claim.mend", mark("Mend the claim"), *_PEOPLE, icon="pencil"),
    Action(
        "claim.post",
        mark("Post the claim"),
        *_PEOPLE,
        icon="book-2",
        tip=mark("Into the books: what the firm owes the person"),
    ),
    Action(
        "claim.pay",
        mark("Paid from the bank…"),
        *_PEOPLE,
        icon="cash",
        tip=mark("All chosen claims, on one day"),
    ),
    Action("claim.print", mark("Print the claim"), *_PEOPLE, icon="printer"),
    Action("claim.export", mark("Export the claims…"), *_PEOPLE, icon="file-export"),
    Action("claim.remove", mark("Remove the draft…"), *_PEOPLE, icon="trash"),
)
