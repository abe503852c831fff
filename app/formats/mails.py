"""Mails: who wrote what and when, and what is attached; the pictures of a letterhead are not.

Reads bytes from strangers, so it runs in a process of its own (``parts_of`` is its whole door).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from pathlib import Path
from urllib.parse import unquote

from app.formats.heads import FOREIGN
from app.formats.outlook import MEDIA_TYPE, is_outlook, message_from

LARGEST = 100 << 20
DEEPEST = 10
MOST_PARTS = 500
_SIGNATURES = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-keys",
        "text/vcard",
        "text/x-vcard",
    }
)
_MENTIONED = re.compile(r"""["'(]cid:([^"')>\s]+)""", re.IGNORECASE)
_SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


def is_mail(name: str, media_type: str) -> bool:
    """Say whether a file is a mail, by its name or type."""
    return name.lower().endswith((".eml", ".msg")) or media_type in {"message/rfc822", MEDIA_TYPE}


def parts_of(content: bytes) -> dict[str, object]:
    """Return subject, day (ISO 8601) and attachments of a mail, these with their bytes in base64.

    Raises ValueError for what is no mail, or one that is built to be endless.
    """
    try:
        mail = _parsed(content)
        found = attached(mail)
        return {"subject": str(mail.get("subject", "")), "day": _day(mail), "parts": found}
    except (MessageError, AttributeError, TypeError, AssertionError) as error:
        raise ValueError(str(error)) from error


def parts_in(path: str) -> dict[str, object]:
    """Return what ``parts_of`` does, of a file."""
    return parts_of(Path(path).read_bytes())


def attached(mail: MIMEPart) -> list[dict[str, str]]:
    """Return the attachments of a parsed mail, with their bytes in base64; raises ValueError."""
    return [_told(name, part) for name, part in _attached(mail, 0)]


def _day(mail: MIMEPart) -> str:
    sent = mail.get("date")
    moment = getattr(sent, "datetime", None)
    return moment.date().isoformat() if moment is not None else ""


def _attached(mail: MIMEPart, depth: int) -> Iterator[tuple[str, MIMEPart]]:
    """Yield every attachment with its name, also those of attached mails, whole mails too."""
    if depth > DEEPEST:
        raise ValueError(depth)
    parts = list(_leaves(mail, depth))
    if len(parts) > MOST_PARTS:
        raise ValueError(len(parts))
    mentioned = _mentioned(parts)
    body = _body(parts)
    for number, part in enumerate(parts, 1):
        if part is body or not _is_attachment(part, mentioned):
            continue
        yield _name(part, number), part
        if part.get_content_type() == "message/rfc822":
            for inner in part.iter_parts():
                yield from _attached(inner, depth + 1)
        elif is_outlook(raw := _bytes(part)):
            yield from _attached(_parsed(raw), depth + 1)


def _parsed(content: bytes) -> EmailMessage:
    """Return a mail that may be a file of Outlook; raises ValueError."""
    plain = message_from(content) if is_outlook(content) else content
    return BytesParser(EmailMessage, policy=FOREIGN).parsebytes(plain)


def _bytes(part: MIMEPart) -> bytes:
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _leaves(part: MIMEPart, depth: int) -> Iterator[MIMEPart]:
    """Yield the parts of a mail that hold something; an attached mail is one of them."""
    if depth > DEEPEST:
        raise ValueError(depth)
    if not part.is_multipart() or part.get_content_type() == "message/rfc822":
        yield part
        return
    for inner in part.iter_parts():
        yield from _leaves(inner, depth + 1)


def _body(parts: list[MIMEPart]) -> MIMEPart | None:
    """Return the words of the mail itself: its first text that is not given as a file."""
    for part in parts:
        if part.get_content_maintype() == "text" and not part.is_attachment():
            return part
    return None


def _is_attachment(part: MIMEPart, mentioned: frozenset[str]) -> bool:
    """Say whether a part is a file that somebody sent, and no picture or text of the letter."""
    if part.get_content_type() in _SIGNATURES:
        return False
    if part.get_content_maintype() == "image":
        return _mark(part) not in mentioned
    if part.get_content_maintype() == "text":
        return part.is_attachment() or part.get_filename() is not None
    return True


def _mentioned(parts: list[MIMEPart]) -> frozenset[str]:
    """Return the marks of the pictures that the letter shows within itself."""
    found: set[str] = set()
    for part in parts:
        if part.get_content_type() == "text/html":
            found.update(map(unquote, _MENTIONED.findall(_text(part))))
    return frozenset(found)


def _text(part: MIMEPart) -> str:
    return _bytes(part).decode("utf-8", "replace")


def _mark(part: MIMEPart) -> str:
    return str(part.get("content-id", "")).strip(" <>")


def _name(part: MIMEPart, number: int) -> str:
    if named := part.get_filename():
        return str(named)
    if part.get_content_type() == "message/rfc822":
        inner = next(iter(part.iter_parts()), None)
        subject = str(inner.get("subject", "")) if inner is not None else ""
        return f"{subject or number}.eml"
    return f"{number}{_SUFFIXES.get(part.get_content_type(), '')}"


def _told(name: str, part: MIMEPart) -> dict[str, str]:
    if part.get_content_type() == "message/rfc822":
        inner = next(iter(part.iter_parts()), None)
        raw = inner.as_bytes() if inner is not None else b""
    else:
        raw = _bytes(part)
    return {
        "name": name,
        "media_type": part.get_content_type(),
        "content": base64.b64encode(raw).decode(),
    }
