"""Counts: how many documents lie in each place, kept with every change so that none is counted.

What a transaction moved is written once, at its end and in the order of the rows: so two that file
at once on a server never wait for each other in a circle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Named,
    Row,
    Select,
    Table,
    TypedColumns,
    delete,
    func,
    insert,
    literal,
    select,
    union_all,
)

from app.domain.archive.document import Document, DocumentState
from app.domain.shared.ids import DocumentTypeId, TagId
from app.storage.document_tables import document, document_tag
from app.storage.server_rows import housework
from app.storage.types import EnumText, Flag, Id, Whole, metadata
from app.storage.upserts import adding_to

NONE = 0
"""What stands for no type; as a tag, for all documents, whatever tags they bear."""
_KEY = ("state", "type_id", "is_sealed", "tag_id")


class _Count(TypedColumns):
    state: Named[DocumentState] = Column(EnumText(DocumentState), primary_key=True)
    type_id: Named[int] = Column(Id, primary_key=True, autoincrement=False)
    is_sealed: Named[bool] = Column(Flag, primary_key=True)
    tag_id: Named[int] = Column(Id, primary_key=True, autoincrement=False)
    count: Named[int] = Column(Whole, nullable=False)


document_count = Table("document_count", metadata, _Count, sqlite_with_rowid=False)


class Lot(NamedTuple):
    """Documents that are counted together."""

    state: DocumentState
    type_id: int
    is_sealed: bool
    tag_id: int


class DocumentCounts:
    """Keeps how many documents there are of each kind, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._moved: list[tuple[Lot, int]] = []

    @property
    def mark(self) -> int:
        """Return up to where was noted what moved: ``undo`` goes back to it."""
        return len(self._moved)

    def undo(self, mark: int) -> None:
        """Forget what moved since a mark: it was rolled back."""
        del self._moved[mark:]

    def note(self, before: Document | None, after: Document) -> None:
        """Note that a document came, or changed."""
        if before is not None:
            self._moved += ((lot, -1) for lot in _lots(before))
        self._moved += ((lot, 1) for lot in _lots(after))

    def settle(self) -> None:
        """Write what moved."""
        sums = Counter[Lot]()
        for lot, count in self._moved:
            sums[lot] += count
        self._moved.clear()
        rows = [
            dict(zip(_KEY, lot, strict=True), count=sums[lot])
            for lot in sorted(sums, key=_order)
            if sums[lot]
        ]
        if rows:
            self._write(rows)

    def _write(self, rows: list[dict[str, Any]]) -> None:
        with housework(self._connection):
            added = adding_to(self._connection, document_count, _KEY, ("count",))
            self._connection.execute(added, rows)

    def by_state(self, hidden: Iterable[DocumentTypeId] = ()) -> dict[DocumentState, int]:
        """Return how many documents there are in each state, but for those of hidden types."""
        self.settle()
        counted = _seen(hidden).add_columns(document_count.c.state).where(_OF_ALL)
        rows = self._connection.execute(counted.group_by(document_count.c.state)).all()
        return {state: count for count, state in rows if count}

    def types(
        self, state: DocumentState | None = None, hidden: Iterable[DocumentTypeId] = ()
    ) -> dict[DocumentTypeId, int]:
        """Return how many documents each type has, in a state or in any."""
        kind = document_count.c.type_id
        rows = self._grouped(kind, state, hidden, _OF_ALL)
        return {DocumentTypeId(one): count for count, one in rows if count and one != NONE}

    def tags(
        self, state: DocumentState | None = None, hidden: Iterable[DocumentTypeId] = ()
    ) -> dict[TagId, int]:
        """Return how many documents bear each tag itself, in a state or in any."""
        rows = self._grouped(document_count.c.tag_id, state, hidden, ~_OF_ALL)
        return {TagId(one): count for count, one in rows if count}

    def forget(self, tag_id: TagId) -> None:
        """Forget a tag that no document bears any more."""
        self.settle()
        with housework(self._connection):
            mine = document_count.c.tag_id == tag_id
            self._connection.execute(delete(document_count).where(mine))

    def sealed(self, state: DocumentState, hidden: Iterable[DocumentTypeId] = ()) -> int:
        """Return how many documents in a state are sealed."""
        self.settle()
        mine = (document_count.c.state == state, document_count.c.is_sealed.in_((True,)))
        return self._connection.scalar(_seen(hidden).where(_OF_ALL, *mine)) or 0

    def differs(self) -> bool:
        """Say whether what is kept is not what counting all documents gives."""
        self.settle()
        with housework(self._connection):
            return self._differs()

    def _differs(self) -> bool:
        kept = select(document_count).where(document_count.c.count != 0)
        both = (set(map(tuple, self._connection.execute(one))) for one in (kept, _counted()))
        return next(both) != next(both)

    def recount(self) -> None:
        """Count all documents anew."""
        self._moved.clear()
        fresh = insert(document_count).from_select([*_KEY, "count"], _counted())
        with housework(self._connection):
            self._connection.execute(delete(document_count))
            self._connection.execute(fresh)

    def _grouped(
        self,
        column: ColumnElement[int],
        state: DocumentState | None,
        hidden: Iterable[DocumentTypeId],
        which: ColumnElement[bool],
    ) -> Sequence[Row[int, int]]:
        """Return the sums of the lots of a state, or of all, by a column."""
        self.settle()
        counted = _seen(hidden).add_columns(column).where(which).group_by(column)
        if state is not None:
            counted = counted.where(document_count.c.state == state)
        return self._connection.execute(counted).all()


def _order(lot: Lot) -> tuple[str, int, bool, int]:
    return (lot.state.value, *lot[1:])


def _lots(one: Document) -> Iterator[Lot]:
    for tag in (NONE, *one.tags):
        yield Lot(one.state, one.type_id or NONE, one.is_sealed, tag)


def _seen(hidden: Iterable[DocumentTypeId]) -> Select[int]:
    """Return the sum of the lots that are not of hidden types."""
    count = func.sum(document_count.c.count, type_=Whole)
    return select(count).where(document_count.c.type_id.not_in(sorted(hidden)))


def _counted() -> Select[*tuple[Any, ...]]:
    """Return every lot with its count, as counting all documents gives it."""
    mine = document_tag.c.document_id == document.c.id
    tags = (literal(NONE, Id), document_tag.c.tag_id)
    sources = (document, document.join(document_tag, mine))
    kind = func.coalesce(document.c.type_id, NONE)
    each = [
        select(document.c.state, kind.label("type_id"), document.c.is_sealed, tag.label("tag_id"))
        .add_columns(func.count().label("count"))
        .select_from(source)
        .group_by(document.c.state, kind, document.c.is_sealed, tag)
        for tag, source in zip(tags, sources, strict=True)
    ]
    return select(union_all(*each).subquery())


_OF_ALL = document_count.c.tag_id == NONE
