"""Deeds: what was asked of an office and what it changed, as the audit keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.shared.codec import plain


@dataclass(frozen=True, slots=True)
class Deed:
    """What was asked: when, by whom, which command and arguments, and the code if refused."""

    at: datetime
    who: str
    command: str
    arguments: Any
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before means added, None after removed."""

    record: str
    before: Any
    after: Any


@dataclass(slots=True)
class Changes:
    """What the stores of one transaction changed, in order.

    ``watch`` is told each record that was there before, and may refuse what becomes of it.
    """

    noted: list[Change] = field(default_factory=list)
    watch: Callable[[Change], None] | None = None

    def note(self, record: str, before: object, after: object) -> None:
        """Note a record (``contact:123``) as it was and as it is now."""
        change = Change(record, plain(before), plain(after))
        self.noted.append(change)
        if self.watch is not None and before is not None:
            self.watch(change)

    def taken(self) -> Changes:
        """Return what was noted so far, and begin anew: it goes into a row of its own."""
        noted, self.noted = self.noted, []
        return Changes(noted)
