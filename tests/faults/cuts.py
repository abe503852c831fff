"""Power cuts at any instant of any work, in two models: what was written, and what was synced."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tests.faults.replaying import Tree
from tests.faults.table import Row
from tests.faults.work import ACKS, Verdict, Work
from tests.faults.worker import Job
from tests.faults.workers import Site, Worker, hired, last_words
from tests.faults.works import WORKS
from tests.storage.faults.replay import Event, events

FAULT = "power cut"
SEED = 686_56
AS_WRITTEN = 0.2
"""So many of the images are of the first model: everything that was written is there."""


def cuts(where: Site, images: int, only: str = "") -> Iterator[Row]:
    """Look at so many images of each work."""
    with hired(where.disk) as worker:
        for work in WORKS.values():
            if only in work.name:
                yield cut(where, worker, work, images)


def cut(where: Site, worker: Worker, work: Work, images: int) -> Row:
    """Look at images of a work that was recorded once; each is of an instant of its own."""
    chance, began = random.Random(f"{SEED} {work.name}"), time.monotonic()  # noqa: S311  the same cuts every time
    template, row = where.template(work), Row(FAULT, work.name)
    done = recorded(where, worker, work)
    tree, played = Tree(template), 0
    for instant in instants(done, images, chance):
        for event in done[played:instant]:
            tree.play(event)
        played = instant
        is_written = chance.random() < AS_WRITTEN
        files = tree.as_written() if is_written else tree.after_a_cut(chance)
        row = row.with_run(_looked(where, work, files, acked(done[:instant])))
    return replace(row, seconds=time.monotonic() - began)


def recorded(where: Site, worker: Worker, work: Work) -> list[Event]:
    """Do a work once and return all that it asked of the disk."""
    template, record = where.template(work), where.root / "record"
    record.unlink(missing_ok=True)
    with where.copy(template) as place:
        job = Job(work.name, str(place), str(template), record=str(record))
        assert worker.do(job) == 0, last_words(place)
        return [_within(event, place) for event in events(record, place)]


def _within(event: Event, place: Path) -> Event:
    """Return an event of which the new name is one within the place, too."""
    if event.kind not in "RL":
        return event
    new = event.content.decode().removeprefix(f"{place}/")
    return replace(event, content=new.encode())


def instants(done: list[Event], images: int, chance: random.Random) -> list[int]:
    """Return when to cut: beside every sync and change of names as far as there is room."""
    places = range(len(done) + 1)
    near = {at + after for at, one in enumerate(done) if one.kind not in "WT" for after in (0, 1)}
    chosen = chance.sample(sorted(near), k=min(len(near), images))
    chosen += chance.choices(places, k=images - len(chosen))
    return sorted(chosen)


def acked(done: list[Event]) -> list[str]:
    """Return what had been told."""
    return [
        event.content.decode().strip() for event in done if event.name == ACKS and event.kind == "W"
    ]


def _looked(where: Site, work: Work, files: Mapping[str, bytes], acks: list[str]) -> Verdict:
    """Write an image of the disk, and prove what lies there."""
    place = where.root / "place"
    write(place, files)
    try:
        return work.prove(place, acks)
    finally:
        shutil.rmtree(place)


def write(place: Path, files: Mapping[str, bytes]) -> None:
    """Write an image of a place."""
    place.mkdir()
    for name, content in files.items():
        path = place / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        elif not name.endswith("-shm") and name != ACKS:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
