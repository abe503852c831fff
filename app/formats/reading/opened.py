"""An opened file: how many pages it has, and what stands on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from app.domain.archive.texts import How
from app.domain.shared.refusals import NotFound


class Page(NamedTuple):
    """The text of a page; ``is_picture`` if what it shows has to be read from its picture."""

    text: str
    is_picture: bool = False


class Opened(Protocol):
    """A file whose pages are read one by one."""

    @property
    def how(self) -> How:
        """How its pages are read."""

    @property
    def count(self) -> int:
        """How many pages it has."""

    def page(self, number: int) -> Page:
        """Return what stands on a page."""

    def picture(self, number: int) -> bytes:
        """Return the picture of a page as PNG, fit for reading."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A file that was read at one go."""

    how: How
    texts: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many pages it has: parts of the file that are found by themselves."""
        return len(self.texts)

    def page(self, number: int) -> Page:
        """Return what stands on a page."""
        return Page(self.texts[number])

    def picture(self, number: int) -> bytes:
        """Refuse: its pages are text."""
        raise NotFound(record="picture", id=number)
