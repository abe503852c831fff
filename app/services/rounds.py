"""Rounds: the watched folders of this computer, looked into again and again while one works.

A file is taken in once it has come to rest. Only when the office has it for good, and its copy was
read back, is it moved or deleted where it lay; whoever is killed before that finds it noted as
taken, and only clears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.domain.archive.file_names import written_path
from app.domain.archive.receiving import (
    Afterwards,
    Failure,
    FolderGone,
    IntakeFolder,
    NotCleared,
    Received,
    Stamp,
    StillWritten,
    failure_of,
)
from app.domain.shared.ids import IntakeFolderId
from app.domain.shared.refusals import OfficeError
from app.outside import folders
from app.outside.folders import Lying, Watch, machine
from app.services import receiving
from app.services.office import Office
from app.services.taking import Taking, Way

RESTLESS_LOOKS = 20
"""After so many looks a file that does not come to rest is named in the inbox."""


@dataclass(frozen=True, slots=True)
class FolderState:
    """How a folder was at the last look: when, how many files it gave since, and what failed."""

    folder: IntakeFolder
    is_here: bool
    looked_at: datetime | None = None
    taken: int = 0
    waiting: int = 0
    failures: int = 0
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What one round brought: documents, tables that were written, and each folder's state."""

    received: tuple[Received, ...]
    changed: frozenset[str]
    states: tuple[FolderState, ...]


@dataclass(slots=True)
class _Seen:
    """What is remembered of a folder from one look to the next.

    ``failed`` are the files that failed and as what they lay there: only changed ones are tried
    again. ``troubled`` are the paths that the office knows as troubles of this folder.
    """

    watch: Watch
    taken: dict[str, Stamp]
    troubled: set[str]
    failed: dict[str, tuple[int, int]] = field(default_factory=dict)
    restless: dict[str, int] = field(default_factory=dict)
    count: int = 0


