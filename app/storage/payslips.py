"""Payslips: each sealed with the key of its person; only who was let in reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from app.domain.payroll.payroll import Payslip, RunState
from app.domain.shared.ids import DocumentId, EmployeeId, PayrollRunId, PayslipId
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.payroll_tables import payroll_run, payslip
from app.storage.types import Rows
from app.storage.wall import Wall

FINAL = (RunState.APPROVED, RunState.POSTED, RunState.PAID, RunState.REPORTED)
"""A run in one of these states is never calculated again."""


class PayslipStore:
    """Reads and writes payslips on one open connection."""

    def __init__(self, connection: Connection, changes: Changes, wall: Wall) -> None:
        self._connection = connection
        self._changes = changes
        self._wall = wall

    def get(self, payslip_id: PayslipId) -> Payslip:
        """Return a payslip; raises NotFound, BehindWall."""
        return self.get_all((payslip_id,))[0]

    def get_all(self, ids: Sequence[PayslipId]) -> tuple[Payslip, ...]:
        """Return payslips in the order asked for; raises NotFound, BehindWall."""
        rows: dict[int, Row[Any]] = {}
        for group in slices(ids):
            wanted = self._wall.reading(payslip).where(payslip.c.id.in_(group))
            rows.update((row.id, row) for row in self._connection.execute(wanted))
        if missing := [one for one in ids if one not in rows]:
            raise NotFound(record="payslip", id=missing[0])
        people = {EmployeeId(row.employee_id) for row in rows.values()}
        self._wall.read_keys([one for one in people if self._wall.may_read(one)])
        return tuple(self._opened(rows[one]) for one in ids)

    def of_run(self, run_id: PayrollRunId) -> tuple[Payslip, ...]:
        """Return the payslips of a run that the reader may read, as they were reckoned."""
        wanted = (
            self._wall.reading(payslip).where(payslip.c.run_id == run_id).order_by(payslip.c.id)
        )
        return self._read(wanted)

    def of_runs(self, ids: Sequence[PayrollRunId]) -> tuple[Payslip, ...]:
        """Return the payslips of several runs that the reader may read, run by run."""
        return tuple(slip for run_id in ids for slip in self.of_run(run_id))

    def of_person(self, person: EmployeeId) -> tuple[Payslip, ...]:
        """Return the payslips of a person in runs that are final, oldest first."""
        wanted: Rows = (
            self._wall.reading(payslip)
            .join(payroll_run, payroll_run.c.id == payslip.c.run_id)
            .where(payslip.c.employee_id == person, payroll_run.c.state.in_(FINAL))
            .order_by(payroll_run.c.pay_on, payslip.c.id)
        )
        return self._read(wanted)

    def latest(
        self, people: Iterable[EmployeeId], first: date, last: date
    ) -> dict[EmployeeId, Payslip]:
        """Return each person's payslip approved last among runs that pay within these days."""
        newest: dict[EmployeeId, Row[Any]] = {}
        for group in slices(people):
            wanted: Rows = (
                self._wall.reading(payslip)
                .join(payroll_run, payroll_run.c.id == payslip.c.run_id)
                .where(payslip.c.employee_id.in_(group), payroll_run.c.state.in_(FINAL))
                .where(payroll_run.c.pay_on.between(first, last))
                .order_by(payroll_run.c.approved_at, payslip.c.id)
            )
            newest.update((row.employee_id, row) for row in self._connection.execute(wanted))
        return {one.employee_id: one for one in self._open_all(list(newest.values()))}

    def put(self, run_id: PayrollRunId, slips: Sequence[Payslip]) -> None:
        """Write the payslips of a run in place of those that it had."""
        self._connection.execute(delete(payslip).where(payslip.c.run_id == run_id))
        self._wall.read_keys([one.employee_id for one in slips])
        if slips:
            self._connection.execute(insert(payslip), [self._row(one) for one in slips])

    def seal_of(self, run_id: PayrollRunId) -> str:
        """Return the SHA-256 of a run's payslips as they lie there, for the audit."""
        wanted = select(payslip.c.sealed).where(payslip.c.run_id == run_id).order_by(payslip.c.id)
        digest = hashlib.sha256()
        for sealed in self._connection.scalars(wanted):
            digest.update(sealed.encode())
        return digest.hexdigest()

    def file(self, filed: Mapping[PayslipId, DocumentId]) -> None:
        """Write which documents payslips were filed as."""
        changed = update(payslip).where(payslip.c.id == bindparam("slip"))
        rows = [{"slip": one, "document_id": document} for one, document in filed.items()]
        self._connection.execute(changed.values(document_id=bindparam("document_id")), rows)

    def _read(self, wanted: Rows) -> tuple[Payslip, ...]:
        return self._open_all(self._connection.execute(wanted).all())

    def _open_all(self, rows: Sequence[Row[Any]]) -> tuple[Payslip, ...]:
        readable = [row for row in rows if self._wall.may_read(EmployeeId(row.employee_id))]
        self._wall.read_keys([EmployeeId(row.employee_id) for row in readable])
        return tuple(map(self._opened, readable))

    def _opened(self, row: Row[Any]) -> Payslip:
        person = EmployeeId(row.employee_id)
        slip = self._wall.unseal(person, _bound(row.id), row.sealed, Payslip)
        return replace(slip, document_id=row.document_id)

    def _row(self, one: Payslip) -> dict[str, Any]:
        return {
            "id": one.id,
            "run_id": one.run_id,
            "employee_id": one.employee_id,
            "document_id": one.document_id,
            "sealed": self._wall.seal(one.employee_id, _bound(one.id), one),
        }


def _bound(payslip_id: int) -> str:
    return f"payslip|{payslip_id}"
