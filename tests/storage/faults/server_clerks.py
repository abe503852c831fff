"""Clerks at one server, each a process: numbers without gaps, and a server that dies under them."""

from __future__ import annotations

import json
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


def clerk(url: str, who: str, work: ServerWork, each: int) -> None:
    """Issue so many, give every tenth up, and print each as it was acknowledged.

    What the server was away for is done again.
    """
    office = open_office(url)
    issue, done = work.begin(office, who, each), 0
    _say("ready")
    sys.stdin.readline()
    while done < each:
        began = time.perf_counter()
        told = _one(office, issue, is_given_up=done % 10 == 9)
        done += told[0] in ("issued", "given up", "saved")
        _say(json.dumps([*told, time.perf_counter() - began]))
    office.close()


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
) -> Figures:
    """Let clerks issue at once, do something meanwhile, and look what is there afterwards."""
    with _started(url, clerks, work, each) as running:
        began = time.perf_counter()
        with ThreadPoolExecutor(clerks) as pool:
            told = [pool.submit(_told_by, one) for one in running]
            if meanwhile is not None:
                meanwhile()
            lines = [json.loads(line) for one in told for line in one.result().splitlines()]
        seconds = time.perf_counter() - began
    return _judged(url, WORKS[work], lines, seconds)


def _told_by(one: subprocess.Popen[str]) -> str:
    """Let a clerk begin and return all that it says, read while it says it."""
    return one.communicate("go\n")[0]


@contextmanager
def _started(url: str, clerks: int, work: str, each: int) -> Iterator[list[subprocess.Popen[str]]]:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", __name__, url, f"Clerk {number}", work, str(each)],
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


def _judged(url: str, work: ServerWork, lines: list[list[str]], seconds: float) -> Figures:
    acked = [number for what, number, _ in lines if what == "issued"]
    count = Counter(what for what, _, _ in lines)
    office = open_office(url)
    there = work.there(office)
    with office.read() as unit:
        broken = len(list(unit.audit.broken()))
    office.close()
    taken = sorted(map(work.position, there))
    times = sorted(float(took) for what, _, took in lines if what == "issued")
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
    )


if __name__ == "__main__":
    clerk(sys.argv[1], sys.argv[2], WORKS[sys.argv[3]], int(sys.argv[4]))
