"""Messages: a mail from outside as who wrote what to whom; what cannot be understood is told.

Reads bytes from strangers, so it runs in a process of its own. Nothing is unpacked or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice
from pathlib import Path

from app.domain.correspondence.arriving import (
    NOT_READ,
    PARTS_NOT_READ,
    TOO_DEEP,
    TOO_LONG,
    UNDATED,
)
from app.domain.shared.refusals import Refusal
from app.formats.heads import FOREIGN
from app.formats.mails import attached
from app.formats.outlook import OLE, message_from
from app.formats.reading.mail import header, text_of
from app.formats.reading.refusals import NestedTooDeep

LARGEST = 100 << 20
MOST_RECIPIENTS = 500
MOST_REFERENCES = 100
LONGEST_MARK = 250
LONGEST_ADDRESS = 320
LONGEST_SUBJECT = 1_000
LONGEST_TEXT = 1_000_000
"""So many signs of a mail are kept to be read; its message is kept whatever its length."""
_MARK = re.compile(r"<[^<>\s]+>")
_MISUNDERSTOOD = (
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError),
    MessageError,
)
_FROM = re.compile(rb"From [^\r\n]+\r?\n")


class MailTooLarge(Refusal):
    """A mail is larger than any that is sent: the file is something else."""

    code = "mail.too-large"


def message_of(content: bytes) -> dict[str, object]:
    """Return a message as plain data; ``odd`` names what could not be understood."""
    try:
        plain = message_from(content) if content.startswith(OLE) else content
        mail = BytesParser(EmailMessage, policy=FOREIGN).parsebytes(plain)
    except _MISUNDERSTOOD:
        return {"odd": [NOT_READ.code]}
    odd: list[str] = []
    told: dict[str, object] = {
        "message_id": next(iter(_marks(mail, "Message-ID")), ""),
        "in_reply_to": next(iter(_marks(mail, "In-Reply-To")), ""),
        "references": list(_marks(mail, "References"))[-MOST_REFERENCES:],
        "subject": _clean(header(mail, "Subject"))[:LONGEST_SUBJECT],
        "sender": next(iter(_addresses(mail, "From")), ""),
        "to": _addresses(mail, "To"),
        "cc": _addresses(mail, "Cc"),
        "at": _moment(mail),
        "text": _text(mail, odd),
        "parts": _parts(mail, odd),
    }
    return told | {"odd": odd}


def messages_of(contents: tuple[bytes, ...]) -> list[dict[str, object]]:
    """Return many messages as plain data: a process of its own is not begun for each."""
    return list(map(message_of, contents))


def messages_in(path: Path) -> Iterator[bytes]:
    """Yield the messages of a file: of a mailbox (mbox) each, of any other file itself.

    Raises MailTooLarge, OSError.
    """
    with path.open("rb") as lines:
        first = lines.readline(LARGEST)
        if not _FROM.fullmatch(first):
            yield _bounded(path, first + lines.read(LARGEST))
            return
        message: list[bytes] = []
        size, was_empty = 0, False
        while line := lines.readline(LARGEST):
            if was_empty and _FROM.fullmatch(line):
                yield b"".join(message)
                message, size, was_empty = [], 0, False
                continue
            was_empty = line in {b"\n", b"\r\n"}
            is_quoted = line.startswith(b">") and line.lstrip(b">").startswith(b"From ")
            message.append(line[1:] if is_quoted else line)
            size += len(line)
            if size > LARGEST:
                raise MailTooLarge(file=path.name, most=LARGEST >> 20)
        yield b"".join(message)


def _bounded(path: Path, content: bytes) -> bytes:
    if len(content) > LARGEST:
        raise MailTooLarge(file=path.name, most=LARGEST >> 20)
    return content


def _marks(mail: EmailMessage, name: str) -> tuple[str, ...]:
    found = _MARK.findall(header(mail, name))
    return tuple(one for one in found if one.isascii() and len(one) <= LONGEST_MARK)


def _addresses(mail: EmailMessage, name: str) -> list[str]:
    try:
        found = getaddresses([header(mail, name)])
    except _MISUNDERSTOOD:
        return []
    whole = (_clean(address)[:LONGEST_ADDRESS] for _called, address in found if "@" in address)
    return list(islice(whole, MOST_RECIPIENTS))


def _moment(mail: EmailMessage) -> str:
    try:
        found = parsedate_to_datetime(header(mail, "Date"))
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat()
    except (*_MISUNDERSTOOD, OverflowError):
        return UNDATED.isoformat()


def _text(mail: EmailMessage, odd: list[str]) -> str:
    try:
        text = _clean(text_of(mail))
        if len(text) > LONGEST_TEXT:
            odd.append(TOO_LONG.code)
        return text[:LONGEST_TEXT]
    except NestedTooDeep:
        odd.append(TOO_DEEP.code)
    except _MISUNDERSTOOD:
        odd.append(NOT_READ.code)
    return ""


def _parts(mail: EmailMessage, odd: list[str]) -> list[dict[str, str]]:
    try:
        return [one | {"name": _clean(one["name"])} for one in attached(mail)]
    except _MISUNDERSTOOD:
        odd.append(PARTS_NOT_READ.code)
        return []


def _clean(text: str) -> str:
    """Return a text without what no text holds: zeros, and halves of signs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
