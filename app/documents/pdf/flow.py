"""Flow: pieces of a body run down the pages; what belongs together stays together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Protocol

from app.documents.pdf.canvas import Canvas
from app.documents.pdf.tags import Tag

HEADINGS = frozenset({"H2", "H3"})
"""What begins a part of the body."""


class Paint(Protocol):
    """Draws a piece whose top is at a height of the page."""

    def __call__(self, canvas: Canvas, top: float) -> None: ...


class Frame(Protocol):
    """What pieces share: it says what ends a page between two of them and begins the next."""

    @property
    def foot_room(self) -> float: ...

    def foot(self, carried: tuple[str, ...]) -> Sequence[Piece]: ...

    def head(self, carried: tuple[str, ...]) -> Sequence[Piece]: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that no page break divides.

    ``before`` is space above it, left out at the top of a page; ``keep`` holds it on the page of
    the next piece; ``carried`` is what its frame has added up so far;
    ``tag`` says what it is a part of.
    """

    height: float
    paint: Paint
    before: float = 0.0
    keep: bool = False
    frame: Frame | None = None
    carried: tuple[str, ...] = ()
    tag: Tag | None = None

    def show(self, canvas: Canvas, top: float) -> None:
        """Draw the piece as the part of the paper that it is; without one it is furniture."""
        canvas.tag = self.tag
        self.paint(canvas, top)


@dataclass(slots=True)
class Sheet:
    """The pieces of one page and their heights on it."""

    placed: list[tuple[float, Piece]] = field(default_factory=list)
    end: float = 0.0


@dataclass(slots=True)
class Flow:
    """Lays pieces on sheets; the first sheet begins lower, under the head of the letter."""

    first_top: float
    later_top: float
    bottom: float
    sheets: list[Sheet] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sheets.append(Sheet(end=self.first_top))

    def fits(self, height: float) -> bool:
        """Say whether so much room is left on the last sheet."""
        return self.sheets[-1].end + height <= self.bottom

    def begin_sheet(self) -> None:
        """Go on at the top of a new sheet."""
        self.sheets.append(Sheet(end=self.later_top))

    def run(self, pieces: Sequence[Piece], turn: Piece | None = None) -> None:
        """Lay pieces one after the other; the piece to turn at begins a sheet in any case."""
        for group, follower in _groups(pieces):
            if group[0] is turn and self.sheets[-1].placed:
                self._turn(group[0])
            self._lay(group, follower)

    def _lay(self, group: Sequence[Piece], follower: Piece | None) -> None:
        """Lay a group that wants to stay together; one taller than a page is divided after all."""
        sheet = self.sheets[-1]
        needed = sum(piece.before + piece.height for piece in group) + _foot(group[-1], follower)
        if sheet.placed and not self.fits(needed):
            self._turn(group[0])
        elif not sheet.placed and self._is_for_later(group[0]):
            self.begin_sheet()
        for at, piece in enumerate(group):
            after = group[at + 1] if at + 1 < len(group) else follower
            is_turned = self.sheets[-1].placed and not self.fits(
                piece.before + piece.height + _foot(piece, after)
            )
            if at and is_turned:
                self._turn(piece)
            self._place(piece)

    def _is_for_later(self, piece: Piece) -> bool:
        """Say whether a piece fits a page only where the head of the first does not stand."""
        return not self.fits(piece.height) and self.later_top + piece.height <= self.bottom

    def _turn(self, piece: Piece) -> None:
        """End the page before a piece; a frame that goes on says so on both pages."""
        last = self.sheets[-1].placed[-1][1]
        is_going_on = piece.frame is not None and piece.frame is last.frame
        if is_going_on and last.frame:
            for foot in last.frame.foot(last.carried):
                self._place(foot)
        self.begin_sheet()
        if is_going_on and piece.frame:
            for head in piece.frame.head(last.carried):
                self._place(head)

    def _place(self, piece: Piece) -> None:
        sheet = self.sheets[-1]
        top = sheet.end + (piece.before if sheet.placed else 0.0)
        sheet.placed.append((top, piece))
        sheet.end = top + piece.height


def closings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return where a closing page may begin: at the last row of sums that are carried, or later.

    Where another table comes after that row, it is company enough. The first of all pieces is
    none of them, because no page may stay without a body.
    """
    groups = [group for group, _ in _groups(pieces)]
    carrying = [
        at
        for at, group in enumerate(groups)
        if any(piece.frame and piece.frame.foot_room for piece in group)
    ]
    first = carrying[-1] if carrying else len(groups) - 1
    if carrying and any(piece.frame for group in groups[first + 1 :] for piece in group):
        first += 1
    return [group[0] for group in groups[max(first, 1) :]]


def headed(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the last heading before which a page may end, if there is one."""
    groups = [group[0] for group, _ in _groups(pieces)][1:]
    return [one for one in groups if one.tag is not None and one.tag.role in HEADINGS][-1:]


def _foot(piece: Piece, follower: Piece | None) -> float:
    """Return the room that a frame needs below a piece in case the page ends there."""
    if piece.frame is None or follower is None or follower.frame is not piece.frame:
        return 0.0
    return piece.frame.foot_room


def _groups(pieces: Sequence[Piece]) -> list[tuple[list[Piece], Piece | None]]:
    """Return the runs of pieces that stay together, each with the piece after it."""
    groups: list[list[Piece]] = []
    is_open = False
    for piece in pieces:
        if is_open:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        is_open = piece.keep
    followers: list[Piece | None] = [group[0] for group in groups[1:]]
    return list(zip_longest(groups, followers))
