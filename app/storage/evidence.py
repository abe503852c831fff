"""Evidence: what the filed documents teach the one that suggests, as counts.

A lesson is kept beside the counts that it raised, so that it can be taken back to the letter,
whatever became of the document since. Only the newest lessons of a drawer are remembered: a
sender's papers change, and the counts stay as small as the office has senders.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    LargeBinary,
    Named,
    Table,
    Text,
    TypedColumns,
    bindparam,
    delete,
    func,
    select,
)

from app.domain.archive.features import Features
from app.domain.archive.readers import Readers
from app.domain.archive.suggesting import EVERY, Counts, Lesson, Target
from app.domain.shared.ids import DocumentTypeId
from app.storage.document_tables import document
from app.storage.lists import slices
from app.storage.types import EnumText, Id, Rows, Whole, metadata
from app.storage.upserts import insert_into

REMEMBERED = 40
"""How many lessons of one drawer are remembered."""

MOST_ROWS = 600
"""How many counts of senders and tags one question reads: those of the rarest features.

A feature that stands in more documents hardly tells one of hundreds of senders from another.
"""

Key = tuple[str, str, str]
Circles = Collection[Readers]


class _Lesson(TypedColumns):
    document_id: Named[int] = Column(Id, ForeignKey("document.id"), primary_key=True)
    drawer: Named[str] = Column(Text, nullable=False)
    readers: Named[Readers] = Column(EnumText(Readers), nullable=False)
    packed: Named[bytes] = Column(LargeBinary, nullable=False)


class _Evidence(TypedColumns):
    readers: Named[Readers] = Column(EnumText(Readers), primary_key=True)
    family: Named[str] = Column(Text, primary_key=True)
    feature: Named[str] = Column(Text, primary_key=True)
    target: Named[str] = Column(Text, primary_key=True)
    count: Named[int] = Column(Whole, nullable=False)


filing_lesson = Table("filing_lesson", metadata, _Lesson)
filing_evidence = Table("filing_evidence", metadata, _Evidence, sqlite_with_rowid=False)
Index("ix_filing_lesson_drawer", filing_lesson.c.drawer, filing_lesson.c.document_id)


class EvidenceStore:
    """Learns and forgets lessons on one open connection, and counts for who asks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lesson(self, document_id: int) -> Lesson | None:
        """Return what a document taught, or none."""
        found = self._lessons((document_id,))
        return found[0] if found else None

    def learn(self, lesson: Lesson) -> None:
        """Learn from a document, in place of what it taught before."""
        before = self.lesson(lesson.document_id)
        if before == lesson:
            return
        old = self._lessons(self._too_old(lesson))
        self._count(_counted(lesson), _counted(*old, *((before,) if before else ())))
        self._drop(one.document_id for one in (*old, lesson))
        self._connection.execute(insert_into(self._connection, filing_lesson), [_row(lesson)])

    def forget(self, document_id: int) -> None:
        """Take back what a document taught; nothing happens when it taught nothing."""
        if before := self.lesson(document_id):
            self._count(Counter(), _counted(before))
            self._drop((document_id,))

    def taught_by(self, type_id: DocumentTypeId) -> tuple[int, ...]:
        """Return the documents of a type that taught something."""
        mine = document.c.id == filing_lesson.c.document_id
        wanted = select(filing_lesson.c.document_id).join(document, mine)
        return tuple(self._connection.scalars(wanted.where(document.c.type_id == type_id)))

    def total(self, readers: Circles) -> int:
        """Return how many documents taught something."""
        nothing = Features()
        return self._alone(nothing, readers)[0]

    def counts(
        self, found: Features, families: Sequence[str], *, readers: Circles, is_rare: bool
    ) -> Counts:
        """Return the counts of a document's features in some families of answers.

        Where there are many answers (``is_rare``), only the rarest features are asked for.
        """
        total, alone = self._alone(found, readers)
        asked = _rarest(alone) if is_rare else tuple(alone)
        together: dict[Target, dict[str, int]] = {}
        for row in self._connection.execute(_sums(families, asked, readers)):
            together.setdefault(Target(row.family, row.target), {})[row.feature] = int(row.times)
        targets = self._sizes(together, readers)
        return Counts(total, {one: alone[one] for one in asked}, targets, together)

    def _alone(self, found: Features, readers: Circles) -> tuple[int, dict[str, int]]:
        asked = _sums((EVERY,), ("", *found.all), readers)
        alone = {row.feature: int(row.times) for row in self._connection.execute(asked)}
        return alone.pop("", 0), alone

    def _sizes(self, targets: Iterable[Target], readers: Circles) -> dict[Target, int]:
        names = list(targets)
        values = [one.value for one in names]
        found: dict[Target, int] = {}
        for group in slices(values):
            families = sorted({one.family for one in names})
            asked = _sums(families, ("",), readers)
            mine = asked.where(filing_evidence.c.target.in_(group))
            for row in self._connection.execute(mine):
                found[Target(row.family, row.target)] = int(row.times)
        return found

    def _too_old(self, lesson: Lesson) -> tuple[int, ...]:
        """Return the lessons of its drawer that a new one displaces."""
        known = filing_lesson.c
        mine = (known.drawer == lesson.drawer, known.document_id != lesson.document_id)
        newest = select(known.document_id).where(*mine).order_by(known.document_id.desc())
        return tuple(self._connection.scalars(newest.offset(REMEMBERED - 1).limit(REMEMBERED)))

    def _lessons(self, ids: Sequence[int]) -> tuple[Lesson, ...]:
        if not ids:
            return ()
        wanted = select(filing_lesson).where(filing_lesson.c.document_id.in_(ids))
        return tuple(map(_lesson, self._connection.execute(wanted)))

    def _drop(self, ids: Iterable[int]) -> None:
        gone = filing_lesson.c.document_id.in_(tuple(ids))
        self._connection.execute(delete(filing_lesson).where(gone))

    def _count(
        self, more: Counter[tuple[Readers, Key]], less: Counter[tuple[Readers, Key]]
    ) -> None:
        """Add and take away in one go; what is counted no more is removed."""
        change = Counter(more)
        change.subtract(less)
        rows = [_cell(key) | {"count": count} for key, count in change.items() if count]
        if not rows:
            return
        given = insert_into(self._connection, filing_evidence)
        raised = {"count": filing_evidence.c.count + given.excluded["count"]}
        key = ["readers", "family", "feature", "target"]
        self._connection.execute(given.on_conflict_do_update(index_elements=key, set_=raised), rows)
        if lowered := [_cell(key) for key, count in change.items() if count < 0]:
            self._connection.execute(
                _GONE,
                [{f"its_{name}": value for name, value in one.items()} for one in lowered],
            )


