"""Merge runs: who is written to in each, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from app.domain.correspondence.merging import (
    KIND,
    ItemState,
    MergeItem,
    MergeRun,
    RunForm,
    RunRow,
    RunState,
)
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ContactId, MailingListId, MergeRunId, TemplateId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.types import Day, EnumText, Id, Instant, Json, Rows, Whole, metadata
from app.storage.versioned import replace_row


class _Run(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[RunState] = Column(EnumText(RunState), nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    list_id: Named[int] = Column(Id, ForeignKey("mailing_list.id"), nullable=False)
    template_id: Named[int] = Column(Id, ForeignKey("letter_template.id"), nullable=False)
    form: Named[Any] = Column(Json, nullable=False)
    first_id: Named[int] = Column(Id, nullable=False)
    made_by: Named[str] = Column(Text, nullable=False)
    made_at: Named[datetime] = Column(Instant, nullable=False)
    dated_on: Named[date | None] = Column(Day)


class _Item(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    run_id: Named[int] = Column(Id, ForeignKey("merge_run.id"), nullable=False)
    position: Named[int] = Column(Whole, nullable=False)
    contact_id: Named[int] = Column(Id, ForeignKey("contact.id"), nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    state: Named[ItemState] = Column(EnumText(ItemState), nullable=False)
    language: Named[str] = Column(Text, nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    facts: Named[Mapping[str, str]] = Column(Json, nullable=False)
    letter_id: Named[int | None] = Column(Id, ForeignKey("letter_out.id"))
    number: Named[str] = Column(Text, nullable=False)


merge_run = Table("merge_run", metadata, _Run)
merge_item = Table("merge_item", metadata, _Item)
Index("ix_merge_run_first", merge_run.c.first_id)
Index("ix_merge_item_place", merge_item.c.run_id, merge_item.c.position, unique=True)
Index("ix_merge_item_state", merge_item.c.run_id, merge_item.c.state, merge_item.c.position)
Index("ix_merge_item_contact", merge_item.c.contact_id)
Index("ix_merge_item_letter", merge_item.c.letter_id)
_MOVED = ("state", "language", "code", "facts", "letter_id", "number")


class MergeStore:
    """Reads and writes merge runs on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, new: MergeRun, items: Sequence[MergeItem]) -> None:
        """Write down a run with all of its receivers."""
        self._connection.execute(insert(merge_run), _row(new))
        for group in slices(items):
            self._connection.execute(insert(merge_item), [_item_row(one) for one in group])
        self._changes.note(f"{KIND}:{new.id}", None, new)

    def save(self, before: MergeRun, after: MergeRun) -> None:
        """Replace a run; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, merge_run, before, _row(after))
        self._changes.note(f"{KIND}:{after.id}", before, after)

    def move(self, items: Sequence[MergeItem]) -> None:
        """Write what became of receivers; raises Conflict where one does not wait any more."""
        ready = merge_item.c.state == ItemState.READY
        moved = (
            update(merge_item)
            .where(merge_item.c.id == bindparam("which"), ready)
            .values({name: bindparam(f"new_{name}") for name in _MOVED})
        )
        for one in items:
            told = {f"new_{name}": getattr(one, name) for name in _MOVED}
            found = self._connection.execute(moved, {"which": one.id, **told})
            if found.rowcount != 1:
                raise Conflict(record=KIND, id=one.run_id)

    def forget_items(self, run_id: MergeRunId) -> None:
        """Forget the receivers of a run that is not issued."""
        self._connection.execute(delete(merge_item).where(merge_item.c.run_id == run_id))

    def get(self, run_id: MergeRunId) -> MergeRun:
        """Return a run; raises NotFound."""
        wanted = select(merge_run).where(merge_run.c.id == run_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record=KIND, id=run_id)
        return _run_of(found)

    def all(self) -> tuple[RunRow, ...]:
        """Return every run that was not discarded with its counts, the newest first."""
        kept = select(merge_run).where(merge_run.c.state != RunState.DISCARDED)
        runs = self._connection.execute(kept.order_by(merge_run.c.id.desc())).all()
        counts = self._counts()
        return tuple(_row_of(_run_of(row), counts.get(row.id, {})) for row in runs)

    def row(self, run_id: MergeRunId) -> RunRow:
        """Return a run with its counts; raises NotFound."""
        return _row_of(self.get(run_id), self._counts(run_id).get(run_id, {}))

    def items(
        self, run_id: MergeRunId, state: ItemState | None = None, most: int | None = None
    ) -> tuple[MergeItem, ...]:
        """Return the receivers of a run in its order: all, or the first who stand so."""
        wanted = _of_run(run_id)
        if state is not None:
            wanted = wanted.where(merge_item.c.state == state)
        return self._found(wanted.limit(most))

    def item(self, run_id: MergeRunId, position: int) -> MergeItem:
        """Return the receiver at a place of a run; raises NotFound."""
        found = self._found(_of_run(run_id).where(merge_item.c.position == position))
        if not found:
            raise NotFound(record=KIND, id=run_id)
        return found[0]

    def skipped(self, first_id: MergeRunId) -> tuple[ContactId, ...]:
        """Return who was skipped in a run and those that followed, and in none got a letter."""
        of = select(merge_item.c.contact_id, merge_item.c.state, merge_item.c.position).join(
            merge_run, merge_run.c.id == merge_item.c.run_id
        )
        wanted = of.where(
            merge_run.c.first_id == first_id, merge_run.c.state != RunState.DISCARDED
        ).order_by(merge_run.c.id, merge_item.c.position)
        left: dict[int, None] = {}
        written: set[int] = set()
        for row in self._connection.execute(wanted):
            if row.state is ItemState.SKIPPED:
                left[row.contact_id] = None
            else:
                written.add(row.contact_id)
        return tuple(ContactId(one) for one in left if one not in written)

    def _found(self, wanted: Rows) -> tuple[MergeItem, ...]:
        return tuple(MergeItem(*row) for row in self._connection.execute(wanted))

    def _counts(self, run_id: MergeRunId | None = None) -> dict[int, dict[ItemState, int]]:
        state = merge_item.c.state
        wanted = select(merge_item.c.run_id, state, func.count().label("of_it"))
        if run_id is not None:
            wanted = wanted.where(merge_item.c.run_id == run_id)
        found: dict[int, dict[ItemState, int]] = {}
        for row in self._connection.execute(wanted.group_by(merge_item.c.run_id, state)):
            found.setdefault(row.run_id, {})[row.state] = row.of_it
        return found


def _of_run(run_id: MergeRunId) -> Rows:
    columns = [merge_item.c[field.name] for field in fields(MergeItem)]
    wanted: Rows = select(*columns).where(merge_item.c.run_id == run_id)
    return wanted.order_by(merge_item.c.position)


def _row(one: MergeRun) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(MergeRun)}
    return row | {"form": plain(one.form)}


def _item_row(one: MergeItem) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(MergeItem)}


def _run_of(row: Row[Any]) -> MergeRun:
    return MergeRun(
        id=MergeRunId(row.id),
        version=row.version,
        state=row.state,
        name=row.name,
        list_id=MailingListId(row.list_id),
        template_id=TemplateId(row.template_id),
        form=parsed(RunForm, row.form),
        first_id=MergeRunId(row.first_id),
        made_by=row.made_by,
        made_at=row.made_at,
        dated_on=row.dated_on,
    )


def _row_of(run: MergeRun, counts: Mapping[ItemState, int]) -> RunRow:
    ready, issued, skipped = (
        counts.get(state, 0) for state in (ItemState.READY, ItemState.ISSUED, ItemState.SKIPPED)
    )
    return RunRow(run, ready, issued, skipped)
