from __future__ import annotations

from datetime import datetime

from app.domain.shared.ids import EmployeeId
from app.services.office import Office, no_progress
from app.services.timekeeping import Timekeeping, named_so
from tests.timing import TUESDAY, at


def test_people_are_found_by_every_word_of_their_names() -> None:
    names = {EmployeeId(1): "Aino Virtanen", EmployeeId(2): "Boon Suwan"}

    assert named_so(names, " ") is None
    assert named_so(names, "VIRT ai") == (1,)
    assert named_so(names, "x") == ()


def test_a_moment_without_a_zone_is_what_the_clock_of_the_office_showed(office: Office) -> None:
    wall = datetime(2026, 3, 10, 16, 30)  # noqa: DTZ001  that is the case

    with office.database.read() as unit:
        keeping = Timekeeping(office.desk(unit, no_progress))
        moment = keeping.aware(wall)
        day = keeping.day_of(at(TUESDAY, "23:59"))

    assert (moment, day) == (at(TUESDAY, "16:30"), TUESDAY)
