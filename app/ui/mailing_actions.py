"""What can be done with mailings, their lists, templates and snippets."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_LETTERS = ("record", "letters")

MAILINGS: tuple[Action, ...] = (
    Action("letters.mailings", mark("Mailings"), *_LETTERS, shortcut="Alt+3", icon="mail-forward"),
    Action("letters.lists", mark("Mailing lists"), *_LETTERS, shortcut="Alt+4", icon="users"),
    Action("letters.templates", mark("Templates"), *_LETTERS, shortcut="Alt+5", icon="writing"),
    Action("letters.snippets", mark("Snippets"), *_LETTERS, shortcut="Alt+6", icon="message"),
    Action(
        "mailing.new",
        mark("Write to many…"),
        *_LETTERS,
        shortcut="Ctrl+Shift+M",
        icon="mail-forward",
        tip=mark("One template for a whole mailing list: a numbered letter for each"),
        is_apart=True,
    ),
    Action(
        "mailing.file",
        mark("Save as one file…"),
        *_LETTERS,
        shortcut="Ctrl+Shift+S",
        icon="files",
        tip=mark("All letters of the mailing in one PDF, in the order of names"),
    ),
    Action(
        "mailing.again",
        mark("Write to the skipped"),
        *_LETTERS,
        shortcut="Ctrl+Shift+R",
        icon="refresh",
        tip=mark("A new mailing to those only who were skipped and can get the letter now"),
    ),
)
