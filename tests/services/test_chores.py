"""Chores are done in their order, those that are wanted, until nothing waits."""

from __future__ import annotations

from pathlib import Path

from app.domain.shared.jobs import JobKind
from app.services import chores, finding, reading, reindexing
from app.services.office import Office
from app.services.reindexing import Again
from tests.formats.stacks import a_pdf
from tests.services.test_likeness import take
from tests.services.test_stacks import SEPARATORS, scan


def test_a_stack_is_split_before_anything_of_it_is_read(office: Office, tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    scan(office, scans, SEPARATORS, a_pdf("the harbour", "|PATCHT", "the lighthouse"))

    done = office.run(chores.some, 60)
    reading.rest(office)

    assert (done.stacks.done, done.reading.documents, done.is_over) == (1, 2, True)
    assert office.ask(finding.find, "harbour").total == 1
    assert not done.is_stuck
    assert office.run(chores.some, 1).is_stuck


def test_only_what_is_wanted_is_done(office: Office) -> None:
    take(office, "letter.pdf", a_pdf("the harbour"))
    office.run(reindexing.begin, Again.INDEX)

    done = office.run(chores.some, 1, (JobKind.SPLIT, JobKind.INDEX))

    assert (done.indexing.done, done.reading.documents, done.reading.waiting) == (1, 0, 1)
    assert not done.is_over
