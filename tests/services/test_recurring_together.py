"""Runs of recurring invoices at once, and killed: no period is billed twice, none is half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.outside.clock import FixedClock
from app.services import invoices, recurring
from app.services.office import Office
from app.services.permissions import Actor
from app.services.recurring import Outcome
from app.storage.database import Database
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.databases import on_postgresql, on_sqlite
from tests.services.recurring import planned
from tests.services.test_issuing_together import require_whole
from tests.trade import opened_books


def an_office(database: Database) -> Office:
    return Office(database, FixedClock(TODAY), Actor("Maija"))


@pytest.fixture
def office(database: Database) -> Office:
    opened_books(an_office(database))
    return an_office(database)


def run_all(office: Office) -> Outcome:
    return office.run(recurring.run)


def test_clerks_who_run_the_same_plans_at_once_bill_each_period_once(office: Office) -> None:
    for _ in range(4):
        planned(office)

    with ThreadPoolExecutor(3) as clerks:
        outcomes = list(clerks.map(run_all, [office] * 3))

    assert sum(len(one.issued) for one in outcomes) == 12
    require_whole(office.database, 12)


@on_postgresql
def test_clerks_at_one_server_bill_each_period_once(office: Office, server: str) -> None:
    for _ in range(4):
        planned(office)
    others = [open_office(server) for _ in range(3)]

    with ThreadPoolExecutor(3) as clerks:
        outcomes = list(clerks.map(run_all, map(an_office, others)))
    for other in others:
        other.close()

    assert sum(len(one.issued) for one in outcomes) == 12
    require_whole(office.database, 12)


KILLED = """
import os, sys
from pathlib import Path
from app.services import recurring
from app.storage.offices import open_office
from tests.services.test_recurring_together import an_office

def told(done, of):
    if done:
        os.kill(os.getpid(), 9)

if __name__ == "__main__":
    recurring.BATCH = 3
    an_office(open_office(Path(sys.argv[1]))).run_watched(told, recurring.run)
"""


@on_sqlite
def test_a_run_that_is_killed_goes_on_and_makes_none_twice(
    office: Office, folder: Path, tmp_path: Path
) -> None:
    for _ in range(8):
        planned(office, times=1)
    office.close()
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")

    ended = subprocess.run(
        [sys.executable, str(script), str(folder)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert ended.returncode == -signal.SIGKILL
    again = Office(open_office(folder), office.clock, office.who)
    before = again.ask(invoices.counts)["issued"]
    outcome = again.run(recurring.run)
    assert 0 < before < 8
    assert len(outcome.issued) == 8 - before
    require_whole(again.database, 8)
    again.close()


@on_sqlite
def test_a_run_that_is_killed_in_the_middle_of_a_batch_has_made_nothing_of_it(
    office: Office, folder: Path, tmp_path: Path
) -> None:
    planned(office, times=3)
    office.close()
    script = tmp_path / "killed.py"
    in_the_middle = KILLED.replace(
        "    recurring.BATCH = 3\n",
        "    recurring._Billing.ended = lambda self: os.kill(os.getpid(), 9)\n",
    )
    script.write_text(in_the_middle, encoding="utf-8")

    ended = subprocess.run(
        [sys.executable, str(script), str(folder)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert ended.returncode == -signal.SIGKILL
    again = Office(open_office(folder), office.clock, office.who)
    assert again.ask(invoices.counts)["issued"] == 0
    assert len(again.run(recurring.run).issued) == 3
    require_whole(again.database, 3)
    again.close()
