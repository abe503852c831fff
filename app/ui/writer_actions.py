"""What can be done while a letter is written, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_LETTERS = ("record", "letters")

WRITER: tuple[Action, ...] = (
    Action("writer.field", mark("Insert a field…"), *_LETTERS, "Ctrl+Shift+F", icon="braces"),
    Action(
        "writer.condition",
        mark("Only if…"),
        *_LETTERS,
        shortcut="Ctrl+Shift+O",
        icon="arrows-split",
        tip=mark("Let the chosen lines stand only where a condition holds"),
    ),
    Action("writer.bold", mark("Bold"), *_LETTERS, icon="bold", is_checkable=True),
    Action("writer.italic", mark("Italic"), *_LETTERS, icon="italic", is_checkable=True),
    Action("writer.underline", mark("Underlined"), *_LETTERS, icon="underline", is_checkable=True),
    Action("writer.text", mark("Ordinary text"), *_LETTERS, "Ctrl+Alt+0", icon="typography"),
    Action("writer.heading", mark("Heading"), *_LETTERS, "Ctrl+Alt+1", icon="heading"),
    Action("writer.subheading", mark("Subheading"), *_LETTERS, "Ctrl+Alt+2"),
    Action("writer.bullets", mark("List"), *_LETTERS, "Ctrl+Shift+8", icon="list"),
    Action("writer.numbers", mark("Numbered list"), *_LETTERS, "Ctrl+Shift+7", icon="list-numbers"),
    Action("writer.left", mark("Keep left"), *_LETTERS, icon="align-left"),
    Action("writer.centre", mark("Centre"), *_LETTERS, icon="align-center"),
    Action("writer.right", mark("Keep right"), *_LETTERS, icon="align-right"),
    Action("writer.table", mark("Insert a table"), *_LETTERS, "Ctrl+Shift+T", icon="table"),
    Action("writer.row", mark("Insert a row"), *_LETTERS, icon="row-insert-bottom"),
    Action("writer.column", mark("Insert a column"), *_LETTERS, icon="column-insert-right"),
    Action("writer.no-row", mark("Remove the row"), *_LETTERS, icon="row-remove"),
    Action("writer.no-column", mark("Remove the column"), *_LETTERS, icon="column-remove"),
    Action(
        "writer.spelling",
        mark("Check the spelling"),
        *_LETTERS,
        shortcut="F7",
        icon="text-spellcheck",
        tip=mark("Go to the next word that no dictionary knows, and choose what is meant"),
    ),
    Action("writer.picture", mark("Insert a picture…"), *_LETTERS, icon="photo"),
    Action(
        "writer.page", mark("Begin a new page"), *_LETTERS, "Ctrl+Shift+Return", icon="page-break"
    ),
)
