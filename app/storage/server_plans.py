"""The plan of the backups of an office on a server: one for all its desks, beside the keys.

It stands in a row that a restore leaves alone, because an office must not forget its backups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from app.domain.admin.backup import TABLES, Plan
from app.storage import backup_plans
from app.storage.backup_plans import plan_in, text_of
from app.storage.engines import lone_engine
from app.storage.hearing import tell_all
from app.storage.server_address import shown
from app.storage.server_keys import PLAN_ROW, ServerKeys, change_row, read_row

TURN = 0x626B7570


def read_plan(where: Path | str) -> Plan:
    """Return the plan of an office, a fresh one if there is none; raises BrokenPlan."""
    if isinstance(where, Path):
        return backup_plans.read_plan(where)
    with ServerKeys(where).connected() as connection:
        return _plan(read_row(connection, PLAN_ROW), where)


def change_plan(where: Path | str, step: Callable[[Plan], Plan]) -> Plan:
    """Make another plan of the one that is there, whole or not at all; raises BrokenPlan."""
    if isinstance(where, Path):
        changed = step(backup_plans.read_plan(where))
        backup_plans.write_plan(where, changed)
        return changed
    with ServerKeys(where).connected() as connection:
        told = change_row(connection, PLAN_ROW, lambda body: text_of(step(_plan(body, where))))
        tell_all(connection, TABLES)
    return _plan(told, where)


@contextmanager
def turn(where: Path | str) -> Iterator[bool]:
    """Take the one turn of all desks at the backups of an office; false where another has it.

    Who dies in it has it no longer.
    """
    if isinstance(where, Path):
        yield True
        return
    engine = lone_engine(where).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield bool(connection.scalar(select(func.pg_try_advisory_lock(TURN))))
    finally:
        engine.dispose()


def _plan(body: str | None, where: str) -> Plan:
    return plan_in(body, shown(where)) if body else Plan()
