"""Tables of reports: a year of P.N.D. 1 is the sum of its months."""

from __future__ import annotations

import csv

from app.domain.payroll.reporting import Report
from app.services import pay_reports
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.payrolling import APRIL_RUN, SIAM, employ, pay_desk, thb


@on_sqlite
def test_a_year_is_the_sum_of_its_months(database: Database) -> None:
    desk = pay_desk(database, SIAM)
    employ(desk, thb("42000"))
    desk.posted()
    april = desk.posted(APRIL_RUN)

    file = desk.office.ask(pay_reports.report_file, april.id, Report.PND1_YEAR)

    (row,) = csv.DictReader(file.content.decode("utf-8-sig").splitlines())
    assert (row["year"], row["income"], row["paid"]) == ("2026", "40(1)", "84000.00")
    assert row["tax"] == "1808.34"
