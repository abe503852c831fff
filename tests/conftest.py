"""What holds for every test: no socket leaves the machine, and PostgreSQL is not skipped in CI.

Garbage is collected between tests, on the thread that runs them, and never by itself: where tests
are spread over processes another thread takes messages, and a cycle with a widget that is swept
there is destroyed in the wrong thread, upon which the process dies some time later. What outlives
a full sweep lasts, and is not walked through again until everything is looked at anew: with all
that is loaded, and the syntax trees of the house tests, one walk takes two seconds.

Property tests have no deadline, for a loaded machine is slow, and in CI they try the same examples
every time; elsewhere they look for new ones. Those that need an office play a quarter in CI.
"""

from __future__ import annotations

import gc
import itertools
import os
import socket
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import settings

pytest_plugins = ("tests.databases", "tests.processes", "tests.windows")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "house",
    max_examples=40,
    stateful_step_count=15,
    deadline=None,
    derandomize="CI" in os.environ,
)
settings.load_profile("house")

FULL_SWEEP, ANEW = 50, 2000
"""So many tests pass between two walks through what does not last, and through everything; after
each test only the new is looked at."""

TESTS = itertools.count(1)

LONGEST = (
    "tests/tour/test_demo.py",
    "tests/services/test_walls.py",
    "tests/tour/",
    "tests/storage/faults/",
    "tests/faults/",
    "tests/speed/",
    "tests/journeys/",
    "tests/ui/test_",
    "tests/services/test_door_hostile.py",
    "tests/services/test_server_backups.py",
    "tests/services/test_moving.py",
    "tests/services/test_fulfilment_machine.py",
)
"""These begin first, and in this order: where tests are spread over processes, none is left alone
with one of them."""

gc.set_threshold(0)

MUST_HAVE_POSTGRES = os.environ.get("BACKDESK_REQUIRE_POSTGRES") == "1"


class LocalSocket(socket.socket):
    """A socket that only speaks within the machine; any other fails the test that opens it."""

    def __init__(self, *given: int, **named: Any) -> None:
        super().__init__(*given, **named)
        if self.family is not getattr(socket, "AF_UNIX", None):
            self.close()
            pytest.fail("A test opened a network socket; mark it `network` if it has to.")


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace socket.socket for every test that is not marked ``network``."""
    if request.node.get_closest_marker("network") is None:
        monkeypatch.setattr(socket, "socket", LocalSocket)


def pytest_configure(config: pytest.Config) -> None:
    """Make the markers of the house known."""
    config.addinivalue_line("markers", "network: the test speaks over a network socket")


@pytest.fixture
def own_collector() -> Iterator[None]:
    """Let Python collect by itself, as it does in the program, for tests of just that."""
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes longest first."""
    items.sort(key=lambda item: rank(item.nodeid))


def rank(name: str) -> int:
    """Return when a test begins, by its name: the smaller, the sooner."""
    found = (at for at, first in enumerate(LONGEST) if name.startswith(first))
    return next(found, len(LONGEST))


def pytest_collection_finish() -> None:
    """Count what is loaded now, with every test that was found, as lasting."""
    sweep_all()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Sweep up after each test, when its fixtures are gone too."""
    shown = yield
    number = next(TESTS)
    if number % ANEW == 0:
        gc.unfreeze()
    if number % FULL_SWEEP:
        gc.collect(1)
    else:
        sweep_all()
    return shown


def sweep_all() -> None:
    """Look at everything that does not last; what is still there lasts from now on."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a PostgreSQL test into a failure where PostgreSQL must run."""
    report = yield
    if MUST_HAVE_POSTGRES and report.skipped and is_about_postgres(item.nodeid, report):
        report.outcome = "failed"
        report.longrepr = f"PostgreSQL must run here, and this was skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file that skips itself."""
    report = yield
    if MUST_HAVE_POSTGRES and report.skipped and is_about_postgres(collector.nodeid, report):
        report.outcome = "failed"
        report.longrepr = f"PostgreSQL must run here, and this was skipped: {report.longrepr}"
    return report


def is_about_postgres(name: str, report: pytest.TestReport | pytest.CollectReport) -> bool:
    """Tell whether a skipped test, by its name or its reason, is one of PostgreSQL."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    told = f"{name} {reason}".lower()
    return "postgres" in told or "pgserver" in told
