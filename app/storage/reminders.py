"""Reminder runs and their letters: planned, changed while they wait, and kept once issued."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from app.domain.reminders.run import (
    KIND,
    RUN,
    LetterState,
    Reminder,
    ReminderItem,
    ReminderRun,
    RunRow,
    RunState,
    RunTerms,
)
from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import (
    ContactId,
    DocumentId,
    InvoiceId,
    ReminderId,
    ReminderRunId,
)
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.lists import slices, whole
from app.storage.reminder_tables import reminder, reminder_item, reminder_run
from app.storage.types import Rows
from app.storage.versioned import replace_row

_LETTER = tuple(field.name for field in fields(Reminder) if field.name != "items")
_ITEM = tuple(field.name for field in fields(ReminderItem))
_ITEMS_AT_ONCE = 200
"""So many letters are written together with what is in them."""


class ReminderStore:
    """Reads and writes runs and their letters on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, new: ReminderRun, letters: Sequence[Reminder]) -> None:
        """Write down a run with all of its letters, and with whom it skips."""
        self._connection.execute(insert(reminder_run), _run_row(new))
        for group in slices(letters, _ITEMS_AT_ONCE):
            self._connection.execute(insert(reminder), [_letter_row(one) for one in group])
            self._add_items(group)
        self._changes.note(f"{RUN}:{new.id}", None, new)

    def save_run(self, before: ReminderRun, after: ReminderRun) -> None:
        """Replace a run; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, reminder_run, before, _run_row(after))
        self._changes.note(f"{RUN}:{after.id}", before, after)

    def save(self, moved: Sequence[tuple[Reminder, Reminder]]) -> None:
        """Replace letters that are not issued yet with what is in them; raises Conflict."""
        for before, after in moved:
            mine = reminder_item.c.reminder_id == before.id
            self._connection.execute(delete(reminder_item).where(mine))
            self._add_items((after,))
            self.move(before, after)

    def move(self, before: Reminder, after: Reminder) -> None:
        """Write where a letter stands; raises NotFound where it is gone or was moved meanwhile."""
        same = (reminder.c.id == before.id, reminder.c.state == before.state)
        row = {name: value for name, value in _letter_row(after).items() if name != "id"}
        changed = reminder.update().where(*same).values(row)
        if self._connection.execute(changed).rowcount != 1:
            raise NotFound(record=KIND, id=before.id)
        self._changes.note(f"{KIND}:{after.id}", before, after)

    def forget_letters(self, run_id: ReminderRunId) -> None:
        """Forget the letters of a run of which none is issued."""
        mine = select(reminder.c.id).where(reminder.c.run_id == run_id)
        self._connection.execute(delete(reminder_item).where(reminder_item.c.reminder_id.in_(mine)))
        self._connection.execute(delete(reminder).where(reminder.c.run_id == run_id))

    def run(self, run_id: ReminderRunId) -> ReminderRun:
        """Return a run; raises NotFound."""
        wanted = select(reminder_run).where(reminder_run.c.id == run_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record=RUN, id=run_id)
        return _run_of(found)

    def runs(self, only: ReminderRunId | None = None) -> tuple[RunRow, ...]:
        """Return every run that was not discarded with its counts, the newest first; or one."""
        wanted = select(reminder_run).order_by(reminder_run.c.id.desc())
        if only is None:
            wanted = wanted.where(reminder_run.c.state != RunState.DISCARDED)
        else:
            wanted = wanted.where(reminder_run.c.id == only)
        runs = [_run_of(row) for row in whole(self._connection, wanted)]
        counts, claims = self._sums(only)
        return tuple(
            RunRow(one, counts.get(one.id, {}), tuple(sorted(claims.get(one.id, {}).items())))
            for one in runs
        )

    def letters(
        self, run_id: ReminderRunId, state: LetterState | None = None, most: int | None = None
    ) -> tuple[Reminder, ...]:
        """Return the letters of a run in its order: all, or the first that stand so."""
        wanted: Rows = _letters().where(reminder.c.run_id == run_id)
        if state is not None:
            wanted = wanted.where(reminder.c.state == state)
        return self._whole(wanted.order_by(reminder.c.position).limit(most))

    def get_all(self, ids: Collection[ReminderId]) -> tuple[Reminder, ...]:
        """Return these letters in order; what is gone is left out."""
        found: dict[int, Reminder] = {}
        for group in slices(ids):
            wanted = _letters().where(reminder.c.id.in_(group))
            found.update((one.id, one) for one in self._whole(wanted))
        return tuple(found[one] for one in ids if one in found)

    def of(
        self, *, invoice: InvoiceId | None = None, contact: ContactId | None = None
    ) -> tuple[Reminder, ...]:
        """Return the letters that were issued about an invoice or to a customer, newest first."""
        wanted = _letters().where(reminder.c.number.is_not(None))
        if invoice is not None:
            about = select(reminder_item.c.reminder_id).where(
                reminder_item.c.invoice_id == invoice, reminder_item.c.code == ""
            )
            wanted = wanted.where(reminder.c.id.in_(about))
        if contact is not None:
            wanted = wanted.where(reminder.c.contact_id == contact)
        return self._whole(wanted.order_by(reminder.c.issued_on.desc(), reminder.c.id.desc()))

    def _add_items(self, letters: Iterable[Reminder]) -> None:
        rows = [
            _item_row(one, letter.id, place)
            for letter in letters
            for place, one in enumerate(letter.items)
        ]
        if rows:
            self._connection.execute(insert(reminder_item), rows)

    def _whole(self, wanted: Rows) -> tuple[Reminder, ...]:
        rows = self._connection.execute(wanted).all()
        items: dict[int, list[ReminderItem]] = {}
        columns = [reminder_item.c.reminder_id, *(reminder_item.c[name] for name in _ITEM)]
        for group in slices([row.id for row in rows]):
            asked: Rows = (
                select(*columns)
                .where(reminder_item.c.reminder_id.in_(group))
                .order_by(reminder_item.c.reminder_id, reminder_item.c.position)
            )
            for row in self._connection.execute(asked):
                items.setdefault(row.reminder_id, []).append(_item_of(row))
        return tuple(_letter_of(row, items.get(row.id, ())) for row in rows)

    def _sums(
        self, only: ReminderRunId | None
    ) -> tuple[dict[int, dict[LetterState, int]], dict[int, dict[str, int]]]:
        """Return the counts and the totals of the letters of each run."""
        total = func.sum(
            reminder.c.principal_minor
            + reminder.c.interest_minor
            + reminder.c.fee_minor
            - reminder.c.credit_minor
        )
        wanted: Rows = select(
            reminder.c.run_id, reminder.c.state, reminder.c.currency, func.count(), total
        ).group_by(reminder.c.run_id, reminder.c.state, reminder.c.currency)
        if only is not None:
            wanted = wanted.where(reminder.c.run_id == only)
        counts: dict[int, dict[LetterState, int]] = {}
        claims: dict[int, dict[str, int]] = {}
        for run_id, state, currency, count, minor in self._connection.execute(wanted):
            mine = counts.setdefault(run_id, {})
            mine[state] = mine.get(state, 0) + count
            if state in {LetterState.READY, LetterState.ISSUED}:
                sums = claims.setdefault(run_id, {})
                sums[currency] = sums.get(currency, 0) + int(minor)
        return counts, claims


def _letters() -> Rows:
    return select(*(reminder.c[name] for name in _LETTER))


def _run_row(one: ReminderRun) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(ReminderRun)}
    return row | {"terms": plain(one.terms)}


def _run_of(row: Row[Any]) -> ReminderRun:
    return ReminderRun(
        id=ReminderRunId(row.id),
        version=row.version,
        state=row.state,
        day=row.day,
        terms=parsed(RunTerms, row.terms),
        made_by=row.made_by,
        made_at=row.made_at,
    )


def _letter_row(one: Reminder) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _LETTER} | {"number": one.number or None}


def _letter_of(row: Row[Any], items: Sequence[ReminderItem]) -> Reminder:
    told: dict[str, Any] = {name: getattr(row, name) for name in _LETTER}
    document = None if row.document_id is None else DocumentId(row.document_id)
    return Reminder(
        **told | {"number": row.number or "", "document_id": document, "items": tuple(items)}
    )


def _item_row(one: ReminderItem, letter: ReminderId, place: int) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in _ITEM}
    stood = None if one.stood is None else plain(one.stood)
    return row | {"reminder_id": letter, "position": place, "stood": stood}


def _item_of(row: Row[Any]) -> ReminderItem:
    told: dict[str, Any] = {name: getattr(row, name) for name in _ITEM}
    stood: InvoiceStanding | None = (
        None if row.stood is None else parsed(InvoiceStanding, row.stood)
    )
    return ReminderItem(**told | {"stood": stood})
