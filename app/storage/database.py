"""The database of an office: what may be done in it, connected when it is needed first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from threading import Event, Lock
from typing import TYPE_CHECKING, Protocol

from app.domain.shared.refusals import OfficeError
from app.storage.files import File

if TYPE_CHECKING:
    # These load SQLAlchemy, which the first list of a window does not wait for.
    from app.storage.contents import Contents
    from app.storage.engines import Engines
    from app.storage.keybook import KeyBook
    from app.storage.keys import Keys
    from app.storage.transactions import Transactions
    from app.storage.unit import Unit


class Place(Protocol):
    """Where an office lies: a folder or a server."""

    def note(self, fault: OfficeError) -> None:
        """Hear of a fault; a full disk ends writing until there is room again."""

    def require_writable(self) -> None:
        """Raise Unavailable when nothing may be written now."""

    def read_only_facts(self) -> Mapping[str, object] | None:
        """Return why nothing may be written, or none when it may."""

    @property
    def was_unclean(self) -> bool:
        """Say whether whoever had the office before died in it; then it wants a check."""

    def leave(self) -> None:
        """Let others have the place."""


class Database:
    """One open office: ``write`` for the one transaction at a time, ``read`` for snapshots.

    SQLAlchemy and its engines come with the first of them; ``file`` is what the driver alone can
    read before, where the office lies in a folder; ``book`` keeps the keys.
    """

    def __init__(
        self,
        connect: Callable[[], Transactions],
        place: Place,
        book: KeyBook,
        file: File | None = None,
    ) -> None:
        self.place = place
        self.file = file
        self.book = book
        self._connect = connect
        self._connecting = Lock()
        self._connected: Transactions | None = None

    @property
    def rows(self) -> Engines:
        """The connections to the rows."""
        return self._transactions().rows

    @property
    def documents(self) -> Engines:
        """The connections to the contents of documents."""
        return self._transactions().documents

    @property
    def contents(self) -> Contents:
        """The contents of documents."""
        return self._transactions().contents

    @property
    def keys(self) -> Keys:
        """The keys with which the office was opened."""
        return self._transactions().keys

    @property
    def is_read_only(self) -> bool:
        """Say whether commands have to be refused now."""
        return self.place.read_only_facts() is not None

    @property
    def read_only_facts(self) -> Mapping[str, object]:
        """Return why nothing may be written: ``why``, and who has the office since when."""
        return self.place.read_only_facts() or {}

    def write(self, rights: frozenset[str] | None = None) -> AbstractContextManager[Unit]:
        """Open the write transaction; committed at the end, rolled back on any error.

        It may do what ``rights`` allow; without any said, everything: the house's own work. Raises
        Forbidden, NotSaved when the disk failed at the commit and nothing of it is there, and
        OutcomeUnknown when that could not be seen; never guesses.
        """
        return self._transactions().write(rights)

    def read(
        self, ended: Event | None = None, rights: frozenset[str] | None = None
    ) -> AbstractContextManager[Unit]:
        """Open a snapshot; nothing can be written through it, nor read what ``rights`` close.

        Raises Overtaken soon after ``ended`` was set: nobody waits for the answer any more.
        """
        return self._transactions().read(ended, rights)

    def create_tables(self, name: str) -> None:
        """Create every table of a new office and write whose they are."""
        self._transactions().create_tables(name)

    def close(self) -> None:
        """Close every connection and let others have the place."""
        with self._connecting:
            if self._connected is not None:
                self._connected.close()
        self.place.leave()

    def _transactions(self) -> Transactions:
        with self._connecting:
            if self._connected is None:
                self._connected = self._connect()
            return self._connected
