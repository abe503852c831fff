"""The place that blocks fill: a column of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.documents.pdf.page import MM
from app.documents.pdf.suits import CLASSIC, Suit
from app.documents.pdf.tags import Tag

SIDE = 78 * MM


@dataclass(frozen=True, slots=True)
class Place:
    """A column; ``side`` is the width of what stands at its right edge.

    ``hang`` is how far headings and the words before notes stand left of it; ``closing`` is how
    far in a letter's end begins; ``label`` how wide the words before notes are; ``tall`` is the
    height of a page's body, in which a picture has to fit; ``size`` is that of running text;
    ``tag`` is what its blocks are parts of; ``suit`` what they wear.
    """

    x: float
    width: float
    side: float = SIDE
    hang: float = 0.0
    closing: float = 0.0
    label: float = 0.0
    tall: float = 700.0
    size: float = 10.5
    tag: Tag = field(default_factory=Tag)
    suit: Suit = CLASSIC

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def edge(self) -> float:
        """Where headings begin."""
        return self.x - self.hang
