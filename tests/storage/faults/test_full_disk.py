"""A disk that is full or fails at any write: a typed fault, nothing half, no number burnt."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.shared.refusals import OfficeError, Unavailable
from app.domain.shared.search import SearchItem
from app.storage import place
from app.storage.deeds import Deed
from app.storage.offices import create_office, open_office
from app.storage.unit import Unit
from tests.storage.faults.clerk import FAULT, Job
from tests.storage.faults.clerks import Clerk, numbers, prove, told

INVOICES = 2
STEP = int(os.environ.get("BACKDESK_FULL_STEP", "17"))
LAST = 260
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize("lasting", ["once", "from-then-on"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO], ids=["full", "failing"])
def test_a_disk_that_fails_at_any_write_leaves_everything_whole(
    recorded_clerk: Clerk, full_folder: Path, tmp_path: Path, error: int, lasting: str
) -> None:
    ends, is_for_ever = set(), lasting == "from-then-on"
    for at in range(1 + STEP * is_for_ever // 2, LAST, STEP):
        folder, acks = tmp_path / f"{at}.backdesk", tmp_path / f"{at}.acks"
        shutil.copytree(full_folder, folder)
        job = Job(
            str(folder), str(acks), INVOICES, fail_at=at, errno=error, is_for_ever=is_for_ever
        )
        end = recorded_clerk.do(job)
        ends.add(end)
        assert end in (0, FAULT), told(acks)
        assert len(prove(folder, numbers(acks))) - len(numbers(acks)) <= 1
        shutil.rmtree(folder)

    assert FAULT in ends


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own that can be filled; skip where none can be made."""
    path = tmp_path / "disk"
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(path)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("A small disk needs root and tmpfs.")
    yield path
    subprocess.run(["umount", "-l", str(path)], check=True)  # noqa: S607  what was mounted


def fill(disk: Path) -> Path:
    """Fill a disk to the last byte."""
    rest = disk / "rest"
    with rest.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1 << 16)):
                pass
        except OSError:
            return rest
    return rest


def fill_index(unit: Unit) -> None:
    """Write something large enough to need room, and the row of the audit that says so."""
    unit.search.put_many(SearchItem("contact", n, f"Lumo {n}") for n in range(20_000))
    unit.audit.record(Deed(AT, "Anna", "search.fill", []), unit.changes)


def put(where: Path) -> None:
    """Open an office, write, and close it."""
    office = open_office(where)
    try:
        with office.write() as unit:
            fill_index(unit)
    finally:
        office.close()


def test_a_full_disk_stops_writing_and_not_reading(small_disk: Path) -> None:
    path = small_disk / "A.backdesk"
    create_office(path).close()
    rest = fill(small_disk)

    with pytest.raises(Unavailable) as refused:
        put(path)
    office = open_office(path)
    with office.read() as unit:
        assert unit.search.find("lumo", 1) == ()
    office.close()

    assert refused.value.code in ("storage.disk-full", "storage.not-writable")
    rest.unlink()
    put(path)


def test_a_full_disk_is_read_though_another_program_took_the_room_that_was_held(
    small_disk: Path,
) -> None:
    path = small_disk / "A.backdesk"
    create_office(path).close()
    (path / place.BALLAST).unlink()
    rest = fill(small_disk)

    office = open_office(path)
    with office.read() as unit:
        assert unit.search.find("lumo", 1) == ()
    why = office.read_only_facts["why"]
    with pytest.raises(Unavailable), office.write():
        pass
    office.close()

    assert why == "was-full"
    rest.unlink()
    put(path)


def test_a_full_disk_with_changes_that_wait_is_said_and_nothing_is_passed_over(
    small_disk: Path,
) -> None:
    path = small_disk / "A.backdesk"
    create_office(path).close()
    (path / place.BALLAST).unlink()
    (path / "office.db-wal").write_bytes(b"x" * 5000)
    fill(small_disk)

    with pytest.raises(Unavailable) as refused:
        open_office(path)

    assert refused.value.code == "storage.disk-full"


def test_writing_goes_on_by_itself_when_there_is_room_again(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_disk / "A.backdesk"
    office = create_office(path)
    rest = fill(small_disk)

    with pytest.raises(Unavailable), office.write() as unit:
        fill_index(unit)
    was_read_only, why = office.is_read_only, dict(office.read_only_facts)
    rest.unlink()

    assert (was_read_only, why["why"]) == (True, "disk-full")
    assert not office.is_read_only
    with office.write() as unit:
        unit.search.put(SearchItem("contact", 1, "Lumo"))
    office.close()
    assert (path / place.BALLAST).exists()


def test_no_office_is_begun_on_a_full_disk(small_disk: Path) -> None:
    fill(small_disk)

    with pytest.raises(OfficeError) as refused:
        create_office(small_disk / "A.backdesk")

    assert refused.value.code == "storage.disk-full"
    assert [entry.name for entry in small_disk.iterdir()] == ["rest"]
