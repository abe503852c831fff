"""Labels with addresses, on the punched sheets that serial labels are printed on too."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.model import Address
from app.documents.sheets import Frame, Item, Lines, Punched, Sheets, on_labels
from app.domain.archive.serials import Feed
from app.lang.texts import Say

PAD = (4.0, 2.5)
POINTS = 10.5
SMALL = 40.0
"""Labels narrower than this (millimetres) have less of a margin."""


def describe(
    receivers: Sequence[Address], labels: Punched, feed: Feed, imprint: tuple[Say, str]
) -> Sheets:
    """Return a label for each receiver; ``imprint`` is in which words and of which company."""
    say, company = imprint
    name = say.many("{n} address label", "{n} address labels", len(receivers))
    pages = on_labels(receivers, labels, feed, _label)
    return Sheets(say.language, name, company, labels.paper, pages)


def _label(receiver: Address, at: Frame) -> tuple[Item, ...]:
    """Return an address in the middle of the label's height."""
    across, down = (1.0, 0.8) if at.width < SMALL else PAD
    room = Frame(at.x + across, at.y + down, at.width - 2 * across, at.height - 2 * down)
    return (Lines(room, (*receiver.notes, *receiver.lines), POINTS, is_middle=True),)
