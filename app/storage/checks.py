"""Checks: every page, reference, proof, number, balance and document of an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import select

from app.domain.admin import health
from app.domain.archive.proof import Damage, Finding
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.storage.database import Database
from app.storage.files import File, Use, named_faults
from app.storage.guards import ROW_GUARDS, missing
from app.storage.numbering import series
from app.storage.proofs import altered
from app.storage.unit import Unit
from app.storage.verifying import slice_after

_CONFLICT = re.compile("conflict|konflikt|ristiriita", re.IGNORECASE)

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


def glance(database: Database) -> tuple[Problem, ...]:
    """Return what is wrong with pages and references: for an office that was not closed."""
    return tuple(finding for step in STEPS[:1] for finding in step(database))


def _files(database: Database) -> Iterator[Problem]:
    for engines in (database.rows, database.documents):
        if engines.file is not None:
            yield from _file(engines.file)


def _file(file: File) -> Iterator[Problem]:
    """Check pages and structure; a damaged page may end the reading, which is a finding too."""
    name = file.path.name
    try:
        with named_faults(), closing(file.open()) as connection:
            for (page,) in _pages(connection, file.reading):
                yield health.PAGE.at(name, file=name, reason=page)
            for (fault,) in connection.execute("PRAGMA integrity_check"):
                if fault != "ok":
                    yield health.STRUCTURE.at(name, file=name, reason=fault)
            for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
                yield health.REFERENCE.at(table, table=table, row=row, parent=parent)
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
            if _CONFLICT.search(found.name):
                yield health.CONFLICT.at(found.name, file=found.name)


def _chain(database: Database) -> Iterator[Problem]:
    with database.read() as unit:
        for seq in unit.audit.broken():
            yield health.CHAIN.at("audit", row=seq)
        if unit.company.name() is not None and not unit.audit.count():
            yield health.CHAIN.at("audit", row=1)


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
    after: int | None = 0
    with database.read() as unit:
        while after is not None:
            part = slice_after(unit.contents, after)
            after = part.last if part else None
            for found in unit.verifications.named(part.wrong) if part else ():
                yield _damaged(found)
        for found in unit.verifications.missing():
            yield _damaged(found)


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


STEPS: tuple[Check, ...] = (
    _files,
    _copies,
    _chain,
    _kept,
    _numbers,
    _balances,
    _counts,
    _items,
    _stock,
    _documents,
    _destroyed,
)
