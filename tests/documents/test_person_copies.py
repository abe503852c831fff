"""The copy of a person's data says what is kept, why, how long, and what the person may ask for."""

from __future__ import annotations

from app.documents.person_copies import PersonPaper, answer
from app.documents.text import plain
from tests.documents.papers import THAI
from tests.documents.reports import an_imprint, person_copy


def test_each_part_stands_under_its_heading() -> None:
    told = plain(person_copy())

    for part in ("Aino Kanerva", "1002", "+358 40 123 4567", "20260001", "Soitti", "Anna"):
        assert part in told
    assert "Kirjanpitolaki 2:10" in told
    assert "Tyhjä" not in told


def test_a_person_of_whom_little_is_known_gets_a_paper_without_empty_parts() -> None:
    paper = PersonPaper("Aino", "", (), (), ())

    assert "Aino" in answer(paper, an_imprint())


def test_the_letter_speaks_the_language_of_the_person() -> None:
    paper = PersonPaper("Aino Kanerva", "1002", (), (), ())

    finnish, thai = answer(paper, an_imprint()), answer(paper, an_imprint(THAI))

    assert "Aino Kanerva" in finnish
    assert "Aino Kanerva" in thai
    assert finnish.splitlines()[5] != thai.splitlines()[5]
