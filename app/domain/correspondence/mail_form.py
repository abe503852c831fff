"""What a clerk writes of a mail, and of an account that the office writes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.contacts.contact import EMAIL
from app.domain.correspondence.mail import Mail, MailAccount, Security, Server
from app.domain.shared.ids import ContactId, DocumentId, LetterId, MailAccountId, MailId
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule

HIGHEST_PORT = 65_535
NO_SERVER = Server("", 465)
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
"""Where a line need not be protected: it does not leave this machine."""

WITHOUT_ACCOUNT = Rule("mail.without-account")
WITHOUT_RECIPIENT = Rule("mail.without-recipient")
WRONG_ADDRESS = Rule("mail.wrong-address", "address")
WITHOUT_SUBJECT = Rule("mail.without-subject", is_warning=True)
WITHOUT_NAME = Rule("mail.without-name")
WITHOUT_SERVER = Rule("mail.without-server")
WRONG_PORT = Rule("mail.wrong-port", "port")
UNPROTECTED = Rule("mail.unprotected", "host")


@dataclass(frozen=True, slots=True)
class MailForm:
    """What a clerk writes of a mail; ``answers`` is the mail that this one answers."""

    account_id: MailAccountId | None = None
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    documents: tuple[DocumentId, ...] = ()
    contact_id: ContactId | None = None
    letter_id: LetterId | None = None
    answers: MailId | None = None

    @property
    def recipients(self) -> tuple[str, ...]:
        """Return every address the mail goes to, each once."""
        return tuple(dict.fromkeys((*self.to, *self.cc, *self.bcc)))


@dataclass(frozen=True, slots=True)
class AccountForm:
    """What a clerk writes of a mail account; its password is told apart, and kept nowhere here."""

    name: str = ""
    address: str = ""
    sender: str = ""
    smtp: Server = NO_SERVER
    imap: Server | None = None
    folder: str = "INBOX"


def form_of(mail: Mail) -> MailForm:
    """Return what a clerk may change of a draft."""
    documents = (one.document_id for one in mail.attachments)
    return MailForm(
        mail.account_id,
        mail.to,
        mail.cc,
        mail.bcc,
        mail.subject,
        mail.text,
        tuple(one for one in documents if one is not None),
        mail.contact_id,
        mail.letter_id,
    )


def tidied(form: MailForm) -> MailForm:
    """Return a form as it is kept: every address once, the subject on one line."""
    return replace(
        form,
        to=_addresses(form.to),
        cc=_addresses(form.cc),
        bcc=_addresses(form.bcc),
        subject=one_line(form.subject),
        text=form.text.replace("\r\n", "\n").replace("\r", "\n"),
        documents=tuple(dict.fromkeys(form.documents)),
    )


def check(mail: Mail | MailForm) -> tuple[Problem, ...]:
    """Return what stands in the way of sending a mail, or what is written of one."""
    return (
        *(() if mail.account_id else (WITHOUT_ACCOUNT.at("account_id"),)),
        *(() if mail.recipients else (WITHOUT_RECIPIENT.at("to"),)),
        *_wrong("to", mail.to),
        *_wrong("cc", mail.cc),
        *_wrong("bcc", mail.bcc),
        *(() if mail.subject else (WITHOUT_SUBJECT.at("subject"),)),
    )


def tidied_account(form: AccountForm) -> AccountForm:
    """Return what is written of an account as it is kept."""
    return replace(
        form,
        name=one_line(form.name) or one_line(form.address),
        address=one_line(form.address),
        sender=one_line(form.sender),
        smtp=_tidied_server(form.smtp),
        imap=_tidied_server(form.imap) if form.imap else None,
        folder=one_line(form.folder) or "INBOX",
    )


def check_account(form: AccountForm) -> tuple[Problem, ...]:
    """Return every problem of an account."""
    return (
        *(() if form.name else (WITHOUT_NAME.at("name"),)),
        *_wrong("address", (form.address,)),
        *check_printable({"name": form.name, "sender": form.sender}),
        *_check_server("smtp", form.smtp),
        *(_check_server("imap", form.imap) if form.imap else ()),
    )


def form_of_account(account: MailAccount) -> AccountForm:
    """Return what a clerk may change of an account."""
    return AccountForm(
        account.name, account.address, account.sender, account.smtp, account.imap, account.folder
    )


def is_address(text: str) -> bool:
    """Say whether a text is an address that every mail server can deliver to."""
    local, _at, domain = text.rpartition("@")
    try:
        named = domain.encode("idna")
    except UnicodeError:
        return False
    return bool(EMAIL.fullmatch(text)) and local.isascii() and bool(named) and len(text) <= 254


def _addresses(texts: tuple[str, ...]) -> tuple[str, ...]:
    split = (part for text in texts for part in some_lines(text.replace(";", ",")).split(","))
    tidy = (one_line(part) for part in split)
    return tuple(dict.fromkeys(part for part in tidy if part))


def _wrong(name: str, addresses: tuple[str, ...]) -> Iterator[Problem]:
    for address in addresses:
        if not is_address(address):
            yield WRONG_ADDRESS.at(name, address=address)


def _tidied_server(server: Server) -> Server:
    return replace(server, host=one_line(server.host).casefold(), user=one_line(server.user))


def _check_server(name: str, server: Server) -> Iterator[Problem]:
    if not server.host or not server.host.isprintable() or " " in server.host:
        yield WITHOUT_SERVER.at(f"{name}.host")
    if not 1 <= server.port <= HIGHEST_PORT:
        yield WRONG_PORT.at(f"{name}.port", port=server.port)
    if server.security is Security.NONE and server.host not in LOCAL_HOSTS:
        yield UNPROTECTED.at(f"{name}.security", host=server.host)
