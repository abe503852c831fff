"""Composing: a mail as the message that travels, all of it in plain ASCII lines.

The heads are written here and not by the policies of ``email``: where these fold a long line of
words that are not ASCII, they lose the blanks between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from email import policy
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from app.domain.correspondence.mail import Mail, MailAccount, MailAttachment
from app.domain.shared.lines import one_line

_POLICY = policy.SMTP.clone(cte_type="7bit")
_MEDIA_TYPE = re.compile(r"([a-z0-9!#$&^_.+-]{1,60})/([a-z0-9!#$&^_.+-]{1,60})")
_WHOLE = frozenset({"message", "multipart"})
"""Kinds whose bytes may not be encoded; they travel as plain bytes."""
_UNKNOWN = "application", "octet-stream"
_FOLD = "\r\n "


def composed(
    mail: Mail, account: MailAccount, at: datetime, contents: Sequence[bytes] = ()
) -> bytes:
    """Return a mail with its attachments as one message; who gets a blind copy is not in it."""
    message = EmailMessage(policy=_POLICY)
    message.set_content(mail.text, cte="quoted-printable")
    _attach(message, zip(mail.attachments, contents, strict=True))
    heads = "".join(f"{name}: {value}\r\n" for name, value in _heads(mail, account, at))
    return heads.encode("ascii") + message.as_bytes()


def on_the_wire(address: str) -> str:
    """Return an address as mail servers name it: its domain in ASCII."""
    local, _at, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}"


def _heads(mail: Mail, account: MailAccount, at: datetime) -> Iterator[tuple[str, str]]:
    yield "From", _sender(account)
    for name, addresses in (("To", mail.to), ("Cc", mail.cc)):
        if addresses:
            yield name, f",{_FOLD}".join(map(on_the_wire, addresses))
    yield "Subject", _words(mail.subject, "Subject")
    yield "Date", format_datetime(at)
    yield "Message-ID", mail.message_id
    if mail.in_reply_to:
        yield "In-Reply-To", mail.in_reply_to
    if mail.references:
        yield "References", _FOLD.join(mail.references)


def _sender(account: MailAccount) -> str:
    address = on_the_wire(account.address)
    name = one_line(account.sender)
    if name.isascii():
        return formataddr((name, address))
    return f"{_words(name, 'From')}{_FOLD}<{address}>"


def _words(text: str, name: str) -> str:
    """Return words as a head shows them, folded and, where they have to be, encoded."""
    charset = "us-ascii" if text.isascii() else "utf-8"
    return Header(one_line(text), charset, header_name=name).encode(linesep="\r\n")


def _attach(message: EmailMessage, parts: Iterable[tuple[MailAttachment, bytes]]) -> None:
    for part, content in parts:
        found = _MEDIA_TYPE.fullmatch(part.media_type.casefold())
        main, sub = (found[1], found[2]) if found and found[1] not in _WHOLE else _UNKNOWN
        name = one_line(part.name)
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
