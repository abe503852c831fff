"""Mails: who wrote to whom, when and what; attachments are listed by name.

The attachments themselves are handed out by ``app.formats.mails``, as files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser

from app.domain.archive.texts import How
from app.formats.heads import FOREIGN
from app.formats.reading.limits import Enough, Gathered
from app.formats.reading.opened import Whole
from app.formats.reading.plain import decoded
from app.formats.reading.refusals import DamagedFile, NestedTooDeep
from app.formats.reading.web import words_of
from app.formats.text_encoding import encoding_of

MOST_PARTS = 1_000
MOST_DEPTH = 40
_TOLD = ("From", "To", "Cc", "Date", "Subject")
_MISUNDERSTOOD = (ValueError, LookupError, TypeError, AttributeError, MessageError)
"""What Python's reader of mails raises at heads and parts that break the rules."""


def read_mail(raw: bytes) -> Whole:
    """Return the text of a mail: its head, the names of its attachments, what it says."""
    try:
        message = BytesParser(policy=FOREIGN).parsebytes(raw)
    except RecursionError:
        raise NestedTooDeep(most=str(MOST_DEPTH)) from None
    except _MISUNDERSTOOD as error:
        raise DamagedFile(reason=str(error)) from None
    gathered = Gathered()
    try:
        for line in _lines(message):
            gathered.add(f"{line}\n")
    except Enough:
        pass
    return Whole(How.MAIL, gathered.pages())


def text_of(message: Message) -> str:
    """Return what a mail itself says, without its head; raises NestedTooDeep."""
    return "\n\n".join(_said([one for one in _parts(message) if not _is_attached(one)]))


def _lines(message: Message) -> Iterator[str]:
    for name in _TOLD:
        if value := header(message, name):
            yield f"{name}: {value}"
    yield ""
    parts = _parts(message)
    yield from (_name(part) for part in parts if _is_attached(part))
    yield ""
    for words in _said([part for part in parts if not _is_attached(part)]):
        yield f"{words}\n"


def _parts(message: Message) -> list[Message]:
    """Return the parts that hold something, not too many; a mail within a mail is one."""
    found: list[Message] = []
    for part in _leaves(message, 0):
        found.append(part)
        if len(found) == MOST_PARTS:
            break
    return found


def _leaves(message: Message, depth: int) -> Iterator[Message]:
    if depth > MOST_DEPTH:
        raise NestedTooDeep(most=str(MOST_DEPTH))
    if message.get_content_maintype() != "multipart":
        yield message
        return
    payload = message.get_payload()
    for part in payload if isinstance(payload, list) else ():
        if isinstance(part, Message):
            yield from _leaves(part, depth + 1)


def _is_attached(part: Message) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return part.get_content_disposition() == "attachment" or not is_text


def _said(parts: list[Message]) -> list[str]:
    """Return what the mail itself says: its plain text, or its HTML where there is none."""
    plain = [_words(part) for part in parts if part.get_content_type() == "text/plain"]
    return [words for words in plain if words] or [_words(part) for part in parts]


def _words(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
    except _MISUNDERSTOOD:
        payload = None
    raw = payload if isinstance(payload, bytes) else b""
    text = decoded(raw, part.get_content_charset() or encoding_of(raw))
    return words_of(text) if part.get_content_type() == "text/html" else text.strip()


def _name(part: Message) -> str:
    """Return the name of an attachment without any path; of a mail within, its subject."""
    try:
        told = part.get_filename() or ""
    except _MISUNDERSTOOD:
        told = ""
    inner = part.get_payload() if part.get_content_maintype() == "message" else None
    if not told and isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return header(inner[0], "Subject")
    return " ".join(told.replace("\\", "/").rpartition("/")[2].split())


def header(message: Message, name: str) -> str:
    """Return a line of the head as text; one that cannot be understood is left out."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except _MISUNDERSTOOD:
        return ""
