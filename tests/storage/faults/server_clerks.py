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
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

from app.domain.shared.numbering import Series
from app.domain.shared.refusals import Unavailable
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.faults import NotSaved, OutcomeUnknown
from app.storage.offices import open_office

KIND, YEAR, DAY = "clerks", "2026", date(2026, 3, 10)
ROOT = Path(__file__).parents[3]
NEARLY_ALL = 99
PATIENCE = 120.0
_MOMENT = Event()


class GivenUp(Exception):
    """What a clerk had begun is not wanted any more: everything of it is rolled back."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What clerks did together."""

    issued: int
    rolled_back: int
    gaps: int
    doubles: int
    lost: int
    unknown: int
    broken: int
    per_second: float
    p99_ms: float


def prepare(url: str) -> None:
    """Open the series that the clerks take from."""
    office = open_office(url)
    with office.write() as unit:
        unit.numbers.open(Series(KIND, YEAR, "", "C-{N:5}"))
    office.close()


def issue(office: Database, who: str, *, is_given_up: bool) -> str:
    """Take a number, write what bears it into the audit, and commit; raises GivenUp."""
    with office.write() as unit:
        number = unit.numbers.take(KIND, DAY, YEAR)
        unit.audit.record(Deed(datetime.now(UTC), who, "clerks.issue", [[number], {}]), Changes())
        if is_given_up:
            raise GivenUp
    return number


def clerk(url: str, who: str, each: int) -> None:
    """Issue so many, give every tenth up, and print each as it was acknowledged."""
    office = open_office(url)
    _say("ready")
    sys.stdin.readline()
    for turn in range(each):
        began = time.perf_counter()
        told = _one(office, who, is_given_up=turn % 10 == 9)
        _say(json.dumps([*told, time.perf_counter() - began]))
    office.close()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _one(office: Database, who: str, *, is_given_up: bool) -> tuple[str, str]:
    try:
        return "issued", issue(office, who, is_given_up=is_given_up)
    except GivenUp:
        return "given up", ""
    except OutcomeUnknown:
        return "unknown", ""
    except NotSaved:
        return "not saved", ""
    except Unavailable:
        _MOMENT.wait(0.05)
        return "away", ""


def wait_for(url: str, count: int) -> None:
    """Wait until so many rows are in the audit; raises TimeoutError where they do not come."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with suppress(Unavailable):
            office = open_office(url)
            try:
                with office.read() as unit:
                    if unit.audit.newest()[0] >= count:
                        return
            finally:
                office.close()
        _MOMENT.wait(0.02)
    raise TimeoutError(count)


def run(url: str, clerks: int, each: int, meanwhile: Callable[[], None] | None = None) -> Figures:
    """Let clerks issue at once, do something meanwhile, and look what is there afterwards."""
    with _started(url, clerks, each) as running:
        began = time.perf_counter()
        with ThreadPoolExecutor(clerks) as pool:
            told = [pool.submit(_told_by, one) for one in running]
            if meanwhile is not None:
                meanwhile()
            lines = [json.loads(line) for one in told for line in one.result().splitlines()]
        seconds = time.perf_counter() - began
    return _judged(url, lines, seconds)


def _told_by(one: subprocess.Popen[str]) -> str:
    """Let a clerk begin and return all that it says, read while it says it."""
    return one.communicate("go\n")[0]


@contextmanager
def _started(url: str, clerks: int, each: int) -> Iterator[list[subprocess.Popen[str]]]:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", __name__, url, f"Clerk {number}", str(each)],
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


def _judged(url: str, lines: list[list[str]], seconds: float) -> Figures:
    acked = [number for what, number, _ in lines if what == "issued"]
    count = Counter(what for what, _, _ in lines)
    office = open_office(url)
    with office.read() as unit:
        there = [deed.arguments[0][0] for deed in unit.audit.asked(("clerks.issue",))]
        broken = len(list(unit.audit.broken()))
    office.close()
    taken = sorted(int(one.removeprefix("C-")) for one in there)
    times = sorted(float(took) for what, _, took in lines if what == "issued")
    return Figures(
        issued=len(acked),
        rolled_back=count["given up"],
        gaps=len(set(range(1, len(taken) + 1)) - set(taken)),
        doubles=len(taken) - len(set(taken)),
        lost=len(set(acked) - set(there)),
        unknown=count["unknown"],
        broken=broken,
        per_second=len(lines) / seconds,
        p99_ms=1000 * times[len(times) * NEARLY_ALL // 100] if times else 0.0,
    )


if __name__ == "__main__":
    clerk(sys.argv[1], sys.argv[2], int(sys.argv[3]))
