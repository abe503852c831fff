"""Clerks at one server, each a process: numbers without gaps, and a server that dies under them."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError

from app.domain.shared.refusals import OfficeError, Unavailable
from app.storage.database import Database
from app.storage.engines import lone_engine
from app.storage.faults import NotSaved, OutcomeUnknown
from app.storage.offices import open_office
from tests.storage.faults.own_server import PATIENCE
from tests.storage.faults.server_works import WORKS, GivenUp, Issue, ServerWork

ROOT = Path(__file__).parents[3]
NEARLY_ALL = 99
_MOMENT = Event()
_NEWEST = "SELECT max(seq) FROM audit"
TAKING = ("UPDATE number_series", "INSERT INTO account_balance", "SELECT pg_advisory_xact_lock(")
"""What another who issues holds until the end: numbers, balances, and the end of the chain."""


class Took(NamedTuple):
    """How long an invoice took, and for how much of that another clerk was waited for."""

    seconds: float
    waited: float


class Line(NamedTuple):
    """What a clerk told of one invoice."""

    what: str
    number: str
    seconds: float
    waited: float

    @property
    def took(self) -> Took:
        return Took(self.seconds, self.waited)


@dataclass(frozen=True, slots=True)
class Figures:
    """What clerks did together; ``met`` is how often the server was away when one issued.

    ``resolved`` outcomes were not known at first; ``unknown`` ones stayed so.
    """

    issued: int
    rolled_back: int
    gaps: int
    doubles: int
    lost: int
    met: int
    resolved: int
    unknown: int
    broken: int
    per_second: float
    p99_ms: float
    took: tuple[Took, ...] = ()


def clerk(url: str, who: str, work: ServerWork, each: int, pause: float = 0.0) -> None:
    """Issue so many, give every tenth up, and print each as it was acknowledged.

    What the server was away for is done again. Before each the clerk rests, more or less so long.
    """
    office = open_office(url)
    issue, done, waiting = work.begin(office, who, each), 0, Waiting(office)
    chance = random.Random(who)  # noqa: S311  the same pauses every time
    _say("ready")
    sys.stdin.readline()
    while done < each:
        _MOMENT.wait(chance.uniform(0.5, 1.5) * pause)
        began, waiting.seconds = time.perf_counter(), 0.0
        told = _one(office, issue, is_given_up=done % 10 == 9)
        done += told[0] in ("issued", "given up", "saved")
        _say(json.dumps([*told, time.perf_counter() - began, waiting.seconds]))
    office.close()


class Waiting:
    """Counts how long a clerk waited for what one at a time has: the numbers and the chain.

    It is the time of the statements that take them, so that nobody waited longer.
    """

    def __init__(self, office: Database) -> None:
        self.seconds = 0.0
        self._began = 0.0
        event.listen(office.rows.writer, "before_cursor_execute", self._begin)
        event.listen(office.rows.writer, "after_cursor_execute", self._end)

    def _begin(self, *_: Any) -> None:
        self._began = time.perf_counter()

    def _end(self, _connection: object, _cursor: object, statement: str, *_: Any) -> None:
        if statement.startswith(TAKING):
            self.seconds += time.perf_counter() - self._began


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _one(office: Database, issue: Issue, *, is_given_up: bool) -> tuple[str, str]:
    try:
        return "issued", issue(is_given_up)
    except GivenUp:
        return "given up", ""
    except OutcomeUnknown as unknown:
        return _resolved(office, unknown), ""
    except NotSaved:
        return "not saved", ""
    except Unavailable:
        _MOMENT.wait(0.05)
        return "away", ""


def _resolved(office: Database, unknown: OutcomeUnknown) -> str:
    """Ask what became of it until the server is there again."""
    seq, proof = unknown.facts.get("seq"), unknown.facts.get("proof")
    ends = time.monotonic() + PATIENCE
    while isinstance(seq, int) and time.monotonic() < ends:
        with suppress(OfficeError, SQLAlchemyError), office.read() as unit:
            return "saved" if unit.audit.holds(seq, str(proof)) else "not there"
        _MOMENT.wait(0.05)
    return "unknown"


def wait_for(url: str, count: int) -> None:
    """Wait until so many rows are in the audit; raises TimeoutError where they do not come."""
    ends, engine = time.monotonic() + PATIENCE, lone_engine(url)
    while time.monotonic() < ends:
        with suppress(OfficeError, SQLAlchemyError), engine.connect() as connection:
            if (connection.exec_driver_sql(_NEWEST).scalar() or 0) >= count:
                return
        _MOMENT.wait(0.02)
    raise TimeoutError(count)


def run(
    url: str,
    clerks: int,
    each: int,
    meanwhile: Callable[[], None] | None = None,
    work: str = "numbers",
    *,
    pause: float = 0.0,
) -> Figures:
    """Let clerks issue at once, do something meanwhile, and look what is there afterwards."""
    with _started(url, clerks, (work, str(each), str(pause))) as running:
        began = time.perf_counter()
        with ThreadPoolExecutor(clerks) as pool:
            told = [pool.submit(_told_by, one) for one in running]
            if meanwhile is not None:
                meanwhile()
            lines = [Line(*json.loads(said)) for one in told for said in one.result().splitlines()]
        seconds = time.perf_counter() - began
    return _judged(url, WORKS[work], lines, seconds)


def _told_by(one: subprocess.Popen[str]) -> str:
    """Let a clerk begin and return all that it says, read while it says it."""
    return one.communicate("go\n")[0]


@contextmanager
def _started(
    url: str, clerks: int, asked: tuple[str, ...]
) -> Iterator[list[subprocess.Popen[str]]]:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", __name__, url, f"Clerk {number}", *asked],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(clerks)
    ]
    try:
        for one in running:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        yield running
    finally:
        for one in running:
            one.kill()
            one.wait()


def _judged(url: str, work: ServerWork, lines: list[Line], seconds: float) -> Figures:
    acked = [one.number for one in lines if one.what == "issued"]
    count = Counter(one.what for one in lines)
    office = open_office(url)
    there = work.there(office)
    with office.read() as unit:
        broken = len(list(unit.audit.broken()))
    office.close()
    taken = sorted(map(work.position, there))
    took = tuple(one.took for one in lines if one.what == "issued")
    times = sorted(one.seconds for one in took)
    return Figures(
        issued=len(acked),
        rolled_back=count["given up"],
        gaps=len(set(range(1, len(taken) + 1)) - set(taken)),
        doubles=len(taken) - len(set(taken)),
        lost=len(set(acked) - set(there)),
        met=count["away"] + count["not saved"] + count["saved"] + count["not there"],
        resolved=count["saved"] + count["not there"],
        unknown=count["unknown"],
        broken=broken,
        per_second=(len(acked) + count["given up"]) / seconds,
        p99_ms=1000 * times[len(times) * NEARLY_ALL // 100] if times else 0.0,
        took=took,
    )


if __name__ == "__main__":
    clerk(sys.argv[1], sys.argv[2], WORKS[sys.argv[3]], int(sys.argv[4]), float(sys.argv[5]))