_GONE = delete(filing_evidence).where(
    filing_evidence.c.readers == bindparam("its_readers"),
    filing_evidence.c.family == bindparam("its_family"),
    filing_evidence.c.feature == bindparam("its_feature"),
    filing_evidence.c.target == bindparam("its_target"),
    filing_evidence.c.count <= 0,
)


def _sums(families: Sequence[str], features: Sequence[str], readers: Circles) -> Rows:
    known = filing_evidence.c
    asked: Rows = select(
        known.family, known.feature, known.target, func.sum(known.count).label("times")
    ).where(
        known.readers.in_(tuple(readers)), known.family.in_(families), known.feature.in_(features)
    )
    return asked.group_by(known.family, known.feature, known.target)


def _rarest(alone: dict[str, int]) -> tuple[str, ...]:
    """Return the rarest features, as long as their counts are few enough to be read."""
    chosen: list[str] = []
    rows = 0
    for feature in sorted(alone, key=lambda one: alone[one]):
        rows += alone[feature]
        if rows > MOST_ROWS and chosen:
            break
        chosen.append(feature)
    return tuple(chosen)


def _counted(*lessons: Lesson) -> Counter[tuple[Readers, Key]]:
    """Return what lessons raise: each feature, each answer, and each of both together."""
    found: Counter[tuple[Readers, Key]] = Counter()
    for one in lessons:
        for feature in ("", *dict.fromkeys(one.features)):
            found[one.readers, (EVERY, feature, "")] += 1
            for target in dict.fromkeys(one.targets):
                found[one.readers, (target.family, feature, target.value)] += 1
    return found


def _cell(key: tuple[Readers, Key]) -> dict[str, Any]:
    readers, (family, feature, target) = key
    return {"readers": readers, "family": family, "feature": feature, "target": target}


def _row(lesson: Lesson) -> dict[str, Any]:
    told = [list(lesson.features), [[one.family, one.value] for one in lesson.targets]]
    return {
        "document_id": lesson.document_id,
        "drawer": lesson.drawer,
        "readers": lesson.readers,
        "packed": zlib.compress(json.dumps(told, ensure_ascii=False).encode()),
    }


def _lesson(row: Any) -> Lesson:
    features, targets = json.loads(zlib.decompress(row.packed))
    return Lesson(
        row.document_id,
        row.readers,
        row.drawer,
        tuple(features),
        tuple(Target(family, value) for family, value in targets),
    )
