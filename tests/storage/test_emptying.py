"""A log that cannot be emptied is said not to be, and what was committed before stays so."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from app.domain.admin.company import Company
from app.storage.emptying import empty_log, hear_faults
from app.storage.faults import DiskFailed
from app.storage.offices import open_office
from app.storage.place import ROWS


class Broken:
    """A line to a file whose disk fails."""

    def __init__(self, raw: Any) -> None:
        self.info, self.driver_connection, self.close = raw.info, raw.driver_connection, raw.close

    def execute(self, _statement: str) -> None:
        raise driver.OperationalError("disk I/O error")


def test_a_log_is_emptied_unless_somebody_reads(folder: Path) -> None:
    with closing(open_office(folder)) as opened:
        log = folder / f"{ROWS}-wal"
        with opened.write() as unit:
            unit.company.add(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))
        written = log.stat().st_size

        assert empty_log(opened.rows.writer)
        assert log.stat().st_size == 0 < written


def test_a_disk_that_fails_meanwhile_is_heard_and_nothing_is_raised(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_office(folder)) as opened:
        engine = opened.rows.writer
        raw = engine.raw_connection()
        heard: list[str] = []
        hear_faults(engine, lambda fault: heard.append(fault.code))
        monkeypatch.setattr(engine, "raw_connection", lambda: Broken(raw))

        assert not empty_log(engine)
        assert heard == [DiskFailed.code]
