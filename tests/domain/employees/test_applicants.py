from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.employees.applicants import (
    KEPT,
    Applicant,
    ApplicantForm,
    Candidate,
    Stage,
    check,
    tidied,
)
from app.domain.employees.employee import PersonName
from app.domain.shared.ids import ApplicantId
from app.domain.shared.refusals import IllegalTransition

DAY = date(2026, 3, 10)
FORM = ApplicantForm(Candidate(PersonName("Oili", "Korpi"), " a@b.example "), "Driver", DAY)
ONE = Applicant(ApplicantId(1), 1, "Driver", Stage.APPLIED, DAY, DAY + KEPT, FORM.candidate)


def test_an_application_goes_from_stage_to_stage_and_back_from_its_end() -> None:
    interview = ONE.moved(Stage.INTERVIEW)
    offer = interview.moved(Stage.OFFER)

    assert (ONE.next_stage, interview.next_stage, offer.next_stage) == (
        Stage.INTERVIEW,
        Stage.OFFER,
        None,
    )
    assert offer.moved(Stage.HIRED).version == 4
    assert ONE.moved(Stage.REJECTED).moved(Stage.APPLIED).is_open
    with pytest.raises(IllegalTransition):
        offer.moved(Stage.HIRED).moved(Stage.OFFER)


def test_who_is_forgotten_is_known_no_more_and_not_twice() -> None:
    gone = ONE.forgotten()

    assert (gone.candidate, gone.stage, gone.position) == (None, Stage.FORGOTTEN, "Driver")
    assert not gone.is_overdue(DAY + 9 * KEPT)
    for again in (gone.forgotten, lambda: gone.moved(Stage.APPLIED)):
        with pytest.raises(IllegalTransition):
            again()


def test_an_application_is_kept_a_year_where_no_day_is_written() -> None:
    kept = tidied(FORM)

    assert kept.delete_on == DAY + KEPT
    assert kept.candidate.email == "a@b.example"
    assert not ONE.is_overdue(DAY + KEPT)
    assert ONE.is_overdue(DAY + KEPT + timedelta(days=1))
    assert tidied(replace(FORM, applied_on=date.max)).delete_on == date.max


def test_what_is_missing_or_in_the_wrong_order_is_told_at_its_field() -> None:
    empty = ApplicantForm(Candidate(PersonName("", "")), "", DAY, DAY - timedelta(days=1))

    assert [one.field for one in check(empty)] == [
        "candidate.name.given",
        "position",
        "delete_on",
    ]
    assert check(FORM) == ()
    assert "Korpi" not in repr(ONE)
