"""Renewal: who is logged in keeps no right that was taken, and gets those that were given."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from app.domain.shared.refusals import Refusal
from app.services.permissions import Actor

EVERY = 1.0
"""So many seconds at most an open office goes by rights that were changed."""


class ShutOut(Refusal):
    """Who asks was shut out by an owner, with the office open."""

    code = "users.shut-out"


class Renewal:
    """Looks a user up again while the office is open; ``look_up`` raises ShutOut."""

    def __init__(
        self, look_up: Callable[[], Actor], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._look_up = look_up
        self._clock = clock
        self._lock = Lock()
        self._looked = clock()

    def of(self, who: Actor) -> Actor:
        """Return who asks with the rights of now, at most a second old; raises ShutOut."""
        with self._lock:
            now = self._clock()
            if now - self._looked < EVERY:
                return who
            found = self._look_up()
            self._looked = now
            return found
