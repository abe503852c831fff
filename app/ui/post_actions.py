"""What can be done with the post that goes by wire: accounts, rounds, and letters sent by mail."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_LETTERS = ("record", "letters")

POST: tuple[Action, ...] = (
    Action(
        "post.now",
        mark("Send and fetch mails now"),
        "go",
        shortcut="Shift+F5",
        icon="mail-up",
        tip=mark("Hand over every mail that waits, and fetch what is new"),
    ),
    Action("post.accounts", mark("Mail accounts"), *_LETTERS, icon="mail-cog"),
    Action(
        "post.try",
        mark("Try the account"),
        *_LETTERS,
        shortcut="Ctrl+T",
        icon="plug-connected",
        tip=mark("Connect to its servers and log in; nothing is sent and nothing is read"),
    ),
    Action(
        "post.send",
        mark("Send by e-mail…"),
        *_LETTERS,
        shortcut="Ctrl+Alt+D",
        icon="mail-forward",
        tip=mark("Put its frozen paper, with a few words, into the outbox"),
    ),
)
