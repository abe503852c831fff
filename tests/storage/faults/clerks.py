"""What a test does with a clerk in another process, and what must hold whatever happened."""

from __future__ import annotations

import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sqlalchemy import Table, select

from app.domain.invoices.invoice import State
from app.storage.archive import archive_file
from app.storage.books import journal_entry
from app.storage.checks import check
from app.storage.database import Database
from app.storage.invoice_tables import invoice, invoice_line
from app.storage.numbering import series
from app.storage.offices import open_office
from app.storage.unit import Unit
from tests.storage.faults.clerk import Job, asked


@dataclass(slots=True)
class Clerk:
    """A process that forks for each job."""

    process: subprocess.Popen[str]

    def begin(self, job: Job) -> int:
        """Begin a job and return the process that does it."""
        self._to.write(asked(job))
        self._to.flush()
        return int(self._from.readline())

    def ended(self) -> int:
        """Wait for the job's end and return its exit code, negative for a signal."""
        return int(self._from.readline())

    def do(self, job: Job) -> int:
        """Do a job to its end."""
        self.begin(job)
        return self.ended()

    @property
    def _to(self) -> IO[str]:
        assert self.process.stdin is not None
        return self.process.stdin

    @property
    def _from(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout


def told(acks: Path) -> list[str]:
    """Return what a clerk has acknowledged: whole lines only."""
    return acks.read_text().split("\n")[:-1] if acks.exists() else []


def numbers(acks: Path) -> list[str]:
    """Return the numbers that a clerk has acknowledged."""
    return [line for line in told(acks) if line[0] not in "!?"]


def prove(folder: Path, acked: list[str]) -> list[str]:
    """Prove that an office holds its promises, and return the numbers that were issued.

    Every acknowledged invoice is there; no number is missing or taken twice; each issued invoice
    has its lines, its entry and its paper; what was not issued is a draft; the chain holds.
    """
    office = open_office(folder)
    try:
        assert check(office) == ()
        return _proven(office, acked)
    finally:
        office.close()


def _proven(office: Database, acked: list[str]) -> list[str]:
    with office.read() as unit:
        rows = unit.connection.execute(select(invoice).order_by(invoice.c.number)).all()
        issued = [row for row in rows if row.state is State.ISSUED]
        found = [str(row.number) for row in issued]
        last = unit.connection.scalar(select(series.c.last).where(series.c.kind == "invoice"))
        assert found == [f"2026{number:04}" for number in range(1, (last or 0) + 1)]
        assert set(acked) <= set(found)
        assert len(acked) == len(set(acked))
        sources = Counter(f"invoice:{row.id}" for row in issued)
        assert _sources(unit, journal_entry) == sources
        assert _sources(unit, archive_file) == sources
        lined = set(unit.connection.scalars(select(invoice_line.c.invoice_id)))
        assert lined == {row.id for row in rows}
    return found


def _sources(unit: Unit, table: Table) -> Counter[str]:
    return Counter(unit.connection.scalars(select(table.c.source)))
