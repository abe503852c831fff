"""Arriving: a message from outside, as far as it could be read, before the office heard of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.archive.receiving import Failure, Part
from app.domain.shared.ids import MailId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Rule

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When a mail was sent that does not say so."""
NOT_READ = Rule("mail.not-read", is_warning=True)
TOO_DEEP = Rule("mail.too-deep", is_warning=True)
PARTS_NOT_READ = Rule("mail.parts-not-read", is_warning=True)
TOO_LONG = Rule("mail.too-long", is_warning=True)
"""What is told of a mail that breaks the rules; the message itself is kept whole."""
_ANSWER = re.compile(
    r"^((re|vs|sv|aw|antw|fw|fwd|vl|wg|ตอบ|ส่งต่อ)\s*(\[\d+\])?:\s*)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message whose bytes are safe, and what was read of it; ``odd`` names what was not."""

    sha256: str
    name: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    subject: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    at: datetime = UNDATED
    text: str = ""
    parts: tuple[Part, ...] = ()
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of files or a mailbox: mails that are kept, those told of, and files that failed.

    ``odd`` are kept as well, but not all of them could be read; ``known`` were here before.
    """

    kept: tuple[MailId, ...] = ()
    odd: tuple[MailId, ...] = ()
    failures: tuple[Failure, ...] = ()
    known: tuple[MailId, ...] = ()


def bare(subject: str) -> str:
    """Return a subject without the signs of answers before it."""
    return _ANSWER.sub("", one_line(subject)).strip()
