"""Sentences about mails that did not go, and what became of them."""

from __future__ import annotations

from app.lang.sentences.parts import Parts
from app.lang.texts import mark

_WAITS = mark("The mail waits in the outbox and is tried again by itself.")
_ASK = mark("Ask the receiver, then mark the mail as sent or send it again.")
_ADDRESS = mark("Write an address such as anna@example.com.")
_KEPT = mark("The whole message is kept as it came.")

SENTENCES = {
    "mail.nothing-filed": Parts(
        mark("{paper} cannot go out by e-mail yet."),
        mark("Nothing of it is filed: it has no number."),
        mark("Issue or send it first."),
    ),
    "mail.line-down": Parts(
        mark("The mail server {host} does not answer."),
        mark("The network is down, or the server's name or port is wrong."),
        _WAITS,
    ),
    "mail.no-such-host": Parts(
        mark("There is no mail server called {host}."),
        mark("Its name is misspelt, or the provider has given it up."),
        mark("Correct the server's name in the mail account."),
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
    "mail.interrupted": Parts(
        mark("Backdesk ended while this mail was being sent."),
        mark("Nobody can tell whether the server took it."),
        _ASK,
    ),
    "mail.without-account": Parts(
        mark("No account is chosen that the mail goes out from."),
        "",
        mark("Choose one, or add one under Mail accounts."),
    ),
    "mail.without-recipient": Parts(mark("The mail has no recipient."), "", _ADDRESS),
    "mail.wrong-address": Parts(
        mark("“{address}” is not an e-mail address that a mail can be sent to."), "", _ADDRESS
    ),
    "mail.without-subject": Parts(mark("The mail has no subject."), "", ""),
    "mail.without-name": Parts(
        mark("The account has no name."), "", mark("Write the name under which you find it.")
    ),
    "mail.without-server": Parts(
        mark("The name of the mail server is missing."),
        "",
        mark("Write it as your mail provider tells it, for example smtp.example.com."),
    ),
    "mail.wrong-port": Parts(
        mark("{port} is not a port."), "", mark("Ports go from 1 to 65535; usual is 465.")
    ),
    "mail.unprotected": Parts(
        mark("The line to {host} would not be protected."),
        mark("Anybody on the way could read the password and the mails."),
        mark("Choose TLS or STARTTLS."),
    ),
    "mail.not-read": Parts(
        mark("This mail breaks the rules for mails and could not be read."), "", _KEPT
    ),
    "mail.too-deep": Parts(
        mark("The parts of this mail lie too deep in each other to be read."), "", _KEPT
    ),
    "mail.too-long": Parts(
        mark("This mail says more than anybody reads; only its beginning is shown."), "", _KEPT
    ),
    "mail.parts-not-read": Parts(
        mark("The attachments of this mail could not be taken out of it."), "", _KEPT
    ),
    "mail.too-large": Parts(
        mark("{file} holds a mail of more than {most} MiB."),
        mark("No mail server sends any that large."),
        mark("Check that the file is a mail or a mailbox."),
    ),
    "mail.no-folder": Parts(
        mark("The mailbox on {host} has no folder “{folder}” that can be read."),
        "",
        mark("Write the folder's name as the server knows it; usual is INBOX."),
    ),
    "mail.letter-under-way": Parts(
        mark("{number} is in the outbox already, to {to}."),
        mark("The receiver would get it twice."),
        mark("Wait until it is sent, or take the mail back from the outbox."),
    ),
    "mail.outcome-unknown": Parts(
        mark("The line to {host} broke just when the mail had left."),
        mark("Nobody can tell whether the server took it."),
        _ASK,
    ),
}
