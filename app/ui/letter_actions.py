"""What can be done with letters, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_LETTERS = ("record", "letters")

LETTERS: tuple[Action, ...] = (
    Action("letters.in", mark("Letters in"), *_LETTERS, shortcut="Alt+1", icon="inbox"),
    Action("letters.out", mark("Letters out"), *_LETTERS, shortcut="Alt+2", icon="send"),
    Action(
        "letter.receive",
        mark("A letter came in"),
        *_LETTERS,
        shortcut="Ctrl+Shift+I",
        icon="mail",
        letter="i",
        tip=mark("Write down a letter that came in, and give it its number"),
    ),
    Action(
        "letter.write",
        mark("Write a letter"),
        *_LETTERS,
        shortcut="Ctrl+N",
        icon="pencil",
        letter="n",
    ),
    Action("letter.open", mark("Open"), *_LETTERS, icon="eye", letter="o"),
    Action(
        "letter.answer",
        mark("Answer…"),
        *_LETTERS,
        shortcut="Ctrl+R",
        icon="arrow-back-up",
        letter="a",
        tip=mark("Write a letter to the sender, in the same thread, with its references"),
    ),
    Action("letter.save", mark("Save draft"), *_LETTERS, shortcut="Ctrl+S", icon="device-floppy"),
    Action("letter.approve", mark("Approve"), *_LETTERS, icon="circle-check"),
    Action(
        "letter.issue",
        mark("Issue letter"),
        *_LETTERS,
        shortcut="Ctrl+Return",
        also="Ctrl+Enter",
        icon="check",
        tip=mark("Give it its number and freeze its paper"),
    ),
    Action(
        "letter.send",
        mark("Left the house…"),
        *_LETTERS,
        shortcut="Ctrl+Shift+D",
        icon="truck",
        letter="s",
        tip=mark("Note how it was sent, with its tracking number and postage, as a proof"),
    ),
    Action("letter.assign", mark("Put into somebody's hands…"), *_LETTERS, icon="user", letter="h"),
    Action("letter.no-reply", mark("Needs no reply…"), *_LETTERS, icon="ban", letter="r"),
    Action("letter.file", mark("Put away"), *_LETTERS, icon="archive", letter="f"),
    Action("letter.copy", mark("Copy as draft"), *_LETTERS, icon="copy", letter="c"),
    Action("letter.void", mark("Void…"), *_LETTERS, icon="circle-x"),
    Action("letter.discard", mark("Discard"), *_LETTERS, icon="trash", letter="x"),
    Action("letter.print", mark("Print…"), *_LETTERS, "Ctrl+P", icon="printer", letter="p"),
    Action(
        "letter.proof",
        mark("Proof of dispatch…"),
        *_LETTERS,
        icon="shield-check",
        letter="e",
        tip=mark("Show the sheet that proves when and how exactly this paper left the house"),
    ),
    Action(
        "letter.link",
        mark("What it is about…"),
        *_LETTERS,
        "Ctrl+Shift+L",
        icon="link",
        letter="l",
        tip=mark("Link its thread to a contact, an invoice, a document"),
    ),
    Action(
        "letter.document",
        mark("Go to document"),
        *_LETTERS,
        icon="archive",
        letter="d",
        is_apart=True,
    ),
    Action(
        "letter.contact",
        mark("Go to the contact"),
        *_LETTERS,
        shortcut="Ctrl+J",
        icon="users",
        letter="u",
    ),
    Action("letter.body", mark("Go to the text"), *_LETTERS, "F6", icon="writing"),
)
