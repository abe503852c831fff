"""A clerk who is killed while letters are issued leaves no half letter and no gap."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from pathlib import Path

import pytest

from app.domain.correspondence.letter import IncomingState, Outgoing, OutgoingState
from app.domain.correspondence.outgoing import NUMBERED
from app.domain.shared.ids import RecordId
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.checks import check
from app.storage.offices import create_office, open_office
from app.storage.unit import Unit
from tests.builders import TODAY
from tests.services.letters import drafted, registered
from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk, numbers
from tests.storage.faults.test_kills import kill
from tests.trade import opened_books

ROUNDS = int(os.environ.get("BACKDESK_LETTER_KILLS", "10"))
ROUNDS_IN_ONE_OFFICE = 10
DRAFTS = 60
MOST_ISSUED = 4
ONE_ISSUE = 0.06


@pytest.fixture(scope="module")
def written_folder(tmp_path_factory: pytest.TempPathFactory, small_ballast: None) -> Path:
    """Return the folder of a closed office with answers that wait to be issued; to be copied."""
    path = tmp_path_factory.mktemp("letters") / "Full.backdesk"
    office = Office(create_office(path), FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    for _ in range(DRAFTS):
        drafted(office, answers=registered(office).id)
    office.close()
    return path


def test_kills_while_letters_are_issued_leave_each_whole_or_a_draft(
    clerk: Clerk, written_folder: Path, tmp_path: Path
) -> None:
    chance = random.Random(2026)  # noqa: S311  the same instants every time
    in_all = 0
    for at in range(max(1, ROUNDS // ROUNDS_IN_ONE_OFFICE)):
        folder, acks = tmp_path / f"{at}.backdesk", tmp_path / f"{at}.acks"
        shutil.copytree(written_folder, folder)
        issued: list[str] = []
        for _ in range(ROUNDS_IN_ONE_OFFICE):
            job = Job(str(folder), str(acks), letters=True)
            kill(clerk, job, chance.randint(0, MOST_ISSUED), chance.uniform(0.0, ONE_ISSUE))
            now = proven(folder, numbers(acks))
            assert now[: len(issued)] == issued
            issued = now
        in_all += len(issued)

    assert in_all > ROUNDS


def proven(folder: Path, acked: list[str]) -> list[str]:
    """Prove that every letter is whole or a draft, and return the numbers that were issued."""
    database = open_office(folder)
    try:
        assert check(database) == ()
        with database.read() as unit:
            letters = unit.letters_out.get_all(unit.letters_out.spine())
            found = sorted(one.number for one in letters if one.number)
            assert found == [f"OUT-2026-{at:04}" for at in range(1, len(found) + 1)]
            assert set(acked) <= set(found)
            for letter in letters:
                require_whole(unit, letter)
        return found
    finally:
        database.close()


def require_whole(unit: Unit, letter: Outgoing) -> None:
    """Assert that a letter has all that its state says, and what it answers knows of it."""
    is_issued = letter.state in NUMBERED
    assert is_issued is bool(letter.number) is bool(letter.document_id)
    assert letter.answers is not None
    asked = unit.letters_in.get(letter.answers)
    assert (asked.state is IncomingState.ANSWERED) is is_issued
    dispatches = unit.dispatches.of(letter.id)
    assert bool(dispatches) is (letter.state is OutgoingState.SENT)
    if letter.document_id:
        card = unit.documents.get(letter.document_id)
        pdf = b"".join(unit.archive.read(RecordId(card.file_id)))
        assert card.is_sealed
        assert {one.dispatch.sha256 for one in dispatches} <= {hashlib.sha256(pdf).hexdigest()}
