"""One clerk at a time changes what is free, held, picked and owed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from app.storage.database import Database
from app.storage.goods_turn import take_turn
from app.storage.offices import open_office
from tests.databases import on_postgresql


@on_postgresql
def test_a_second_clerk_waits_until_the_first_has_written(database: Database, server: str) -> None:
    other = open_office(server)
    done: list[str] = []
    is_begun = Event()

    def second() -> None:
        with other.write() as unit:
            is_begun.set()
            take_turn(unit.connection)
            done.append("second")

    with ThreadPoolExecutor(1) as clerk:
        with database.write() as unit:
            take_turn(unit.connection)
            waiting = clerk.submit(second)
            is_begun.wait(30)
            take_turn(unit.connection)
            done.append("first")
        waiting.result(30)
    other.close()

    assert done == ["first", "second"]


def test_the_turn_costs_nothing_where_there_is_one_writer(database: Database) -> None:
    with database.write() as unit:
        take_turn(unit.connection)
        take_turn(unit.connection)
