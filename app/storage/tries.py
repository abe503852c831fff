"""Tries: how often a password was wrong; after some, each further one has to be waited for.

The count lies beside the keys, in the folder or on the server, so a new start forgets nothing.
What is waited is measured by a clock that nobody sets, and begins anew with each start, so neither
a new start nor another time of day is a way around. Whoever can change what is counted can try
elsewhere, as often as the stretched passwords allow.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from app.domain.shared.refusals import Refusal
from app.storage.platform import write_whole
from app.storage.slots import folded

TRIES = "tries.json"
FREE, LONGEST = 5, 900
"""So many wrong passwords cost nothing; then the wait doubles, up to so many seconds."""

_since: dict[tuple[str, str], float] = {}
_unwritten: dict[str, dict[str, int]] = {}


class TooManyTries(Refusal):
    """The password was wrong too often; ``seconds`` have to pass before it is tried again."""

    code = "keys.too-many-tries"


class Tally(Protocol):
    """Where the tries of an office are counted: in its folder, or in a table of its server."""

    @property
    def name(self) -> str:
        """What the office is known by on this machine."""

    def counts(self) -> dict[str, int]:
        """Return how often each name was tried in vain."""

    def put(self, key: str, count: int) -> None:
        """Keep how often a name was tried in vain; none forgets it."""


class FolderTally:
    """The count beside the keys of an office in a folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / TRIES
        self.name = str(self._path)

    def counts(self) -> dict[str, int]:
        """Return how often each name was tried in vain."""
        with suppress(OSError):
            return counts_of(self._path.read_bytes())
        return {}

    def put(self, key: str, count: int) -> None:
        """Keep how often a name was tried in vain; none forgets it."""
        kept = {**self.counts(), key: count}
        with suppress(OSError):
            write_whole(self._path, text_of_counts(kept).encode())


class BackupTally(FolderTally):
    """The count beside backups while there is any; in this process where nothing can be written."""

    def counts(self) -> dict[str, int]:
        """Return how often each name was tried in vain."""
        return super().counts() | _unwritten.get(self.name, {})

    def put(self, key: str, count: int) -> None:
        """Keep how often a name was tried in vain; none forgets it."""
        _unwritten.setdefault(self.name, {}).pop(key, None)
        super().put(key, count)
        if super().counts().get(key, 0) != count:
            _unwritten[self.name][key] = count
        elif not any(self.counts().values()):
            with suppress(OSError):
                self._path.unlink()


def counts_of(text: bytes | str) -> dict[str, int]:
    """Return the counts that a text holds; of one that was spoilt, none."""
    with suppress(ValueError, AttributeError):
        told = json.loads(text)
        return {str(one): count for one, count in told.items() if isinstance(count, int)}
    return {}


def text_of_counts(counts: dict[str, int]) -> str:
    """Return counts as text, without those that are none."""
    return json.dumps({one: count for one, count in counts.items() if count}, ensure_ascii=False)


class Tries:
    """Counts the tries to open one office; ``names`` are those that count for themselves."""

    def __init__(
        self, tally: Tally, names: Collection[str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tally = tally
        self._names = {folded(one) for one in names}
        self._clock = clock

    def begin(self, name: str) -> None:
        """Count a try before it is made; raises TooManyTries while it has to wait."""
        if (seconds := self.wait(name)) > 0:
            raise TooManyTries(seconds=int(seconds) + 1)
        key = self._key(name)
        self._tally.put(key, self._tally.counts().get(key, 0) + 1)
        _since[self._tally.name, key] = self._clock()

    def succeed(self, name: str) -> None:
        """Forget the tries of a name that came in."""
        key = self._key(name)
        if self._tally.counts().get(key, 0):
            self._tally.put(key, 0)

    def take_back(self, name: str) -> None:
        """Count the try that was begun last no more: nothing was tried."""
        key = self._key(name)
        if count := self._tally.counts().get(key, 0):
            self._tally.put(key, count - 1)

    def wait(self, name: str) -> float:
        """Return how many seconds a try has to wait still."""
        key = self._key(name)
        if (failed := self._tally.counts().get(key, 0)) < FREE:
            return 0.0
        began = _since.setdefault((self._tally.name, key), self._clock())
        wanted = min(float(LONGEST), 2.0 ** min(failed - FREE, LONGEST))
        return max(0.0, began + wanted - self._clock())

    def _key(self, name: str) -> str:
        return folded(name) if folded(name) in self._names else ""
