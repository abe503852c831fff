"""Presence: who has an office open; told to a second one, and forgotten when a process dies.

The lock of the operating system on ``open.json`` says that somebody is there; what is written in
it says who. It protects nothing: that is SQLite's work.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from app.domain.shared.refusals import Unavailable
from app.storage import platform

OPEN = "open.json"
PATIENCE = 10.0
PAUSE = 0.05


class Wants(Enum):
    """What an office is opened for: a window, a script, or reading only."""

    WINDOW = "window"
    SCRIPT = "script"
    READER = "reader"


class InUse(Unavailable):
    """Somebody else has the office open and may be writing."""

    code = "place.in-use"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the office: a person at a machine, with a window or a script, since a moment."""

    wants: str
    name: str
    machine: str
    since: datetime | None

    def facts(self) -> dict[str, object]:
        """Return what a sentence needs."""
        return {
            "by": self.wants,
            "name": self.name,
            "machine": self.machine,
            "since": self.since,
        }


@dataclass(slots=True)
class Presence:
    """Our stay in an office; ``was_unclean`` if the one before us never said that it left."""

    descriptor: int
    was_unclean: bool

    def leave(self) -> None:
        """Say that we left and let the next one in; leaving twice is allowed."""
        if self.descriptor >= 0:
            with suppress(OSError):
                os.ftruncate(self.descriptor, 0)
            os.close(self.descriptor)
            self.descriptor = -1


def enter(folder: Path, wants: Wants) -> Presence:
    """Be the one who has the office; raises InUse with the facts of who has it.

    A script is waited for a while; a window is not.
    """
    descriptor = os.open(folder / OPEN, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait(folder, descriptor)
        was_unclean = os.fstat(descriptor).st_size > 0
        with suppress(OSError):
            _write(descriptor, wants)
    except BaseException:
        os.close(descriptor)
        raise
    return Presence(descriptor, was_unclean)


def _wait(folder: Path, descriptor: int) -> None:
    """Wait for the lock while a script has it, but not for ever."""
    deadline = time.monotonic() + PATIENCE
    while not platform.lock(descriptor):
        holder = holder_of(folder)
        if holder.wants == Wants.WINDOW.value or time.monotonic() > deadline:
            raise InUse(place=str(folder), **holder.facts())
        time.sleep(PAUSE)


def holder_of(folder: Path) -> Holder:
    """Return who says to have the office; names are unknown while they are being written."""
    try:
        told = json.loads((folder / OPEN).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(told["since"])
        return Holder(str(told["wants"]), str(told["name"]), str(told["machine"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", "?", "?", None)


def _write(descriptor: int, wants: Wants) -> None:
    told: dict[str, Any] = {
        "wants": wants.value,
        "name": platform.user(),
        "machine": platform.machine(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "process": os.getpid(),
    }
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(told).encode())
