"""Receiving: watched folders, what was taken from them, arrivals, and what is in trouble."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
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
    delete,
    insert,
    select,
    update,
)

from app.domain.archive.pages import SplitAt
from app.domain.archive.receiving import (
    Afterwards,
    Arrival,
    Failure,
    FolderForm,
    FolderKind,
    IntakeFolder,
    Origin,
    Stamp,
    Trouble,
)
from app.domain.shared.ids import (
    DocumentId,
    DocumentTypeId,
    IntakeFolderId,
    TagId,
    TroubleId,
    new_id,
)
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.types import EnumText, Flag, Id, Instant, Json, Minor, Whole, metadata
from app.storage.upserts import insert_into
from app.storage.versioned import replace_row


class _Folder(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    path: Named[str] = Column(Text, nullable=False)
    kind: Named[FolderKind] = Column(EnumText(FolderKind), nullable=False)
    afterwards: Named[Afterwards] = Column(EnumText(Afterwards), nullable=False)
    type_id: Named[int | None] = Column(Id, ForeignKey("document_type.id"))
    tags: Named[Any] = Column(Json, nullable=False)
    is_paused: Named[bool] = Column(Flag, nullable=False)
    machine: Named[str] = Column(Text, nullable=False)
    split_at: Named[Any] = Column(Json, nullable=False)


class _Taken(TypedColumns):
    folder_id: Named[int] = Column(Id, primary_key=True)
    place: Named[str] = Column(Text, primary_key=True)
    size: Named[int] = Column(Minor, nullable=False)
    modified: Named[int] = Column(Minor, nullable=False)
    sha256: Named[str] = Column(Text, nullable=False)


class _Arrival(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    document_id: Named[int] = Column(
        Id, ForeignKey("document.id", deferrable=True, initially="DEFERRED"), nullable=False
    )
    at: Named[datetime] = Column(Instant, nullable=False)
    origin: Named[Origin] = Column(EnumText(Origin), nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    place: Named[str] = Column(Text, nullable=False)
    who: Named[str] = Column(Text, nullable=False)


class _Trouble(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    name: Named[str] = Column(Text, nullable=False)
    path: Named[str] = Column(Text, nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    facts: Named[Mapping[str, str]] = Column(Json, nullable=False)
    folder_id: Named[int | None] = Column(Id)
    first_seen: Named[datetime] = Column(Instant, nullable=False)
    last_seen: Named[datetime] = Column(Instant, nullable=False)
    is_ignored: Named[bool] = Column(Flag, nullable=False)


intake_folder = Table("intake_folder", metadata, _Folder)
intake_taken = Table("intake_taken", metadata, _Taken, sqlite_with_rowid=False)
document_arrival = Table("document_arrival", metadata, _Arrival)
intake_problem = Table("intake_problem", metadata, _Trouble)

Index("ix_document_arrival_document", document_arrival.c.document_id, document_arrival.c.id)
Index("ix_intake_problem_path", intake_problem.c.path, intake_problem.c.name)


class FolderStore:
    """Reads and writes watched folders, and which of their files are taken in, on a connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[IntakeFolder, ...]:
        """Return every folder, in the order in which they came; there are few."""
        rows = self._connection.execute(select(intake_folder).order_by(intake_folder.c.id))
        return tuple(map(_folder_of, rows))

    def get(self, folder_id: IntakeFolderId) -> IntakeFolder:
        """Return a folder; raises NotFound."""
        for folder in self.all():
            if folder.id == folder_id:
                return folder
        raise NotFound(record="intake_folder", id=folder_id)

    def add(self, new: IntakeFolder) -> None:
        """Write a new folder."""
        self._connection.execute(insert(intake_folder), _folder_row(new))
        self._changes.note(f"intake_folder:{new.id}", None, new)

    def save(self, before: IntakeFolder, after: IntakeFolder) -> None:
        """Replace a folder; raises Conflict when it was changed since."""
        replace_row(self._connection, intake_folder, before, _folder_row(after))
        self._changes.note(f"intake_folder:{after.id}", before, after)

    def remove(self, old: IntakeFolder) -> None:
        """Forget a folder and what was taken from it; its files and documents stay."""
        mine = intake_taken.c.folder_id == old.id
        self._connection.execute(delete(intake_taken).where(mine))
        self._connection.execute(delete(intake_folder).where(intake_folder.c.id == old.id))
        in_it = intake_problem.c.folder_id == old.id
        self._connection.execute(delete(intake_problem).where(in_it))
        self._changes.note(f"intake_folder:{old.id}", old, None)

    def taken(self, folder_id: IntakeFolderId) -> tuple[Stamp, ...]:
        """Return the files that were taken from a folder and lie there still."""
        mine = select(intake_taken).where(intake_taken.c.folder_id == folder_id)
        rows = self._connection.execute(mine.order_by(intake_taken.c.place))
        return tuple(Stamp(folder_id, row.place, row.size, row.modified) for row in rows)

    def taken_at(self, folder_id: IntakeFolderId, place: str) -> str:
        """Return the SHA-256 of what was taken from a place, or nothing."""
        same = (intake_taken.c.folder_id == folder_id, intake_taken.c.place == place)
        return self._connection.scalar(select(intake_taken.c.sha256).where(*same)) or ""

    def take(self, stamp: Stamp, sha256: str) -> bool:
        """Note that a file was taken; says whether these bytes were not taken from there before."""
        same = (
            intake_taken.c.folder_id == stamp.folder_id,
            intake_taken.c.place == stamp.place,
        )
        row = {"size": stamp.size, "modified": stamp.modified, "sha256": sha256}
        before = self._connection.scalar(select(intake_taken.c.sha256).where(*same))
        if before is not None:
            self._connection.execute(update(intake_taken).where(*same).values(row))
            return before != sha256
        fresh = insert_into(self._connection, intake_taken).on_conflict_do_nothing()
        row |= {"folder_id": stamp.folder_id, "place": stamp.place}
        return self._connection.scalar(fresh.returning(intake_taken.c.size), row) is not None

    def forget(self, folder_id: IntakeFolderId, places: Iterable[str]) -> None:
        """Forget files that do not lie in the folder any more."""
        for place in places:
            mine = (intake_taken.c.folder_id == folder_id, intake_taken.c.place == place)
            self._connection.execute(delete(intake_taken).where(*mine))


