"""Envelopes: the receiver where sorting machines look, the sender at the top left.

The address keeps 40 mm from the upper edge and 15 mm from the others, as the postal union asks;
the upper right corner stays free for the stamp.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.documents.model import Address, Paper
from app.documents.sheets import Frame, Item, Lines, Sheets, Text, moved
from app.domain.archive.serials import Feed
from app.domain.correspondence.envelopes import Envelope
from app.lang.texts import Say

STAMP = 74.0
EDGE = 15.0
TOP = 40.0
SENDER = (10.0, 8.0)
SENDER_SIZE = 8.5
SIZES = {False: 11.5, True: 12.5}
NOTE_SIZE, NOTE_ROOM = 10.0, 7.0


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: the firm's name and its lines, and the language of the file."""

    say: Say
    name: str
    lines: tuple[str, ...]


def describe(
    receivers: Sequence[Address], kind: Envelope, sender: Sender, feed: Feed | None = None
) -> Sheets:
    """Return one envelope for each receiver; ``feed`` says how far the printer is off."""
    off = feed or Feed()
    say = sender.say
    return Sheets(
        language=say.language,
        name=say.many("{n} envelope", "{n} envelopes", len(receivers)),
        author=sender.name,
        paper=Paper.A4,
        pages=tuple(_page(one, kind, sender, off) for one in receivers),
        size=kind.size,
    )


def _page(receiver: Address, kind: Envelope, sender: Sender, feed: Feed) -> tuple[Item, ...]:
    """Return the sender at the top left, the receiver in the right half, notes above it."""
    width, height = kind.size
    own = Frame(*SENDER, width - STAMP - 2 * SENDER[0], TOP - SENDER[1])
    left, room = width / 2 - 2, width / 2 + 2 - EDGE
    top = max(TOP + NOTE_ROOM * bool(receiver.notes), height * 0.45)
    place = Frame(left, top, room, height - EDGE - top)
    note = Frame(left, top - NOTE_ROOM, room, NOTE_ROOM)
    items: tuple[Item, ...] = (
        Lines(own, (sender.name, *sender.lines), SENDER_SIZE),
        Text(note, " · ".join(receiver.notes), NOTE_SIZE, is_strong=True),
        Lines(place, receiver.lines, SIZES[kind.is_large]),
    )
    return tuple(replace(item, at=moved(item.at, feed)) for item in items)
