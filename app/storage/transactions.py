"""Transactions: one writer, snapshots for reading, and no guess about a commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event

from sqlalchemy import Connection, RootTransaction
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as WaitedTooLong

from app.domain.shared.refusals import OfficeError, Unavailable
from app.storage import heads
from app.storage.authorizing import authorize
from app.storage.contents import Contents
from app.storage.database import Place
from app.storage.ending import until
from app.storage.engines import Engines
from app.storage.faults import Busy, NotSaved, OutcomeUnknown
from app.storage.guards import CONTENT_GUARDS, ROW_GUARDS, post_guards
from app.storage.keys import Keys
from app.storage.server_rights import take_on
from app.storage.server_rows import keep_rows
from app.storage.signs import sign_contents, sign_rows
from app.storage.types import contents_metadata, metadata
from app.storage.unit import Unit


class Transactions:
    """The two databases of an open office: ``write`` is the one transaction at a time."""

    def __init__(self, rows: Engines, documents: Engines, keys: Keys, place: Place) -> None:
        self.rows = rows
        self.documents = documents
        self.contents = Contents(documents.writer, documents.reader)
        self.place = place
        self.keys = keys
        self._wrote: tuple[int, str] | None = None

    @contextmanager
    def write(self, rights: frozenset[str] | None = None) -> Iterator[Unit]:
        """Open the write transaction; committed at the end, rolled back on any error.

        It may do what ``rights`` allow; without any said, everything: the house's own work. Raises
        Forbidden, NotSaved when the disk failed at the commit and nothing of it is there, and
        OutcomeUnknown when that could not be seen; never guesses.
        """
        self.place.require_writable()
        with self._connected() as connection:
            authorize(connection, rights)
            transaction = connection.begin()
            take_on(connection, rights)
            unit = self._unit(connection)
            unit.audit.after = self._wrote
            try:
                yield unit
                unit.settle()
            except BaseException:
                _give_up(connection, transaction)
                raise
            self._commit(connection, transaction, unit)
            self._tell(unit.audit.recorded)

    @contextmanager
    def read(
        self, ended: Event | None = None, rights: frozenset[str] | None = None
    ) -> Iterator[Unit]:
        """Open a snapshot; nothing can be written through it, nor read what ``rights`` close.

        Raises Overtaken soon after ``ended`` was set.
        """
        with self.rows.reader.begin() as connection:
            authorize(connection, rights)
            take_on(connection, rights)
            if ended is None:
                yield self._unit(connection)
            else:
                with until(connection, ended) as asked:
                    yield self._unit(asked)

    def create_tables(self, name: str) -> None:
        """Create every table of a new office and write whose they are."""
        with self.documents.writer.begin() as connection:
            contents_metadata.create_all(connection)
            post_guards(connection, CONTENT_GUARDS)
            sign_contents(connection, name)
        with self.rows.writer.begin() as connection:
            metadata.create_all(connection)
            post_guards(connection, ROW_GUARDS)
            keep_rows(connection)
            sign_rows(connection, name)

    def close(self) -> None:
        """Close every connection."""
        for engines in (self.rows, self.documents):
            engines.dispose()

    def _unit(self, connection: Connection) -> Unit:
        return Unit(connection, self.contents, self.keys)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        try:
            connection = self.rows.writer.connect()
        except WaitedTooLong as waited:
            raise Busy(reason=str(waited)) from waited
        with connection:
            yield connection

    def _commit(self, connection: Connection, transaction: RootTransaction, unit: Unit) -> None:
        """Commit; if that fails, look on a fresh connection whether it was saved."""
        try:
            transaction.commit()
        except Unavailable as fault:
            connection.invalidate()
            self.rows.dispose()
            if not self._is_saved(unit, fault):
                raise NotSaved(**fault.facts, cause=fault.code) from fault

    def _tell(self, mark: tuple[int, str] | None) -> None:
        """Remember the last row that was committed, and tell it beside the office."""
        if mark is not None:
            self._wrote = mark
            if self.rows.file is not None:
                heads.tell(self.rows.file.path.parent, *mark)

    def _is_saved(self, unit: Unit, fault: Unavailable) -> bool:
        if (mark := unit.audit.recorded) is None:
            raise OutcomeUnknown(**fault.facts, cause=fault.code) from fault
        try:
            with self.read() as later:
                return later.audit.holds(*mark)
        except (OfficeError, SQLAlchemyError) as again:
            seq, proof = mark
            told = {**fault.facts, "cause": fault.code, "seq": seq, "proof": proof}
            raise OutcomeUnknown(**told) from again


def _give_up(connection: Connection, transaction: RootTransaction) -> None:
    """Roll back; a connection that cannot even do that is thrown away, which rolls back too."""
    try:
        transaction.rollback()
    except (OfficeError, SQLAlchemyError):
        with suppress(OfficeError, SQLAlchemyError):
            connection.invalidate()