class ArrivalStore:
    """Reads and writes how documents came in, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_all(self, arrivals: Sequence[Arrival]) -> None:
        """Write arrivals."""
        if arrivals:
            rows = [{"id": new_id(), **_plain(one)} for one in arrivals]
            self._connection.execute(insert(document_arrival), rows)

    def of(self, document_id: DocumentId) -> tuple[Arrival, ...]:
        """Return how often a document came in, the newest last."""
        columns = (document_arrival.c[name] for name in Arrival.__slots__)
        mine = select(*columns).where(document_arrival.c.document_id == document_id)
        rows = self._connection.execute(mine.order_by(document_arrival.c.id))
        return tuple(Arrival(*row) for row in rows)


class TroubleStore:
    """Reads and writes what could not be taken in, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Trouble, ...]:
        """Return all troubles, the newest first; there are few, and ignored ones are among them."""
        newest = select(intake_problem).order_by(intake_problem.c.id.desc())
        return tuple(map(_trouble_of, self._connection.execute(newest)))

    def get(self, trouble_id: TroubleId) -> Trouble:
        """Return a trouble; raises NotFound."""
        mine = select(intake_problem).where(intake_problem.c.id == trouble_id)
        found = self._connection.execute(mine).one_or_none()
        if found is None:
            raise NotFound(record="intake_problem", id=trouble_id)
        return _trouble_of(found)

    def note(self, failure: Failure, at: datetime) -> None:
        """Write what failed, once for each path: seen again, only when and why is new."""
        same = (intake_problem.c.path == failure.path, intake_problem.c.name == failure.name)
        told = {"code": failure.code, "facts": dict(failure.facts), "last_seen": at}
        if failure.path:
            mine = update(intake_problem).where(*same).values(told)
            if self._connection.execute(mine).rowcount:
                return
        row = told | {
            "id": new_id(),
            "name": failure.name,
            "path": failure.path,
            "folder_id": failure.folder_id,
            "first_seen": at,
            "is_ignored": False,
        }
        self._connection.execute(insert(intake_problem), row)

    def ignore(self, trouble_id: TroubleId, *, is_ignored: bool) -> None:
        """Say whether a trouble is of no concern."""
        mine = update(intake_problem).where(intake_problem.c.id == trouble_id)
        self._connection.execute(mine.values(is_ignored=is_ignored))

    def end(self, paths: Collection[str]) -> int:
        """Forget the troubles of these paths: they are over; return how many there were."""
        ended = 0
        for group in slices(sorted(paths)):
            mine = delete(intake_problem).where(intake_problem.c.path.in_(group))
            ended += self._connection.execute(mine).rowcount
        return ended

    def drop(self, trouble_id: TroubleId) -> None:
        """Forget one trouble."""
        mine = delete(intake_problem).where(intake_problem.c.id == trouble_id)
        self._connection.execute(mine)


def _plain(one: Arrival) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Arrival.__slots__}


def _folder_row(one: IntakeFolder) -> dict[str, Any]:
    form = {name: getattr(one.form, name) for name in FolderForm.__slots__}
    lists = {
        "tags": list(one.form.tags),
        "split_at": sorted(where.value for where in one.form.split_at),
    }
    return {"id": one.id, "version": one.version, **form, **lists}


def _folder_of(row: Row[Any]) -> IntakeFolder:
    form = FolderForm(
        path=row.path,
        kind=row.kind,
        afterwards=row.afterwards,
        type_id=None if row.type_id is None else DocumentTypeId(row.type_id),
        tags=tuple(TagId(tag) for tag in row.tags),
        is_paused=row.is_paused,
        machine=row.machine,
        split_at=frozenset(SplitAt(where) for where in row.split_at),
    )
    return IntakeFolder(IntakeFolderId(row.id), row.version, form)


def _trouble_of(row: Row[Any]) -> Trouble:
    return Trouble(
        id=TroubleId(row.id),
        name=row.name,
        path=row.path,
        code=row.code,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        facts=row.facts,
        folder_id=None if row.folder_id is None else IntakeFolderId(row.folder_id),
        is_ignored=row.is_ignored,
    )
