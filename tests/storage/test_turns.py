"""Two are never at the same work, and whoever is gone has let go."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, func, select

from app.storage.database import Database
from app.storage.turns import turns
from tests.databases import on_postgresql


def test_what_somebody_is_at_is_nobody_elses(database: Database) -> None:
    with turns(database, (1, 2, 3), 2) as ours:
        with turns(database, (1, 2, 3), 9) as others:
            assert (ours, others) == ((1, 2), (3,))
        with turns(database, (3,), 9) as again:
            assert again == (3,)

    with turns(database, (1, 2), 9) as after:
        assert after == (1, 2)


def test_a_turn_ends_when_the_work_fails(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), turns(database, (1,), 1):
        raise ZeroDivisionError

    with turns(database, (1,), 1) as ours:
        assert ours == (1,)


@on_postgresql
def test_a_process_that_dies_lets_go(database: Database) -> None:
    other = create_engine(database.rows.writer.url)
    with other.connect() as connection:
        connection.execute(select(func.pg_try_advisory_lock(1)))
        process = connection.scalar(select(func.pg_backend_pid()))
        with turns(database, (1,), 1) as ours:
            assert ours == ()

        with database.rows.writer.connect() as killer:
            assert killer.scalar(select(func.pg_terminate_backend(process, 10_000)))
        connection.invalidate()
    other.dispose()

    with turns(database, (1,), 1) as ours:
        assert ours == (1,)
