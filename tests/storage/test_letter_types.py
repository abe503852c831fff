"""Types and signatories come back as they were written, and change with their version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.correspondence.letter import LetterType
from app.domain.shared.ids import LetterTypeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.storage.letters import ANNA, CONTRACT, furnish

APPEAL = LetterType(LetterTypeId(5), 1, "appeal")


@pytest.fixture(autouse=True)
def furnished(database: Database) -> None:
    furnish(database)


def test_they_come_back_as_they_were_written(database: Database) -> None:
    with database.write() as unit:
        unit.letter_types.add(APPEAL)

    with database.read() as unit:
        assert unit.letter_types.all() == (CONTRACT, APPEAL)
        assert unit.letter_types.get(CONTRACT.id) == CONTRACT
        assert unit.signatories.all() == (ANNA,)
        with pytest.raises(NotFound):
            unit.signatories.get(99)


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    after = replace(CONTRACT, version=2, reply_days=None)
    with database.write() as unit:
        unit.letter_types.save(CONTRACT, after)

    with pytest.raises(Conflict), database.write() as unit:
        unit.letter_types.save(CONTRACT, after)
    with database.read() as unit:
        assert unit.letter_types.get(CONTRACT.id) == after
