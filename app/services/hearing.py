"""Hearing: whether somebody stopped a piece of work, asked from any thread while it waits."""

from __future__ import annotations

from collections.abc import Callable

from app.services.office import Cancelled, no_progress


class Hearing:
    """Tells how far a piece of work is, and hears whether it is still wanted."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self._progress = progress
        self._told = (0, 0)

    def tell(self, done: int, of: int) -> None:
        """Tell how far it is; raises Cancelled once somebody stopped it."""
        self._told = (done, of)
        self._progress(done, of)

    def is_stopped(self) -> bool:
        """Say whether somebody stopped it."""
        if self._progress is no_progress:
            return False
        try:
            self._progress(*self._told)
        except Cancelled:
            return True
        return False
