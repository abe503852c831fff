"""The copy of a person's data says what is kept, why, how long, and what the person may ask for."""

from __future__ import annotations

from datetime import date

from app.documents.model import Grid
from app.documents.person_copies import Deed, Line, PersonPaper, Section, answer, describe
from app.documents.text import plain
from tests.documents.papers import THAI
from tests.documents.reports import an_imprint, person_copy


def test_each_part_stands_under_its_heading() -> None:
    told = plain(person_copy())

    for part in ("Aino Kanerva", "1002", "+358 40 123 4567", "20260001", "Soitti", "Anna"):
        assert part in told
    assert "Kirjanpitolaki 2:10" in told
    assert "Tyhjä" not in told


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    lines = (Line(None, "", "Soitti"), Line(None, "", "", "12,00 €"))
    sections = (Section("notes", lines), Section("invoice", ()))
    document = describe(PersonPaper("Aino", "", (), sections, ()), an_imprint())

    (grid,) = [one for one in document.blocks if isinstance(one, Grid)]
    assert [one.title for one in grid.columns] == ["Mistä", "Summa"]
    assert [row.cells for row in grid.rows] == [("Soitti", ""), ("", "12,00 €")]
    assert "Mitä tiedämme teistä" not in plain(document)


def test_what_was_done_several_times_on_a_day_is_told_once() -> None:
    deed = Deed(date(2026, 3, 9), "Anna", "Lisää yhteystieto")
    paper = PersonPaper("Aino", "", (), (), (), (deed, deed))

    assert plain(describe(paper, an_imprint())).count("Lisää yhteystieto") == 1


def test_a_person_of_whom_little_is_known_gets_a_paper_without_empty_parts() -> None:
    paper = PersonPaper("Aino", "", (), (), ())

    assert "Aino" in answer(paper, an_imprint())


def test_the_letter_speaks_the_language_of_the_person() -> None:
    paper = PersonPaper("Aino Kanerva", "1002", (), (), ())

    finnish, thai = answer(paper, an_imprint()), answer(paper, an_imprint(THAI))

    assert "Aino Kanerva" in finnish
    assert "Aino Kanerva" in thai
    assert finnish.splitlines()[5] != thai.splitlines()[5]
