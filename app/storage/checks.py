"""Checks: every page, reference, proof, number, balance and document of an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from typing import Any

from sqlalchemy import select

from app.domain.admin import health
from app.domain.archive.proof import Damage, Finding
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.storage import heads
from app.storage.database import Database
from app.storage.ending import STEPS as LOOK_EVERY
from app.storage.faults import Overtaken
from app.storage.files import File, Use, named_faults
from app.storage.guards import ROW_GUARDS, missing
from app.storage.numbering import series
from app.storage.place import CONTENTS, ROWS
from app.storage.proofs import altered
from app.storage.unit import Unit
from app.storage.verifying import slice_after

_CONFLICT = re.compile("conflict|konflikt|ristiriita|ความขัดแย้ง", re.IGNORECASE)
_OURS = frozenset({ROWS, CONTENTS})
_BEFORE = re.compile(r"-before-\d{4}(-\d+)?\.db$")
"""What an upgrade leaves beside the two, as a way back."""

Progress = Callable[[int, int], None]
Check = Callable[[Database], Iterator[Problem]]


def no_progress(done: int, of: int) -> None:
    """Tell nobody."""


def check(database: Database, progress: Progress = no_progress) -> tuple[Problem, ...]:
    """Return everything that is not as it must be; reads the whole office.

    ``progress`` is told each step and may raise to stop.
    """
    found: list[Problem] = []
    for done, step in enumerate(STEPS):
        progress(done, len(STEPS))
        found += step(database)
    progress(len(STEPS), len(STEPS))
    return tuple(found)


def no_stop() -> bool:
    """Never stop."""
    return False


def findings_of(
    database: Database, topic: health.Topic, stop: Callable[[], bool] = no_stop
) -> Iterator[Problem]:
    """Yield what is wrong in a topic that is read in one go.

    ``stop`` is asked while pages are read and ends that with Overtaken.
    """
    if topic is health.Topic.FILES:
        yield from _files(database, stop)
    for step in STEPS_OF[topic]:
        yield from step(database)


def glance(database: Database) -> tuple[Problem, ...]:
    """Return what is wrong with pages and references: for an office that was not closed."""
    return tuple(finding for step in STEPS[:1] for finding in step(database))


def _files(database: Database, stop: Callable[[], bool] = no_stop) -> Iterator[Problem]:
    for engines in (database.rows, database.documents):
        if engines.file is not None:
            yield from _file(engines.file, stop)


def _file(file: File, stop: Callable[[], bool]) -> Iterator[Problem]:
    """Check pages and structure; a damaged page may end the reading, which is a finding too."""
    name = file.path.name
    try:
        with named_faults(), closing(file.open()) as connection:
            connection.set_progress_handler(stop, LOOK_EVERY)
            for (page,) in _pages(connection, file.reading):
                yield health.PAGE.at(name, file=name, reason=page)
            for (fault,) in connection.execute("PRAGMA integrity_check"):
                if fault != "ok":
                    yield health.STRUCTURE.at(name, file=name, reason=fault)
            for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
                yield health.REFERENCE.at(table, table=table, row=row, parent=parent)
    except Overtaken:
        raise
    except OfficeError as fault:
        yield health.STRUCTURE.at(name, file=name, reason=fault.facts["reason"])


def _pages(connection: Any, use: Use) -> list[tuple[str]]:
    """Return the pages without proof; if any, look again while nobody writes."""
    wrong: list[tuple[str]] = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if not wrong or use is Use.FROZEN:
        return wrong
    connection.execute("PRAGMA query_only=OFF")
    connection.execute("BEGIN IMMEDIATE")
    again: list[tuple[str]] = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.execute("ROLLBACK")
    return again


def _copies(database: Database) -> Iterator[Problem]:
    """Find what a cloud service leaves when two machines wrote one office."""
    if database.rows.file is not None:
        for found in sorted(database.rows.file.path.parent.iterdir()):
            if _CONFLICT.search(found.name) or _is_second(found.name):
                yield health.CONFLICT.at(found.name, file=found.name)


def _is_second(name: str) -> bool:
    """Say whether a file is a database that is none of the two: ``office-LAPTOP.db``."""
    return name.endswith(".db") and name not in _OURS and not _BEFORE.search(name)


def copies(database: Database) -> tuple[Problem, ...]:
    """Return the second copies that lie beside the files of an office."""
    return tuple(_copies(database))


def _chain(database: Database) -> Iterator[Problem]:
    with database.read() as unit:
        for seq in unit.audit.broken():
            yield health.CHAIN.at("audit", row=seq)
        if unit.company.name() is not None and not unit.audit.count():
            yield health.CHAIN.at("audit", row=1)


def _set_back(database: Database) -> Iterator[Problem]:
    """Find that the last work is gone: an older file was put here, or a newer one deleted."""
    file = database.rows.file
    if file is not None and (mark := heads.told(file.path.parent)):
        with database.read() as unit:
            if not unit.audit.holds(*mark):
                yield health.SET_BACK.at("audit", row=mark[0])


def set_back(database: Database) -> tuple[Problem, ...]:
    """Say whether an office lacks its last work."""
    return tuple(_set_back(database))


def _kept(database: Database) -> Iterator[Problem]:
    """Find what was changed past the guards, and guards that were taken away."""
    with database.read() as unit:
        for guard in missing(unit.connection, ROW_GUARDS):
            yield health.GUARD.at(guard.table, table=guard.table)
        for found in altered(unit):
            yield health.ALTERED.at(found.record, name=found.name, row=found.row)


def _numbers(database: Database) -> Iterator[Problem]:
    with database.read() as unit:
        for kind in _kinds(unit):
            for gap in unit.numbers.gaps(kind):
                yield health.GAP.at(kind, kind=kind, year=gap.year, first=gap.first, last=gap.last)


def _kinds(unit: Unit) -> list[str]:
    return list(unit.connection.scalars(select(series.c.kind).distinct()))


def _balances(database: Database) -> Iterator[Problem]:
    with database.read() as unit:
        for wrong in unit.balances.differences():
            subject = f"account:{wrong.account_id}"
            yield health.BALANCE.at(subject, month=wrong.month, currency=wrong.currency)


def _counts(database: Database) -> Iterator[Problem]:
    """Find whether what is kept of how many documents there are is what counting them gives."""
    with database.read() as unit:
        if unit.document_counts.differs():
            yield health.COUNT.at("document_count")


def _items(database: Database) -> Iterator[Problem]:
    """Count again what every document and every payment leaves open."""
    with database.read() as unit:
        for wrong in unit.open_items.differences():
            yield health.OPEN_ITEM.at(f"invoice:{wrong.invoice_id}", number=wrong.number)
        for number in unit.payments.differences():
            yield health.CREDIT.at(f"payment:{number}", number=number)


def _stock(database: Database) -> Iterator[Problem]:
    """Add the stock up again from its moves, and its value beside its account."""
    with database.read() as unit:
        for wrong in unit.stock_checks.differences():
            code = unit.stock_checks.code_of(wrong.product_id)
            yield health.STOCK.at(f"product:{wrong.product_id}", what=wrong.what, product=code)


def _documents(database: Database) -> Iterator[Problem]:
    """Read every document that is kept again."""
    after, is_over = 0, False
    while not is_over:
        after, found = documents_after(database, after)
        is_over = not after
        yield from found


def documents_after(database: Database, after: int) -> tuple[int, tuple[Problem, ...]]:
    """Read the next documents: returns the last one, 0 when all were read, and what is wrong."""
    with database.read() as unit:
        part = slice_after(unit.contents, after)
        named = unit.verifications.named(part.wrong) if part else unit.verifications.missing()
    return part.last if part else 0, tuple(map(_damaged, named))


def _damaged(found: Finding) -> Problem:
    field = f"record:{found.record_id}"
    if found.damage is Damage.UNREADABLE:
        return health.PIECE.at(field, name=found.name, piece=found.piece, pieces=found.pieces)
    return health.DOCUMENT.at(field, name=found.name)


def _destroyed(database: Database) -> Iterator[Problem]:
    """Find bytes that are still there though a certificate says that they are destroyed."""
    with database.read() as unit:
        for gone in unit.disposables.left_over(unit.disposals.done(), unit.contents):
            yield health.LEFT_OVER.at(f"document:{gone.document_id}", name=gone.title)


STEPS_OF: Mapping[health.Topic, tuple[Check, ...]] = {
    health.Topic.FILES: (_copies,),
    health.Topic.CHAIN: (_chain, _set_back),
    health.Topic.KEPT: (_kept,),
    health.Topic.NUMBERS: (_numbers,),
    health.Topic.BALANCES: (_balances, _items),
    health.Topic.STOCK: (_stock,),
    health.Topic.DOCUMENTS: (_counts, _destroyed),
}
"""What is read in one go once a week; documents and identifiers are read in slices besides."""

STEPS: tuple[Check, ...] = (
    _files,
    _copies,
    _chain,
    _set_back,
    _kept,
    _numbers,
    _balances,
    _counts,
    _items,
    _stock,
    _documents,
    _destroyed,
)
