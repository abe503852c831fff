"""Long work: told often enough and not too often, and cancelled from the window."""

from __future__ import annotations

import pytest

from app.services.office import Cancelled
from app.ui.kit.work import Work


def test_work_that_was_cancelled_refuses_at_its_next_report() -> None:
    work = Work()
    work.report(1, 3)

    work.cancel()

    with pytest.raises(Cancelled):
        work.report(2, 3)


def test_reports_are_told_at_most_twenty_times_a_second() -> None:
    work, told = Work(), list[object]()
    work.progressed.connect(lambda done, _of: told.append(done))

    for done in range(1, 1001):
        work.report(done, 1000)

    assert told[0] == 1
    assert told[-1] == 1000
    assert len(told) < 50
