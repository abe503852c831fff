"""What the authorities and the adviser are told of a run.

It is in the authority's own layout where that is known and nothing lacks that it asks for, else a
table of this program's own, which says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.payroll.reporting import OF_COUNTRY, Report
from app.domain.shared.ids import PayrollRunId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Refusal
from app.formats import csv
from app.services.office import Desk
from app.services.pay_report_files import PayFiles
from app.services.pay_report_tables import TITLES, PayTables
from app.services.permissions import Permission, query
from app.services.reported_pay import ReportedPay


class OtherReport(Refusal):
    """The country has no such report; ``known`` names those it has."""

    code = "payroll.other-report"


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report as a file; ``is_exact`` where it has the authority's own layout.

    ``warnings`` say why it has not, or what the authority will ask for besides.
    """

    name: str
    content: bytes
    rows: int
    is_exact: bool
    warnings: tuple[Problem, ...]


@query(Permission.PAYROLL_READ)
def reports(desk: Desk) -> tuple[Report, ...]:
    """Return the reports of this office's country."""
    return OF_COUNTRY.get(desk.store.company.get().country, ())


@query(Permission.PAYROLL_READ)
def report_file(desk: Desk, run_id: PayrollRunId, report: Report) -> ReportFile:
    """Return a report of a run; raises OtherReport, NotFound, BehindWall."""
    known = reports(desk)
    if report not in known:
        raise OtherReport(report=report.value, known=", ".join(one.value for one in known))
    desk.store.wall.require()
    run = desk.store.payroll_runs.get(run_id)
    pay = ReportedPay(desk, run)
    files, name = PayFiles(pay), f"{run.number or run.name}-{report.value}"
    if in_the_way := files.in_the_way(report):
        found = list(PayTables(pay).rows(report))
        content = b"".join(csv.pieces([TITLES[report], *found]))
        return ReportFile(f"{name}.csv", content, len(found), is_exact=False, warnings=in_the_way)
    exact = files.written(report)
    return ReportFile(
        f"{name}.{exact.suffix}",
        exact.content,
        exact.rows,
        is_exact=True,
        warnings=files.warnings(report),
    )
