"""Types of letters through the services."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.correspondence.letter import LetterType
from app.domain.shared.ids import LetterTypeId
from app.domain.shared.refusals import Conflict, Invalid
from app.services import letter_types
from app.services.office import Office


def test_a_type_is_added_changed_and_put_away(office: Office) -> None:
    added = office.do(letter_types.add, " Sopimus ", 14, is_four_eyes=True).result

    gone = office.do(letter_types.change, replace(added, is_archived=True)).result

    assert (added.name, added.reply_days, added.is_four_eyes) == ("Sopimus", 14, True)
    assert office.ask(letter_types.all_types) == (gone,)
    with pytest.raises(Conflict):
        office.do(letter_types.change, added)


@pytest.mark.parametrize(
    ("name", "days", "code"),
    [
        (" ", None, "letters.type-without-name"),
        ("SOPIMUS", None, "letters.type-taken"),
        ("Valitus", 4000, "letters.reply-days-out-of-range"),
    ],
)
def test_a_wrong_type_is_refused(office: Office, name: str, days: int | None, code: str) -> None:
    office.do(letter_types.add, "Sopimus")

    with pytest.raises(Invalid) as refused:
        office.do(letter_types.add, name, days)

    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_type_is_written_once_under_its_own_id(office: Office) -> None:
    new = LetterType(LetterTypeId(7), 3, "  Contract ", 14, is_four_eyes=True)

    kept = office.do(letter_types.write, new).result

    assert kept == LetterType(LetterTypeId(7), 1, "Contract", 14, is_four_eyes=True)
    with pytest.raises(Conflict):
        office.do(letter_types.write, new)