class Rounds:
    """Looks into the watched folders of one office; one thread at a time."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._seen: dict[IntakeFolderId, _Seen] = {}
        self._again = False

    def again(self) -> None:
        """Try at the next look what failed before, though it was not changed."""
        self._again = True

    def look(self) -> Looked:
        """Look into every folder of this computer once; raises what the office refuses."""
        if self._again:
            self._again = False
            for seen in self._seen.values():
                seen.failed.clear()
        known = self._office.ask(receiving.folders)
        self._seen = {one.id: self._seen[one.id] for one in known if one.id in self._seen}
        received: list[Received] = []
        changed: frozenset[str] = frozenset()
        states = []
        for folder in known:
            is_here = folder.form.machine == machine()
            if not is_here or folder.form.is_paused:
                states.append(FolderState(folder, is_here))
                continue
            visit = _Visit(self._office, folder, self._remembered(folder))
            states.append(visit.pay())
            received += visit.received
            changed |= visit.changed
        return Looked(tuple(received), changed, tuple(states))

    def _remembered(self, folder: IntakeFolder) -> _Seen:
        path = Path(folder.form.path)
        seen = self._seen.get(folder.id)
        if seen is None or seen.watch.folder != path:
            troubles = self._office.ask(receiving.troubles)
            mine = {one.path for one in troubles if one.folder_id == folder.id}
            taken = self._office.ask(receiving.taken, folder.id)
            seen = self._seen[folder.id] = _Seen(Watch(path), taken, mine)
        return seen


class _Visit:
    """One look into one folder, with all that follows from it."""

    def __init__(self, office: Office, folder: IntakeFolder, seen: _Seen) -> None:
        self._office = office
        self._folder = folder
        self._seen = seen
        self._taking = Taking(office)
        self._failures: list[Failure] = []
        self._over: set[str] = set()
        self.received: tuple[Received, ...] = ()
        self.changed: frozenset[str] = frozenset()

    def pay(self) -> FolderState:
        """Take in what has come to rest, clear what is taken, and note what failed."""
        try:
            listing, at_rest = self._seen.watch.look()
        except FolderGone as gone:
            self._fail(self._seen.watch.folder, gone)
            self._write(())
            return self._state(waiting=0, is_gone=True)
        self._forget_what_is_gone(listing)
        self._name_the_restless(listing, at_rest)
        for path, error in listing.odd:
            self._fail(path, error)
        fresh = [one for one in at_rest if not self._is_taken(one) and not self._failed(one)]
        self._take(fresh)
        cleared = self._clear(at_rest)
        self._write(cleared)
        waiting = len(listing.files) - len(at_rest)
        return self._state(waiting=waiting, is_gone=False)

    def _take(self, fresh: Sequence[Lying]) -> None:
        if not fresh:
            return
        form = self._folder.form
        outcome = self._taking.lying(fresh, Way(form.kind.origin, folder_id=self._folder.id))
        failed = {failure.path: failure for failure in outcome.failures}
        for one in fresh:
            path = written_path(str(one.path))
            failure = failed.get(path)
            if failure is None:
                self._seen.taken[one.place] = _stamp(self._folder.id, one)
                self._over.add(path)
            elif failure.code != StillWritten.code:
                self._seen.failed[path] = (one.size, one.modified)
                self._note(failure)
        for failure in outcome.failures:
            if not failure.path:
                self._note(failure)
        self.received = outcome.received
        self._seen.count += len(outcome.received)

    def _clear(self, at_rest: Iterable[Lying]) -> tuple[str, ...]:
        """Move or delete what is safe in the archive; return the places that are free now."""
        if self._folder.form.afterwards is Afterwards.LEAVE:
            return ()
        free = []
        for one in at_rest:
            if self._is_taken(one) and not self._failed_to_clear(one) and self._is_safe(one):
                try:
                    self._put_away(one)
                except NotCleared as error:
                    self._seen.failed[f"clear {one.place}"] = (one.size, one.modified)
                    self._fail(one.path, error)
                except StillWritten:
                    del self._seen.taken[one.place]
                else:
                    free.append(one.place)
                    del self._seen.taken[one.place]
        return tuple(free)

    def _put_away(self, one: Lying) -> None:
        if self._folder.form.afterwards is Afterwards.MOVE:
            folders.put_away(one, self._seen.watch.folder)
        else:
            folders.remove(one)

    def _is_safe(self, one: Lying) -> bool:
        """Say whether the archive gives back, byte for byte, what was taken from this place."""
        return self._office.ask(receiving.is_safe, self._folder.id, one.place)

    def _is_taken(self, one: Lying) -> bool:
        return self._seen.taken.get(one.place) == _stamp(self._folder.id, one)

    def _failed(self, one: Lying) -> bool:
        return self._seen.failed.get(written_path(str(one.path))) == (one.size, one.modified)

    def _failed_to_clear(self, one: Lying) -> bool:
        return self._seen.failed.get(f"clear {one.place}") == (one.size, one.modified)

    def _forget_what_is_gone(self, listing: folders.Listing) -> None:
        """End the troubles of files that do not lie there any more, and of the folder itself."""
        there = {written_path(str(one.path)) for one in listing.files}
        there |= {written_path(str(path)) for path, _error in listing.odd}
        self._over |= self._seen.troubled - there

    def _name_the_restless(self, listing: folders.Listing, at_rest: Sequence[Lying]) -> None:
        """Name files that have been growing for long; each is still taken in when it rests."""
        resting = {one.place for one in at_rest}
        before, growing = self._seen.restless, {}
        for one in listing.files:
            if one.place not in resting:
                growing[one.place] = looks = before.get(one.place, 0) + 1
                if looks == RESTLESS_LOOKS:
                    self._fail(one.path, StillWritten(file=one.path.name))
        self._seen.restless = growing

    def _fail(self, path: Path, error: OfficeError) -> None:
        failure = failure_of(str(path), error, self._folder.id)
        if failure.path not in self._seen.troubled:
            self._note(failure)

    def _note(self, failure: Failure) -> None:
        self._failures.append(failure)
        self._over.discard(failure.path)

    def _write(self, cleared: tuple[str, ...]) -> None:
        """Tell the office what failed, what is over and what is cleared, where there is any."""
        seen = self._seen
        if self._failures:
            self._do(receiving.note, tuple(self._failures))
            seen.troubled |= {failure.path for failure in self._failures if failure.path}
        over = tuple(sorted(self._over & seen.troubled))
        if over or cleared:
            self._do(receiving.cleared, self._folder.id, cleared, over)
            seen.troubled -= set(over)
        self.changed |= self._taking.changed

    def _do(self, command: object, *args: object) -> None:
        self.changed |= self._office.do(command, *args).changed  # type: ignore[arg-type]  # one of two

    def _state(self, *, waiting: int, is_gone: bool) -> FolderState:
        return FolderState(
            self._folder,
            is_here=True,
            looked_at=self._office.clock.now(),
            taken=self._seen.count,
            waiting=waiting,
            failures=len(self._seen.troubled),
            is_gone=is_gone,
        )


def _stamp(folder_id: IntakeFolderId, one: Lying) -> Stamp:
    return Stamp(folder_id, one.place, one.size, one.modified)
