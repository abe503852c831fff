"""What can be done in the archive, as lines of the table of actions."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_ARCHIVE = ("record", "archive")

ARCHIVE: tuple[Action, ...] = (
    Action(
        "document.take-in",
        mark("Take in files…"),
        *_ARCHIVE,
        shortcut="Ctrl+N",
        icon="upload",
        letter="n",
        tip=mark("File copies into the inbox; dropping files here does the same"),
    ),
    Action("document.paste", mark("Paste into the inbox"), *_ARCHIVE, "Ctrl+V", icon="clipboard"),
    Action("document.open", mark("Open"), *_ARCHIVE, icon="eye", letter="o"),
    Action(
        "document.save",
        mark("Save"),
        *_ARCHIVE,
        shortcut="Ctrl+Return",
        also="Ctrl+Enter",
        icon="check",
        tip=mark("Save the card; what waits in the inbox is filed, and the next one is shown"),
    ),
    Action(
        "document.accept",
        mark("Take up the suggestions"),
        *_ARCHIVE,
        shortcut="Alt+Return",
        also="Alt+Enter",
        icon="circle-check",
        tip=mark("Write all that is surely suggested on the card"),
    ),
    Action("document.pages", mark("Go to the pages"), *_ARCHIVE, "F6", icon="eye"),
    Action(
        "document.source",
        mark("Go to what it belongs to"),
        *_ARCHIVE,
        shortcut="Ctrl+J",
        icon="external-link",
        letter="g",
    ),
    Action(
        "document.print", mark("Print…"), *_ARCHIVE, shortcut="Ctrl+P", icon="printer", letter="p"
    ),
    Action(
        "document.export",
        mark("Export this document…"),
        *_ARCHIVE,
        shortcut="Ctrl+S",
        icon="download",
        letter="e",
    ),
    Action(
        "document.file",
        mark("File away"),
        *_ARCHIVE,
        icon="archive",
        letter="f",
        tip=mark("Take it out of the inbox; a type that seals, seals it"),
        is_apart=True,
    ),
    Action("document.unfile", mark("Back to the inbox"), *_ARCHIVE, icon="inbox", letter="i"),
    Action(
        "document.seal",
        mark("Seal…"),
        *_ARCHIVE,
        icon="shield-check",
        tip=mark("Nobody changes or destroys it before its time; it cannot be undone"),
    ),
    Action(
        "document.take-out",
        mark("Take out"),
        *_ARCHIVE,
        icon="lock",
        letter="t",
        tip=mark("Nobody else makes a new version until it is brought back"),
    ),
    Action("document.bring-back", mark("Bring back"), *_ARCHIVE, icon="lock-open", letter="k"),
    Action("document.trash", mark("Put into the trash"), *_ARCHIVE, icon="trash", letter="x"),
    Action("document.restore", mark("Take back"), *_ARCHIVE, icon="restore", letter="b"),
    Action("archive.inbox", mark("Inbox"), *_ARCHIVE, "Alt+1", icon="inbox", is_apart=True),
    Action("archive.filed", mark("All filed"), *_ARCHIVE, "Alt+2", icon="archive"),
    Action("archive.places", mark("Places of the archive"), *_ARCHIVE, "Alt+3", icon="list"),
    Action(
        "archive.verify",
        mark("Verify the archive"),
        *_ARCHIVE,
        icon="shield-check",
        tip=mark("Read every document again and compare it with what was filed"),
    ),
)
