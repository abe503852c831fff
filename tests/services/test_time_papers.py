from __future__ import annotations

from datetime import date

from app.services import hours, time_papers
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.timing import MONDAY, from_to, hire, keep_calendar


@on_sqlite
def test_a_week_and_a_month_are_printed_in_the_language_asked_for(
    office: Office, database: Database
) -> None:
    keep_calendar(database)
    aino = hire(database)
    office.do(hours.write_day, aino, MONDAY, (from_to("08:00", "16:15", 30),))

    week = office.ask(time_papers.week_page, aino, MONDAY)
    thai = office.ask(time_papers.week_page, aino, MONDAY, "th")
    month = office.ask(time_papers.month_page, aino, date(2026, 3, 31))

    assert {one[:5] for one in (week, thai, month)} == {b"%PDF-"}
    assert week != thai
