"""A few power cuts of each work of an office; ``python dev.py faults`` looks at 20,000."""

from __future__ import annotations

import random

import pytest

from tests.faults.cuts import cut, recorded
from tests.faults.replaying import Tree
from tests.faults.workers import Site, Worker
from tests.faults.works import WORKS

IMAGES = {"backup": 10, "file": 12, "keys": 8, "post": 12, "restore": 8}


@pytest.mark.parametrize("name", IMAGES)
def test_a_power_cut_loses_nothing_that_was_told(
    where: Site, recorded_worker: Worker, name: str
) -> None:
    row = cut(where, recorded_worker, WORKS[name], IMAGES[name])

    assert row.is_good, row
    assert row.runs == IMAGES[name]


@pytest.mark.parametrize("name", ["backup", "keys", "restore"])
def test_the_folder_of_every_new_name_is_synced(
    where: Site, recorded_worker: Worker, name: str
) -> None:
    done = recorded(where, recorded_worker, WORKS[name])

    renamed = [(at, one.content.decode()) for at, one in enumerate(done) if one.kind == "R"]

    assert renamed
    for at, new in renamed:
        folder = new.rpartition("/")[0]
        assert any(one.kind == "S" and one.name == folder for one in done[at:]), new


def test_what_was_never_synced_may_be_gone(where: Site, recorded_worker: Worker) -> None:
    work, chance = WORKS["file"], random.Random(1)  # noqa: S311  the same cuts every time
    done = recorded(where, recorded_worker, work)
    before = Tree(where.template(work)).as_written()
    tree = Tree(where.template(work))
    for event in done:
        if event.kind != "S":
            tree.play(event)

    after = [tree.after_a_cut(chance) for _ in range(20)]

    assert {event.kind for event in done} >= set("CWSU")
    assert any(one.keys() != tree.as_written().keys() for one in after)
    assert any(one == tree.as_written() or one == before for one in after) is False
