"""A clerk who is killed while a mailing is issued: it is gone on with, none twice, none lost."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.contacts.mailing import MailingForm
from app.domain.correspondence.merging import ItemState, RunState
from app.domain.shared.ids import ContactId, LetterId, MergeRunId, RecordId, new_id
from app.outside.clock import FixedClock
from app.services import mailing_lists, merge_runs, templates
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.checks import check
from app.storage.offices import create_office, open_office
from app.storage.unit import Unit
from tests.builders import TODAY
from tests.services.test_merge_runs import FORM
from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk
from tests.storage.faults.test_kills import kill
from tests.trade import AAMU, AT, opened_books

ROUNDS = int(os.environ.get("BACKDESK_MAILING_KILLS", "10"))
ROUNDS_IN_ONE_OFFICE = 10
RECEIVERS = 60
MOST_STEPS = 2
ONE_STEP = 0.1


@pytest.fixture(scope="module")
def mailing_folder(tmp_path_factory: pytest.TempPathFactory, small_ballast: None) -> Path:
    """Return the folder of a closed office with a mailing that waits to be issued."""
    path = tmp_path_factory.mktemp("mailings") / "Full.backdesk"
    office = Office(create_office(path), FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    ids = [ContactId(new_id()) for _ in range(RECEIVERS)]
    with office.database.write() as unit:
        for at, one in enumerate(ids):
            unit.contacts.add(replace(AAMU, id=one, number=f"9{at:03}", name=f"Asiakas {at}"), AT)
    listed = office.do(mailing_lists.add, MailingForm("All", None, tuple(ids))).result
    template = office.do(templates.add, FORM).result
    office.do(merge_runs.prepare, listed.id, template.id)
    office.close()
    return path


def test_kills_while_a_mailing_is_issued_lose_and_double_no_letter(
    clerk: Clerk, mailing_folder: Path, tmp_path: Path
) -> None:
    chance = random.Random(2026)  # noqa: S311  the same instants every time
    for at in range(max(1, ROUNDS // ROUNDS_IN_ONE_OFFICE)):
        folder, acks = tmp_path / f"{at}.backdesk", tmp_path / f"{at}.acks"
        shutil.copytree(mailing_folder, folder)
        issued: list[str] = []
        for _ in range(ROUNDS_IN_ONE_OFFICE):
            job = Job(str(folder), str(acks), most=0, mails=True)
            kill(clerk, job, chance.randint(0, MOST_STEPS), chance.uniform(0.0, ONE_STEP))
            now = proven(folder)
            assert now[: len(issued)] == issued
            issued = now
        assert len(issued) > 0

        assert clerk.do(Job(str(folder), str(acks), most=0, mails=True)) == 0

        assert proven(folder) == [f"OUT-2026-{at:04}" for at in range(1, RECEIVERS + 1)]


def proven(folder: Path) -> list[str]:
    """Prove that every receiver waits or has one whole letter; return the numbers in order."""
    database = open_office(folder)
    try:
        assert check(database) == ()
        with database.read() as unit:
            (row,) = unit.merge_runs.all()
            assert (row.run.state is RunState.ISSUED) is (row.ready == 0)
            return require_whole(unit, row.id)
    finally:
        database.close()


def require_whole(unit: Unit, run_id: MergeRunId) -> list[str]:
    """Assert that the letters of a run are those that were issued, each with its paper."""
    items = unit.merge_runs.items(run_id)
    assert {one.state for one in items} <= {ItemState.READY, ItemState.ISSUED}
    assert len({one.contact_id for one in items}) == RECEIVERS
    written = [one for one in items if one.state is ItemState.ISSUED]
    letters = {one.id: one for one in unit.letters_out.get_all(unit.letters_out.spine())}
    assert sorted(letters) == sorted(one.letter_id or 0 for one in written)
    assert list(unit.numbers.gaps("letter-out")) == []
    for item in written:
        letter = letters[item.letter_id or LetterId(0)]
        assert (letter.number, letter.addressee_id) == (item.number, item.contact_id)
        assert letter.document_id is not None
        card = unit.documents.get(letter.document_id)
        assert b"".join(unit.archive.read(RecordId(card.file_id))).startswith(b"%PDF")
    return [one.number for one in written]
