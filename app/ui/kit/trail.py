"""The trail: which pages a clerk came along, to go back to them and forward again."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

_LONGEST = 50


class Place(NamedTuple):
    """A page in a module."""

    module: str
    page: QWidget


class Trail:
    """Places in the order they were visited; a page that was closed is stepped over."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._now = -1

    def visit(self, place: Place) -> None:
        """Note where the clerk is; what lay ahead is forgotten when it is somewhere else."""
        if 0 <= self._now < len(self._places) and self._places[self._now] == place:
            return
        self._places[self._now + 1 :] = [place]
        del self._places[:-_LONGEST]
        self._now = len(self._places) - 1

    def step(self, by: int, is_open: Callable[[Place], bool]) -> Place | None:
        """Return the next place back or ahead that is still open, and stand there."""
        here = self._places[self._now] if self._places else None
        place = self._now + by
        while 0 <= place < len(self._places):
            wanted = self._places[place]
            if wanted != here and is_open(wanted):
                self._now = place
                return wanted
            place += by
        return None
