"""What can be done with mails, beside what is done with letters of any kind."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_LETTERS = ("record", "letters")

MAILS: tuple[Action, ...] = (
    Action("letters.mail", mark("Mail"), *_LETTERS, shortcut="Alt+9", icon="at", is_apart=True),
    Action("mail.inbox", mark("Mails that came in"), *_LETTERS, letter="1", icon="inbox"),
    Action("mail.outbox", mark("Mails that wait"), *_LETTERS, letter="2", icon="clock"),
    Action("mail.sent", mark("Mails that were sent"), *_LETTERS, letter="3", icon="send"),
    Action("mail.drafts", mark("Drafts of mails"), *_LETTERS, letter="4", icon="pencil"),
    Action("mail.stuck", mark("Mails in trouble"), *_LETTERS, letter="5", icon="alert-triangle"),
    Action("mail.handled", mark("Mails that are handled"), *_LETTERS, letter="6", icon="check"),
    Action(
        "mail.write",
        mark("Write a mail"),
        *_LETTERS,
        shortcut="Ctrl+Shift+N",
        icon="at",
        letter="m",
        is_apart=True,
    ),
    Action(
        "mail.answer-all",
        mark("Reply to all"),
        *_LETTERS,
        shortcut="Ctrl+Shift+A",
        icon="arrow-back-up",
        letter="g",
        tip=mark("Answer everybody who has the mail, but for our own addresses"),
    ),
    Action(
        "mail.forward",
        mark("Hand on"),
        *_LETTERS,
        shortcut="Ctrl+Alt+F",
        icon="mail-forward",
        letter="v",
        tip=mark("Hand the mail on, with what is attached to it"),
    ),
    Action(
        "mail.register",
        mark("Register as a letter"),
        *_LETTERS,
        shortcut="Ctrl+Alt+I",
        icon="file-import",
        letter="k",
        tip=mark("Write the mail down among the letters that came in, in the same thread"),
    ),
    Action(
        "mail.reopen",
        mark("Back into the inbox"),
        *_LETTERS,
        shortcut="Ctrl+Alt+B",
        icon="inbox",
        tip=mark("Let a mail that was handled wait for somebody again"),
    ),
    Action("mail.unread", mark("Leave unread"), *_LETTERS, icon="mail", letter="q"),
    Action(
        "mail.withdraw",
        mark("Back to the drafts"),
        *_LETTERS,
        icon="restore",
        letter="j",
        tip=mark("Take a mail back that has not left yet"),
    ),
    Action(
        "mail.again",
        mark("Try again now"),
        *_LETTERS,
        icon="refresh",
        letter="z",
        tip=mark("Send the same mail at the next opportunity"),
    ),
    Action(
        "mail.arrived",
        mark("It has arrived"),
        *_LETTERS,
        icon="circle-check",
        tip=mark("Say of a mail that was perhaps sent that the receiver has it"),
    ),
    Action(
        "mail.take",
        mark("Take in mails…"),
        *_LETTERS,
        shortcut="Ctrl+Alt+O",
        icon="file-import",
        tip=mark("Files of mails (.eml, .msg) or whole mailboxes (mbox); dropping does the same"),
        is_apart=True,
    ),
    Action("mail.paste", mark("Paste mails"), *_LETTERS, shortcut="Ctrl+V", icon="clipboard"),
    Action(
        "mail.attach",
        mark("Attach a file…"),
        *_LETTERS,
        shortcut="Ctrl+Shift+P",
        icon="paperclip",
    ),
)
