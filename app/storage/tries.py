"""Tries: how often a password was wrong; after some, each further one has to be waited for.

The count lies beside the keys, so a new start forgets nothing. What is waited is measured by a
clock that nobody sets, and begins anew with each start, so neither a new start nor another time
of day is a way around. Whoever can change these files can try elsewhere, as often as the stretched
passwords allow.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from app.domain.shared.refusals import Refusal
from app.storage.platform import write_whole
from app.storage.slots import folded

TRIES = "tries.json"
FREE, LONGEST = 5, 900
"""So many wrong passwords cost nothing; then the wait doubles, up to so many seconds."""

_since: dict[tuple[str, str], float] = {}


class TooManyTries(Refusal):
    """The password was wrong too often; ``seconds`` have to pass before it is tried again."""

    code = "keys.too-many-tries"


class Tries:
    """Counts the tries to open one office; ``names`` are those that count for themselves."""

    def __init__(
        self, folder: Path, names: Collection[str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._path = folder / TRIES
        self._names = {folded(one) for one in names}
        self._clock = clock

    def begin(self, name: str) -> None:
        """Count a try before it is made; raises TooManyTries while it has to wait."""
        if (seconds := self.wait(name)) > 0:
            raise TooManyTries(seconds=int(seconds) + 1)
        key = self._key(name)
        self._write(self._counts() | {key: self._counts().get(key, 0) + 1})
        _since[str(self._path), key] = self._clock()

    def succeed(self, name: str) -> None:
        """Forget the tries of a name that came in."""
        counts = self._counts()
        if counts.pop(self._key(name), 0):
            self._write(counts)

    def wait(self, name: str) -> float:
        """Return how many seconds a try has to wait still."""
        key = self._key(name)
        if (failed := self._counts().get(key, 0)) < FREE:
            return 0.0
        began = _since.setdefault((str(self._path), key), self._clock())
        wanted = min(float(LONGEST), 2.0 ** min(failed - FREE, LONGEST))
        return max(0.0, began + wanted - self._clock())

    def _key(self, name: str) -> str:
        return folded(name) if folded(name) in self._names else ""

    def _counts(self) -> dict[str, int]:
        with suppress(OSError, ValueError, AttributeError):
            told = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(one): count for one, count in told.items() if isinstance(count, int)}
        return {}

    def _write(self, counts: dict[str, int]) -> None:
        with suppress(OSError):
            write_whole(self._path, json.dumps(counts, ensure_ascii=False).encode())
