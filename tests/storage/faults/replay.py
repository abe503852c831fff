"""What a disk remembers, played back up to a power cut: what was not synced may be lost or torn."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
HEAD = struct.Struct("<cIqQ")


@dataclass(frozen=True, slots=True)
class Event:
    """A deed of a process: C)reate, W)rite, T)runcate, S)ync, U)nlink, R)ename."""

    kind: str
    name: str
    offset: int
    content: bytes


@dataclass(slots=True)
class Content:
    """A file: what is on the disk for good, and what was written since the last sync."""

    durable: bytearray
    pending: list[Event] = field(default_factory=list)


def events(record: Path, folder: Path) -> Iterator[Event]:
    """Yield what was recorded, with names relative to the folder ("" is the folder itself)."""
    raw = memoryview(record.read_bytes())
    at = 0
    while at < len(raw):
        kind, size, offset, length = HEAD.unpack_from(raw, at)
        at += HEAD.size
        name = bytes(raw[at : at + size]).decode()
        at += size
        has_content = kind in (b"W", b"R")
        content = bytes(raw[at : at + length]) if has_content else b""
        at += len(content)
        yield Event(kind.decode(), _within(name, folder), offset, content)


def _within(name: str, folder: Path) -> str:
    return name.removeprefix(str(folder)).lstrip("/")


class Disk:
    """A folder on a disk without a battery, as it would be found after a power cut."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            path.name: Content(bytearray(path.read_bytes())) for path in folder.iterdir()
        }
        self._names: dict[str, Content] = dict(self._files)
        self._unsure: list[Event] = []

    def play(self, event: Event) -> None:
        """Let the process do what it did."""
        match event.kind:
            case "C":
                self._files[event.name] = Content(bytearray())
                self._unsure.append(event)
            case "U":
                self._files.pop(event.name, None)
                self._unsure.append(event)
            case "W" | "T":
                self._files[event.name].pending.append(event)
            case "S":
                self._sync(event.name)
            case kind:
                raise ValueError(kind)

    def _sync(self, name: str) -> None:
        """Make a file durable, or the names in the folder; a new file's name goes with it."""
        if not name:
            self._names, self._unsure = dict(self._files), []
            return
        content = self._files[name]
        for event in content.pending:
            _apply(content.durable, event)
        content.pending.clear()
        if all(event.name != name for event in self._unsure):
            return
        self._unsure = [event for event in self._unsure if event.name != name]
        self._names[name] = content

    def as_written(self) -> dict[str, bytes]:
        """Return the files as the process saw them: what a kill would leave."""
        return {name: _whole(content, content.pending) for name, content in self._files.items()}

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files after a power cut: of what was not synced, any part in any order."""
        kept = chance.randint(0, len(self._unsure))
        names = dict(self._names)
        for event in self._unsure[:kept]:
            if event.kind == "U":
                names.pop(event.name, None)
            elif event.name in self._files:
                names[event.name] = self._files[event.name]
        return {
            name: _whole(content, list(_survivors(content.pending, chance)))
            for name, content in names.items()
        }


def _survivors(pending: list[Event], chance: random.Random) -> Iterator[Event]:
    """Yield what reached the disk: each write whole, torn at a sector, or not at all."""
    mood = chance.random()
    for event in pending:
        luck = chance.random()
        if luck < mood:
            yield event
        elif luck < mood + (1 - mood) / 3 and event.kind == "W":
            sectors = chance.randint(0, len(event.content) // SECTOR)
            yield Event("W", event.name, event.offset, event.content[: sectors * SECTOR])


def _whole(content: Content, more: list[Event]) -> bytes:
    image = bytearray(content.durable)
    for event in more:
        _apply(image, event)
    return bytes(image)


def _apply(image: bytearray, event: Event) -> None:
    if event.kind == "T":
        del image[event.offset :]
        image.extend(bytes(event.offset - len(image)))
        return
    end = event.offset + len(event.content)
    if len(image) < event.offset:
        image.extend(bytes(event.offset - len(image)))
    image[event.offset : end] = event.content
