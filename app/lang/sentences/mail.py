"""Sentences about mails that did not go, and what became of them."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

_WAITS = mark("The mail waits in the outbox and is tried again by itself.")

SENTENCES = {
    "mail.line-down": Parts(
        mark("The mail server {host} does not answer."),
        mark("The network is down, or the server's name or port is wrong."),
        _WAITS,
    ),
    "mail.wrong-password": Parts(
        mark("{host} does not accept the password of {user}."),
        mark("Nothing was sent."),
        mark("Write the password of the mail account anew, then send the mail again."),
    ),
    "mail.not-trusted": Parts(
        mark("The mail server {host} cannot prove that it is the one of that name."),
        mark("Somebody may be listening in between, so nothing was sent."),
        mark("Check the server's name in the mail account, or ask who runs it."),
    ),
    "mail.not-protected": Parts(
        mark("The mail server {host} does not protect the line as the account asks."),
        mark("The password would be readable on its way, so nothing was sent."),
        mark("Choose another kind of protection in the mail account."),
    ),
    "mail.refused": Parts(
        mark("The server refused the mail ({answer})."),
        mark("Nothing was sent to anybody."),
        mark("Correct the address or the attachments, then send it again."),
    ),
    "mail.busy": Parts(mark("The server cannot take the mail now ({answer})."), "", _WAITS),
    "mail.line-broke": Parts(
        mark("The line to {host} broke before the mail had left."),
        mark("Nothing was sent."),
        _WAITS,
    ),
    "mail.outcome-unknown": Parts(
        mark("The line to {host} broke just when the mail had left."),
        mark("Nobody can tell whether the server took it."),
        mark("Ask the receiver, then mark the mail as sent or send it again."),
    ),
}
