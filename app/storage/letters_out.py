"""Letters of ours: drafts are replaced whole, what was issued keeps its number and its words."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    func,
    select,
)

from app.domain.correspondence.letter import OUTGOING, Outgoing, OutgoingState
from app.domain.correspondence.row import NEWEST_OUTGOING, OutgoingRow, OutgoingSort
from app.domain.shared.ids import LetterId
from app.domain.shared.money import Money
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.dispatches import letter_dispatch
from app.storage.letter_tables import letter_out, outgoing_of, outgoing_row, signatory
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.sorting import home_of
from app.storage.types import Rows
from app.storage.versioned import is_replaced

_SORTED: dict[OutgoingSort, ColumnElement[Any]] = {
    OutgoingSort.DATED_ON: letter_out.c.dated_on,
    OutgoingSort.NUMBER: letter_out.c.number,
    OutgoingSort.ADDRESSEE: letter_out.c.addressee_key,
}
_ROW = (
    letter_out.c.id,
    letter_out.c.state,
    func.coalesce(letter_out.c.number, "").label("number"),
    letter_out.c.dated_on,
    letter_out.c.addressee_name,
    letter_out.c.subject,
    letter_out.c.type_id,
    letter_out.c.channel,
    func.coalesce(signatory.c.name, "").label("signatory"),
    letter_out.c.responsible,
    letter_out.c.document_id,
    letter_dispatch.c.at,
    func.coalesce(letter_dispatch.c.tracking, "").label("tracking"),
    letter_dispatch.c.postage_minor,
    letter_dispatch.c.currency,
)
_DISPATCHES = letter_dispatch.alias()
_LAST = (
    select(func.max(_DISPATCHES.c.position))
    .where(_DISPATCHES.c.letter_id == letter_out.c.id)
    .scalar_subquery()
)
_SHOWN = letter_out.outerjoin(signatory, signatory.c.id == letter_out.c.signatory_id).outerjoin(
    letter_dispatch,
    and_(letter_dispatch.c.letter_id == letter_out.c.id, letter_dispatch.c.position == _LAST),
)


class LettersOutStore:
    """Reads and writes letters of ours, on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, letter_id: LetterId) -> Outgoing:
        """Return a letter; raises NotFound."""
        found = self.get_all((letter_id,))
        if not found:
            raise NotFound(record=OUTGOING, id=letter_id)
        return found[0]

    def get_all(self, ids: Sequence[int]) -> tuple[Outgoing, ...]:
        """Return letters, in the order asked for; what is gone is left out."""
        found: dict[int, Outgoing] = {}
        for group in slices(ids):
            wanted = select(letter_out).where(letter_out.c.id.in_(group))
            found.update((row.id, outgoing_of(row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def add(self, new: Outgoing) -> None:
        """Write down a new draft."""
        self.add_all((new,))
        self._changes.note(f"{OUTGOING}:{new.id}", None, new)

    def add_all(self, new: Sequence[Outgoing]) -> None:
        """Write down many new letters at once; who does so notes them for the audit."""
        rows = [outgoing_row(one, self._country) for one in new]
        self._connection.execute(letter_out.insert(), rows)

    def save(self, before: Outgoing, after: Outgoing) -> Outgoing:
        """Replace a letter and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        row = outgoing_row(saved, self._country)
        if not is_replaced(self._connection, letter_out, before, row):
            raise Conflict(record=OUTGOING, id=before.id)
        self._changes.note(f"{OUTGOING}:{saved.id}", before, saved)
        return saved

    def remove(self, old: Outgoing) -> None:
        """Forget a letter that has no number; raises Conflict when it was changed since."""
        same = (letter_out.c.id == old.id, letter_out.c.version == old.version)
        if self._connection.execute(delete(letter_out).where(*same)).rowcount != 1:
            raise Conflict(record=OUTGOING, id=old.id)
        self._changes.note(f"{OUTGOING}:{old.id}", old, None)

    def spine(
        self, view: View = NEWEST_OUTGOING, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the ids of the register in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), letter_out.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids of the register in its order; ``among`` keeps only these."""
        return found_first(self._connection, _listed(view), letter_out.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[OutgoingRow, ...]:
        """Return the rows of these letters, in the order asked for; what is gone is left out."""
        found: dict[int, OutgoingRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).select_from(_SHOWN).where(letter_out.c.id.in_(group))
            found.update((row[0], _row_of(row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def counts(self) -> dict[OutgoingState, int]:
        """Return how many letters stand where."""
        state = letter_out.c.state
        wanted = select(state, func.count().label("of_it")).group_by(state)
        return {row.state: row.of_it for row in self._connection.execute(wanted)}

    @property
    def ways(self) -> LetterWays:
        """The other ways by which letters are found."""
        return LetterWays(self._connection)

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country


class LetterWays:
    """Finds letters of ours by their number, what they answer and the run that made them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbered(self, number: str) -> LetterId | None:
        """Return the letter that has a number, or none."""
        wanted = select(letter_out.c.id).where(letter_out.c.number == number)
        found = self._connection.scalar(wanted)
        return None if found is None else LetterId(found)

    def answering(self, incoming: Sequence[int]) -> array[int]:
        """Return the letters that answer one of these, in no order."""
        return self._where_in(letter_out.c.answers, incoming)

    def of_run(self, run_id: int) -> array[int]:
        """Return the letters that a merge run made, in the order in which they were made."""
        wanted = select(letter_out.c.id).where(letter_out.c.run_id == run_id)
        return array("q", self._connection.scalars(wanted.order_by(letter_out.c.id)))

    def of_papers(self, documents: Sequence[int]) -> array[int]:
        """Return the letters whose frozen paper is one of these documents, in no order."""
        return self._where_in(letter_out.c.document_id, documents)

    def _where_in(self, column: ColumnElement[Any], values: Sequence[int]) -> array[int]:
        found = array("q")
        for group in slices(values):
            wanted = select(letter_out.c.id).where(column.in_(group))
            found.extend(self._connection.scalars(wanted))
        return found


def _row_of(row: Sequence[Any]) -> OutgoingRow:
    *told, postage, currency = row
    values = (*told, None if postage is None else Money(postage, currency))
    return OutgoingRow(*values)


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_OUTGOING
    column = _SORTED[sort_of(OutgoingSort, asked.sort, OutgoingSort.DATED_ON)]
    wanted = select(letter_out.c.id)
    if view.only:
        wanted = wanted.where(letter_out.c.state.in_(states_of(OutgoingState, view.only)))
    return ordered(wanted, column, letter_out.c.id, asked)
