"""Who applied lies sealed with a key of each one's own, and is gone with it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.employees.applicants import Applicant, Candidate, Stage
from app.domain.employees.employee import PersonName
from app.domain.shared.ids import ApplicantId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

OILI = Candidate(PersonName("Oili", "Korpi"))
DAY = date(2026, 3, 10)
ONE = Applicant(ApplicantId(7), 1, "Driver", Stage.APPLIED, DAY, DAY, OILI)


def test_an_application_is_read_and_saved_by_who_was_let_in(database: Database) -> None:
    after = ONE.moved(Stage.INTERVIEW)

    with database.write() as unit:
        unit.applicants.add(ONE)
        assert unit.applicants.all()[0].candidate is None
        unit.wall.let_in()
        unit.applicants.save(ONE, after)

        assert unit.applicants.all() == (after,)
        for wrong, refusal in ((ApplicantId(7), Conflict), (ApplicantId(8), NotFound)):
            with pytest.raises(refusal):
                unit.applicants.current(wrong, 1)


def test_who_is_forgotten_is_read_by_nobody(database: Database) -> None:
    with database.write() as unit:
        unit.wall.let_in()
        unit.applicants.add(ONE)
        unit.applicants.forget(ONE, ONE.forgotten())

    with database.read() as unit:
        unit.wall.let_in()
        assert unit.applicants.all() == (ONE.forgotten(),)
