"""Checks: every page, reference, proof, number, balance and document of an office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import select

from app.domain.admin.health import Finding
from app.storage.database import Database
from app.storage.engines import File
from app.storage.faults import fault_of
from app.storage.numbering import series
from app.storage.unit import Unit

Progress = Callable[[int, int], None]
Check = Callable[[Database], Iterator[Finding]]


def no_progress(done: int, of: int) -> None:
    """Tell nobody."""


def check(database: Database, progress: Progress = no_progress) -> tuple[Finding, ...]:
    """Return everything that is not as it must be; reads the whole office.

    ``progress`` is told each step and may raise to stop.
    """
    found: list[Finding] = []
    for done, step in enumerate(STEPS):
        progress(done, len(STEPS))
        found += step(database)
    progress(len(STEPS), len(STEPS))
    return tuple(found)


def glance(database: Database) -> tuple[Finding, ...]:
    """Return what is wrong with pages and references: for an office that was not closed."""
    return tuple(finding for step in STEPS[:1] for finding in step(database))


def _files(database: Database) -> Iterator[Finding]:
    for engines in (database.rows, database.documents):
        if engines.file is not None:
            yield from _file(engines.file)


def _file(file: File) -> Iterator[Finding]:
    """Check pages and structure; a damaged page may end the reading, which is a finding too."""
    name = file.path.name
    try:
        with closing(file.open()) as connection:
            for (page,) in _pages(connection):
                yield Finding("health.page", name, {"reason": str(page)})
            for (fault,) in connection.execute("PRAGMA integrity_check"):
                if fault != "ok":
                    yield Finding("health.structure", name, {"reason": str(fault)})
            for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
                facts = {"row": str(row), "parent": str(parent)}
                yield Finding("health.reference", str(table), facts)
    except Exception as error:
        if fault_of(error) is None:
            raise
        yield Finding("health.structure", name, {"reason": str(error)})


def _pages(connection: Any) -> list[tuple[str]]:
    """Return the pages without proof; if any, look again while nobody writes."""
    wrong: list[tuple[str]] = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if not wrong:
        return wrong
    connection.execute("PRAGMA query_only=OFF")
    connection.execute("BEGIN IMMEDIATE")
    again: list[tuple[str]] = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.execute("ROLLBACK")
    return again


def _chain(database: Database) -> Iterator[Finding]:
    with database.read() as unit:
        for seq in unit.audit.broken():
            yield Finding("health.chain", "audit", {"row": str(seq)})


def _numbers(database: Database) -> Iterator[Finding]:
    with database.read() as unit:
        for kind in _kinds(unit):
            for gap in unit.numbers.gaps(kind):
                facts = {"year": gap.year, "first": str(gap.first), "last": str(gap.last)}
                yield Finding("health.gap", kind, facts)


def _kinds(unit: Unit) -> list[str]:
    return list(unit.connection.scalars(select(series.c.kind).distinct()))


def _balances(database: Database) -> Iterator[Finding]:
    with database.read() as unit:
        for wrong in unit.balances.differences():
            facts = {
                "month": wrong.month,
                "kept": str(wrong.kept_minor),
                "added": str(wrong.added_minor),
                "currency": wrong.currency,
            }
            yield Finding("health.balance", f"account:{wrong.account_id}", facts)


def _documents(database: Database) -> Iterator[Finding]:
    with database.read() as unit:
        for record in unit.archive.damaged(no_progress):
            yield Finding("health.document", f"record:{record.id}", {"name": record.name})


STEPS: tuple[Check, ...] = (_files, _chain, _numbers, _balances, _documents)
