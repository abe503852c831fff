"""The form of a person is checked field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.employees.employee import PersonName
from app.domain.employees.form import check, tidied
from tests.employing import a_form


def test_a_person_needs_one_name_only() -> None:
    nobody, somchai = a_form("", " "), a_form("", "สมชาย")

    assert [one.code for one in check(tidied(nobody))] == ["employees.no-name"]
    assert check(tidied(somchai)) == ()


def test_a_form_is_kept_without_blanks() -> None:
    typed = replace(a_form(" Maija ", "Salonen\n", position="  Cook "), number=" 7 ", user=" m ")

    kept = tidied(typed)

    assert kept.profile.name == PersonName("Maija", "Salonen")
    assert (kept.profile.position, kept.number, kept.user) == ("Cook", "7", "m")


def test_days_and_an_address_that_cannot_be_are_told_at_their_fields() -> None:
    wrong = a_form(work_email="maija(at)lumo")

    found = check(wrong, date(2024, 4, 30))

    assert [one.field for one in found] == ["starts_on", "profile.work_email"]
