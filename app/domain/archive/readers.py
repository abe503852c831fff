"""Readers: who may read the documents of a type, or know that a folder is there."""

from __future__ import annotations

from enum import Enum


class Readers(Enum):
    """The circles of readers; each but everyone needs a right of its own, and none holds another.

    What only a circle reads is behind a wall: to anybody else it is not there.
    """

    EVERYONE = "everyone"
    MANAGEMENT = "management"
    PERSONNEL = "personnel"

    @property
    def is_wall(self) -> bool:
        """Say whether not everybody in the archive reads it."""
        return self is not Readers.EVERYONE
