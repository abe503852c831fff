from __future__ import annotations

import subprocess
import sys

from sqlalchemy import Column, Integer, MetaData, Table

from app.storage.database import Database
from app.storage.upserts import adding_to, insert_into, renewing

NOTED = Table("noted", MetaData(), Column("id", Integer, primary_key=True))
SUMS = Table("summed", MetaData(), Column("id", Integer, primary_key=True), Column("sum", Integer))


def test_a_row_that_is_there_already_is_left_alone(database: Database) -> None:
    with database.write() as unit:
        NOTED.create(unit.connection)
        for _ in range(2):
            unit.connection.execute(
                insert_into(unit.connection, NOTED).on_conflict_do_nothing(), {"id": 7}
            )

        found = unit.connection.execute(NOTED.select()).all()
        NOTED.drop(unit.connection)

    assert [row.id for row in found] == [7]


def test_a_row_that_is_there_is_added_to_or_written_anew(database: Database) -> None:
    with database.write() as unit:
        SUMS.create(unit.connection)
        for way, number in ((adding_to, 3), (adding_to, 4), (renewing, 9), (adding_to, 1)):
            told = {"id": 7, "sum": number}
            unit.connection.execute(way(unit.connection, SUMS, ("id",), ("sum",)), told)

        found = unit.connection.execute(SUMS.select()).all()
        SUMS.drop(unit.connection)

    assert [tuple(row) for row in found] == [(7, 10)]


def test_a_folder_opens_without_the_speech_of_servers() -> None:
    code = "import sys, app.services.office; print('sqlalchemy.dialects.postgresql' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False"]
