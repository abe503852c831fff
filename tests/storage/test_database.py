"""A database is connected when something is asked of it, once, and leaves its place at the end."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.storage.database import Database
from app.storage.offices import open_office
from app.storage.transactions import Transactions

OPENED = """
import sys
from pathlib import Path
from app.domain.shared.refusals import NotFound
from app.storage.glance import company_and_newest
from app.storage.offices import open_office

database = open_office(Path(sys.argv[1]))
try:
    company_and_newest(database.file, 10)
except NotFound:
    print("sqlalchemy" in sys.modules)
database.close()
"""


def test_an_office_is_opened_and_looked_at_without_sqlalchemy(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED, str(folder)], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False"]


def test_threads_that_ask_at_once_share_one_connection_of_the_database(folder: Path) -> None:
    opened, made = open_office(folder), list[Transactions]()

    def connect() -> Transactions:
        made.append(opened._transactions())
        return made[-1]

    database = Database(connect, opened.place, opened.book)
    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(lambda _turn: database.rows, range(8)))
    database.close()

    assert len(made) == 1
    assert all(one is seen[0] for one in seen)


def test_an_office_that_was_never_asked_leaves_its_place(folder: Path) -> None:
    open_office(folder).close()

    again = open_office(folder)

    assert not again.is_read_only
    again.close()
