"""Nothing is paid twice, and nothing is forgotten, whichever order runs and corrections come in."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.employees.contract import Pay
from app.domain.payroll.payroll import PayrollRun
from app.domain.shared.ids import new_id
from app.formats.holidays import holidays_of
from app.services import payroll
from app.services.payroll import RunForm
from app.storage.database import Database
from app.storage.offices import open_office
from tests.chances import few
from tests.handing import a_claim, a_leave, agree_on_overtime, approved_week, types
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import eur

DAY = timedelta(days=1)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(("week", "week", "claim", "leave", "run", "run", "correct")),
        st.integers(0, 7),
    ),
    min_size=5,
    max_size=9,
)


class Story:
    """One person and three months; weeks, claims and leave come at any time."""

    def __init__(self, desk: PayDesk, first: date) -> None:
        self.desk = desk
        agreed = Pay(eur("2200"), overtime=eur("20"))
        self.person = employ(desk, eur("2200"), agreed=agreed).id
        self.unpaid = types(desk.office)["unpaid"]
        self.months = [first, _next(first), _next(_next(first))]
        self.runs: dict[date, PayrollRun] = {}
        self.days: set[date] = set()
        self.weeks: dict[date, int] = {}
        self.claims = 0

    def week(self, number: int) -> None:
        monday = self.months[number % 2] + (number // 2) * 7 * DAY
        monday -= monday.weekday() * DAY
        if monday >= self.months[0] and monday not in self.weeks:
            week = approved_week(self.desk, self.person, monday)
            self.weeks[monday] = sum(one.minutes for one in week.overtime)

    def claim(self, number: int) -> None:
        a_claim(self.desk, self.person)
        self.claims += 1

    def leave(self, number: int) -> None:
        day = self.months[number % 2] + (8 + number) * DAY
        if day not in self.days and day.weekday() < 5:
            a_leave(self.desk, self.person, self.unpaid, day, day)
            self.days.add(day)

    def run(self, number: int) -> None:
        month = self.months[number % 3]
        if month not in self.runs:
            last = _next(month) - DAY
            run = self.desk.office.do(payroll.begin, RunForm(month, last, last)).result
            self.runs[month] = run
            self._through(run)

    def correct(self, number: int) -> None:
        month = self.months[number % 3]
        if month in self.runs:
            run = self.runs[month]
            pay_on = date(2026, 4, 30)
            self._through(self.desk.office.do(payroll.correct, run.id, pay_on, "Late").result)

    def finish(self) -> None:
        for number in (0, 1, 2):
            self.run(number)
        for number in (0, 1, 2):
            self.correct(number)

    def _through(self, run: PayrollRun) -> None:
        self.desk.office.do(payroll.calculate, run.id)
        self.desk.other.do(payroll.approve, run.id)
        self.desk.office.do(payroll.post, run.id)

    def paid(self) -> dict[tuple[date, str], Decimal]:
        """Return what the person was paid for each month, by component."""
        found: Counter[tuple[date, str]] = Counter()
        for run in self.desk.office.ask(payroll.runs):
            for row in self.desk.office.ask(payroll.get, run.id).rows:
                if row.payslip.employee_id == self.person:
                    for line in row.payslip.lines:
                        found[run.first_on, line.component] += line.amount.minor
        return {key: Decimal(minor).scaleb(-2) for key, minor in found.items()}


@settings(
    max_examples=few(4),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(DEEDS)
def test_all_is_paid_once(tmp_path: Path, empty_folder: Path, deeds: list[tuple[str, int]]) -> None:
    place = tmp_path / f"{new_id()}.backdesk"
    shutil.copytree(empty_folder, place)
    with closing(open_office(place)) as database:
        _play(database, deeds)


def _play(database: Database, deeds: list[tuple[str, int]]) -> None:
    desk = pay_desk(database)
    agree_on_overtime(desk.office)
    story = Story(desk, date(2026, 1, 1))

    for name, number in deeds:
        deed: Callable[[int], None] = getattr(story, name)
        deed(number)
    claims_in_time = story.claims
    is_last_open = story.months[2] not in story.runs
    story.finish()

    paid = story.paid()
    minutes = sum(story.weeks.values())
    overtime = sum(value for (_, code), value in paid.items() if code == "overtime")
    assert overtime == Decimal(minutes) / 2
    if is_last_open:
        mileage = sum(value for (_, code), value in paid.items() if code == "mileage")
        assert mileage == Decimal("116.60") * claims_in_time
    for month in story.months:
        worked = _worked(month)
        off = sum(day in story.days for day in worked)
        share = (Decimal(2200) * off / len(worked)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert paid.get((month, "unpaid_leave"), Decimal(0)) == -share


def _worked(month: date) -> list[date]:
    """Return the days of a month that are worked."""
    rests = holidays_of("FI", "", {month.year})
    days = (month + at * DAY for at in range((_next(month) - month).days))
    return [day for day in days if day.weekday() < 5 and day not in rests]


def _next(month: date) -> date:
    return (month + 32 * DAY).replace(day=1)
