"""Letters that came in: written down, changed with their version, listed; a number stays."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, or_, select, update

from app.domain.correspondence.incoming import OPEN
from app.domain.correspondence.letter import INCOMING, Incoming, IncomingState
from app.domain.correspondence.row import NEWEST_INCOMING, OVERDUE, IncomingRow, IncomingSort
from app.domain.shared.ids import DocumentId, LetterId
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.letter_tables import incoming_of, incoming_row, letter_in
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.sorting import home_of
from app.storage.types import Rows

_SORTED: dict[IncomingSort, ColumnElement[Any]] = {
    IncomingSort.RECEIVED_ON: letter_in.c.received_on,
    IncomingSort.NUMBER: letter_in.c.number,
    IncomingSort.SENDER: letter_in.c.sender_key,
    IncomingSort.REPLY_BY: letter_in.c.reply_by,
}
_ROW = (
    letter_in.c.id,
    letter_in.c.state,
    func.coalesce(letter_in.c.number, "").label("number"),
    letter_in.c.received_on,
    letter_in.c.sender,
    letter_in.c.subject,
    letter_in.c.type_id,
    letter_in.c.via,
    letter_in.c.responsible,
    letter_in.c.reply_by,
    letter_in.c.place,
    letter_in.c.document_id,
)

_OPEN = tuple(state for state in IncomingState if state in OPEN)


class LettersInStore:
    """Reads and writes letters that came in, on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, letter_id: LetterId) -> Incoming:
        """Return a letter; raises NotFound."""
        wanted = select(letter_in).where(letter_in.c.id == letter_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record=INCOMING, id=letter_id)
        return incoming_of(found)

    def add(self, new: Incoming) -> None:
        """Write down a letter that was not there before."""
        self.add_all((new,))
        self._changes.note(f"{INCOMING}:{new.id}", None, new)

    def add_all(self, new: Sequence[Incoming]) -> None:
        """Write down many new letters at once; who does so notes them for the audit."""
        rows = [incoming_row(one, self._country) for one in new]
        self._connection.execute(letter_in.insert(), rows)

    def save(self, before: Incoming, after: Incoming) -> Incoming:
        """Replace a letter and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        same = (letter_in.c.id == before.id, letter_in.c.version == before.version)
        values = incoming_row(saved, self._country)
        del values["id"]
        if self._connection.execute(update(letter_in).where(*same).values(values)).rowcount != 1:
            raise Conflict(record=INCOMING, id=before.id)
        self._changes.note(f"{INCOMING}:{saved.id}", before, saved)
        return saved

    def remove(self, old: Incoming) -> None:
        """Forget a letter that has no number; raises Conflict when it was changed since."""
        same = (letter_in.c.id == old.id, letter_in.c.version == old.version)
        if self._connection.execute(delete(letter_in).where(*same)).rowcount != 1:
            raise Conflict(record=INCOMING, id=old.id)
        self._changes.note(f"{INCOMING}:{old.id}", old, None)

    def spine(
        self,
        view: View = NEWEST_INCOMING,
        among: Collection[int] | None = None,
        today: date | None = None,
    ) -> array[int]:
        """Return the ids of the register in its order; ``among`` keeps only these.

        What is overdue is so on a day: ``today``.
        """
        return found_spine(self._connection, _listed(view, today), letter_in.c.id, among)

    def first(
        self,
        view: View,
        size: int,
        among: Collection[int] | None = None,
        today: date | None = None,
    ) -> array[int]:
        """Return the first ids of the register in its order; ``among`` keeps only these."""
        return found_first(self._connection, _listed(view, today), letter_in.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[IncomingRow, ...]:
        """Return the rows of these letters, in the order asked for; what is gone is left out."""
        found: dict[int, IncomingRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).where(letter_in.c.id.in_(group))
            found.update((row.id, IncomingRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def counts(self) -> dict[IncomingState, int]:
        """Return how many letters stand where."""
        wanted = select(letter_in.c.state, func.count().label("of_it")).group_by(letter_in.c.state)
        return {row.state: row.of_it for row in self._connection.execute(wanted)}

    def waiting(self, before: date | None = None, who: str = "") -> array[int]:
        """Return open letters by the day until which they want an answer, those without it last.

        ``before`` keeps those that were due before a day, ``who`` those of one person.
        """
        is_wanted = letter_in.c.state.in_(_OPEN) if before is None else _late(before)
        wanted = select(letter_in.c.id).where(is_wanted)
        if who:
            wanted = wanted.where(letter_in.c.responsible == who)
        urgent = wanted.order_by(letter_in.c.reply_by.asc().nulls_last(), letter_in.c.id)
        return array("q", self._connection.scalars(urgent))

    @property
    def ways(self) -> WaysIn:
        """The other ways by which letters are found."""
        return WaysIn(self._connection)

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country


class WaysIn:
    """Finds letters that came in by their number and by the documents that they are."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbered(self, number: str) -> LetterId | None:
        """Return the letter that has a number, or none."""
        found = self._connection.scalar(select(letter_in.c.id).where(letter_in.c.number == number))
        return None if found is None else LetterId(found)

    def of_papers(self, documents: Sequence[int]) -> array[int]:
        """Return the letters whose paper is one of these documents, in no order."""
        found = array("q")
        for group in slices(documents):
            wanted = select(letter_in.c.id).where(letter_in.c.document_id.in_(group))
            found.extend(self._connection.scalars(wanted))
        return found

    def late(self, today: date) -> int:
        """Return how many open letters wanted an answer before a day."""
        wanted = select(func.count()).select_from(letter_in).where(_late(today))
        return self._connection.scalar(wanted) or 0

    def letter_of(self, document_id: DocumentId) -> LetterId | None:
        """Return the letter whose paper a document is, or none."""
        found = self.of_papers((document_id,))
        return LetterId(found[0]) if found else None


def _listed(view: View, today: date | None) -> Select[int]:
    asked = view if view.sort else NEWEST_INCOMING
    column = _SORTED[sort_of(IncomingSort, asked.sort, IncomingSort.RECEIVED_ON)]
    wanted = select(letter_in.c.id)
    if view.only:
        wanted = wanted.where(_kept(view.only, today))
    return ordered(wanted, column, letter_in.c.id, asked)


def _kept(names: Sequence[str], today: date | None) -> ColumnElement[bool]:
    """Return what keeps the letters in these states, those overdue among them if asked for."""
    if today is None or OVERDUE not in names:
        return letter_in.c.state.in_(states_of(IncomingState, names))
    others = [name for name in names if name != OVERDUE]
    return or_(_late(today), letter_in.c.state.in_(states_of(IncomingState, others)))


def _late(today: date) -> ColumnElement[bool]:
    return and_(letter_in.c.state.in_(_OPEN), letter_in.c.reply_by < today)
