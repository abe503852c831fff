"""After a power cut at any instant every acknowledged invoice is there, and none is half."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.shared.refusals import OfficeError
from app.storage.presence import OPEN
from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk, prove
from tests.storage.faults.replay import Disk, Event, events

INVOICES = int(os.environ.get("BACKDESK_CUT_INVOICES", "12"))
IMAGES = int(os.environ.get("BACKDESK_CUTS", "125"))
KILLS = 0.2
ACKS = "acks"
FAST = Path("/dev/shm")  # noqa: S108  memory: these images are looked at once


@dataclass(frozen=True, slots=True)
class Recording:
    """A folder before the work, and everything the disk was asked to do during it."""

    before: Path
    events: tuple[Event, ...]


@pytest.fixture(scope="module")
def recording(
    recorded_clerk: Clerk, full_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Recording:
    place = tmp_path_factory.mktemp("cuts")
    folder, record = place / "Lumo.backdesk", place / "record"
    shutil.copytree(full_folder, folder)
    job = Job(str(folder), str(folder / ACKS), most=INVOICES, record=str(record))
    assert recorded_clerk.do(job) == 0
    return Recording(full_folder, tuple(events(record, folder)))


def test_the_record_says_what_was_done(recording: Recording) -> None:
    disk = Disk(recording.before)
    for event in recording.events:
        disk.play(event)

    assert {event.kind for event in recording.events} >= {"C", "W", "S", "U"}
    assert len(acked(recording.events)) == INVOICES


def test_no_power_cut_loses_or_halves_an_invoice(recording: Recording, place: Path) -> None:
    chance = random.Random(686_56)  # noqa: S311  the same cuts every time
    disk, played = Disk(recording.before), 0
    for cut in cuts_of(recording.events, chance):
        for event in recording.events[played:cut]:
            disk.play(event)
        played, acks = cut, acked(recording.events[:cut])
        files = disk.as_written() if chance.random() < KILLS else disk.after_a_cut(chance)
        assert len(look(place, files, acks)) - len(acks) <= 1


def test_a_disk_that_only_says_it_has_synced_is_found_out(
    recording: Recording, place: Path
) -> None:
    chance = random.Random(686_56)  # noqa: S311  the same cuts every time
    disk, losses = Disk(recording.before), 0
    for event in recording.events:
        if event.kind != "S":
            disk.play(event)
    for _ in range(10):
        try:
            look(place, disk.after_a_cut(chance), acked(recording.events))
        except (AssertionError, OfficeError):
            losses += 1

    assert losses > 5


def cuts_of(done: tuple[Event, ...], chance: random.Random) -> list[int]:
    """Return when to cut: before and after every sync, and at other instants up to a number."""
    syncs = [at for at, event in enumerate(done) if event.kind == "S"]
    chosen = {at + after for at in syncs for after in (0, 1)}
    rest = [at for at in range(len(done) + 1) if at not in chosen]
    chosen.update(chance.sample(rest, k=max(0, min(len(rest), IMAGES - len(chosen)))))
    return sorted(chosen)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where images are written: in memory if there is such a disk."""
    return (FAST if FAST.is_dir() else tmp_path) / f"backdesk-{os.getpid()}.backdesk"


def look(place: Path, files: dict[str, bytes], acks: list[str]) -> list[str]:
    """Write an image of the disk, open the office on it and prove it."""
    place.mkdir()
    try:
        for name, content in files.items():
            if not name.endswith("-shm") and name not in (ACKS, OPEN):
                (place / name).write_bytes(content)
        return prove(place, acks)
    finally:
        shutil.rmtree(place)


def acked(done: tuple[Event, ...]) -> list[str]:
    return [
        event.content.decode().strip() for event in done if event.name == ACKS and event.kind == "W"
    ]
