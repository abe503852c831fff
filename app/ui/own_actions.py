"""What can be done in the window of self-service, as lines of its own table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_OWN = ("own", "own")

OWN: tuple[Action, ...] = (
    Action("own.file", mark("My data"), *_OWN, shortcut="Alt+1", icon="id"),
    Action("own.pay", mark("My pay"), *_OWN, shortcut="Alt+2", icon="cash"),
    Action("own.leave", mark("My leave"), *_OWN, shortcut="Alt+3", icon="beach"),
    Action("own.away", mark("Who is away"), *_OWN, shortcut="Alt+4", icon="calendar-month"),
    Action("own.hours", mark("My hours"), *_OWN, shortcut="Alt+5", icon="clock"),
    Action(
        "own.finish",
        mark("Finish"),
        *_OWN,
        shortcut="Ctrl+Q",
        also="Ctrl+W",
        icon="logout",
        tip=mark("Close self-service; the office is where it was"),
    ),
    Action("own.pin", mark("Change the PIN…"), *_OWN, shortcut="Ctrl+Shift+P", icon="dialpad"),
    Action(
        "own.ask",
        mark("Ask…"),
        *_OWN,
        shortcut="Ctrl+N",
        icon="send",
        tip=mark("Ask the personnel office"),
    ),
    Action(
        "own.send",
        mark("Send"),
        *_OWN,
        shortcut="Ctrl+Return",
        icon="send",
        tip=mark("Send it to the personnel office"),
    ),
    Action("own.back", mark("Go back"), *_OWN, shortcut="Esc", icon="chevron-left"),
    Action("own.withdraw", mark("Withdraw"), *_OWN, shortcut="Ctrl+D", icon="arrow-back-up"),
    Action(
        "own.paper",
        mark("As it prints"),
        *_OWN,
        shortcut="Ctrl+P",
        icon="file-type-pdf",
        tip=mark("The page as it prints, or the rows again"),
    ),
    Action("own.save", mark("Save as PDF…"), *_OWN, shortcut="Ctrl+S", icon="download"),
    Action("own.print", mark("Print…"), *_OWN, shortcut="Ctrl+Shift+L", icon="printer"),
    Action("own.clock", mark("Clock in or out"), *_OWN, shortcut="Ctrl+Shift+K", icon="clock"),
    Action("own.copy", mark("Copy the week before"), *_OWN, icon="copy"),
    Action(
        "own.submit", mark("Hand in the week"), *_OWN, shortcut="Ctrl+Shift+Return", icon="send"
    ),
    Action("own.earlier", mark("Before"), *_OWN, shortcut="Alt+PgUp", icon="chevron-left"),
    Action("own.later", mark("After"), *_OWN, shortcut="Alt+PgDown", icon="chevron-right"),
)
