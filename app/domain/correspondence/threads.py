"""Threads: what belongs together, letter after letter, and the records that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.shared.ids import ContactId, ThreadId


@dataclass(frozen=True, slots=True)
class Thread:
    """One exchange with somebody about one thing; every letter and mail is in one."""

    id: ThreadId
    version: int
    subject: str = ""
    contact_id: ContactId | None = None


@dataclass(frozen=True, slots=True)
class ThreadItem:
    """A letter or mail of a thread: ``kind`` and ``record_id`` say which one it is.

    ``day`` is the day on which it came or is dated, ``who`` the other side, ``answers`` the record
    that it answers.
    """

    kind: str
    record_id: int
    day: date
    number: str
    who: str
    subject: str
    state: str
    answers: int | None = None
