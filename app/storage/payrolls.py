"""Payroll: the office's own components and rates, and its runs."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.payroll.component import Band, PayComponent, PayItem, RateTable
from app.domain.payroll.payroll import PayrollRun, RunState, TaxCard
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import PayrollRunId
from app.storage.catalogues import Catalogue, Shape
from app.storage.deeds import Changes
from app.storage.payroll_tables import pay_component, pay_item, pay_rate, payroll_run, tax_card
from app.storage.payslips import FINAL
from app.storage.sealed import SealedShape

ITEMS = SealedShape("pay_item", pay_item, PayItem, ("component", "first_on", "last_on"))
TAX_CARDS = SealedShape("tax_card", tax_card, TaxCard, ("valid_from", "valid_until"))


def _component_row(one: PayComponent) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(one)}
    return row | {"bases": sorted(one.bases), "codes": dict(one.codes or {})}


def _component_of(row: Row[Any]) -> PayComponent:
    values = {one.name: getattr(row, one.name) for one in fields(PayComponent)}
    return PayComponent(**values | {"bases": frozenset(row.bases)})


def _run_row(one: PayrollRun) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(one)}
    return row | {"number": one.number or None}


def _run_of(row: Row[Any]) -> PayrollRun:
    values = {one.name: getattr(row, one.name) for one in fields(PayrollRun)}
    return PayrollRun(**values | {"number": row.number or ""})


COMPONENTS = Shape("pay_component", pay_component, _component_row, _component_of)
RUNS = Shape("payroll_run", payroll_run, _run_row, _run_of)


class PayRateStore:
    """Reads and writes the office's own rates on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[RateTable, ...]:
        """Return every rate of the office, by code and day."""
        wanted = select(pay_rate).order_by(pay_rate.c.code, pay_rate.c.valid_from)
        return tuple(map(_rate_of, self._connection.execute(wanted)))

    def put(self, new: RateTable) -> None:
        """Write a rate; one of the same code and first day takes the place of the other."""
        same = (pay_rate.c.code == new.code, pay_rate.c.valid_from == new.valid_from)
        there = self._connection.execute(select(pay_rate).where(*same)).one_or_none()
        row = {field.name: getattr(new, field.name) for field in fields(new)}
        row["bands"] = plain(new.bands)
        if there is None:
            self._connection.execute(insert(pay_rate), row)
        else:
            row["id"] = there.id
            self._connection.execute(update(pay_rate).where(*same).values(row))
        before = _rate_of(there) if there is not None else None
        self._changes.note(f"pay_rate:{row['id']}", before, new)


class PayrollRuns(Catalogue[PayrollRun]):
    """Reads and writes runs on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        super().__init__(connection, changes, RUNS)

    def corrections_of(self, run_id: PayrollRunId) -> tuple[PayrollRun, ...]:
        """Return the runs that correct a run, in their order."""
        return self._where(payroll_run.c.corrects_id == run_id)

    def before(self, run: PayrollRun) -> PayrollRun | None:
        """Return the last final run of such a period before a run, no correction."""
        found = self._where(
            payroll_run.c.period == run.period,
            payroll_run.c.corrects_id.is_(None),
            payroll_run.c.state.in_(FINAL),
            payroll_run.c.last_on < run.first_on,
        )
        return max(found, key=lambda one: (one.last_on, one.id), default=None)

    def paying(self, first: date, last: date) -> tuple[PayrollRun, ...]:
        """Return the final runs that pay within these days."""
        key = payroll_run.c
        return self._where(key.pay_on.between(first, last), key.state.in_(FINAL))

    def open_for(self, run: PayrollRun) -> tuple[PayrollRun, ...]:
        """Return other runs of some of these days that were not discarded and correct nothing.

        Whatever their period is: every run pays everybody, and nobody is paid twice for a day.
        """
        key = payroll_run.c
        return self._where(
            key.id != run.id,
            key.first_on <= run.last_on,
            key.last_on >= run.first_on,
            key.state != RunState.DISCARDED,
            key.corrects_id.is_(None),
        )

    def _where(self, *conditions: Any) -> tuple[PayrollRun, ...]:
        wanted = select(payroll_run).where(*conditions).order_by(payroll_run.c.id)
        return tuple(map(_run_of, self._connection.execute(wanted)))


def _rate_of(row: Row[Any]) -> RateTable:
    values = {one.name: getattr(row, one.name) for one in fields(RateTable)}
    return RateTable(**values | {"bands": parsed(tuple[Band, ...], row.bands)})
