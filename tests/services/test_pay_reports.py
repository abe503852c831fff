"""Reports of runs: the rows that each country's authority or adviser is told."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from app.domain.payroll.payroll import PayrollRun
from app.domain.payroll.reporting import Report
from app.services import pay_reports
from app.services.office import Office
from app.services.pay_reports import OtherReport
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import SIAM, employ, give, give_card, pay_desk, thb
from tests.payrolls import eur


def rows(office: Office, run: PayrollRun, report: Report) -> list[dict[str, str]]:
    content = office.ask(pay_reports.report_file, run.id, report).content
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines()))


def test_the_incomes_register_gets_every_coded_line(database: Database) -> None:
    desk = pay_desk(database)
    person = employ(desk, eur("3200"))
    give_card(desk, person.id)
    run = desk.posted()

    found = rows(desk.office, run, Report.INCOMES_REGISTER)

    assert [(one["income_type"], one["amount"]) for one in found] == [
        ("201", "3200.00"),
        ("402", "592.00"),
        ("413", "233.60"),
        ("414", "28.48"),
    ]
    assert {one["payer"] for one in found} == {"12345671"}
    with pytest.raises(OtherReport):
        rows(desk.office, run, Report.PND1)
    with pytest.raises(BehindWall):
        rows(as_role(desk.office, CLERK), run, Report.INCOMES_REGISTER)


@on_sqlite
def test_thailand_lists_the_tax_and_the_social_security(database: Database) -> None:
    desk = pay_desk(database, SIAM)
    employ(desk, thb("42000"))
    run = desk.posted()

    (tax,) = rows(desk.office, run, Report.PND1)
    (social,) = rows(desk.office, run, Report.SSO)

    assert (tax["income"], tax["paid"], tax["tax"]) == ("40(1)", "42000.00", "904.17")
    assert (social["wage"], social["employee_part"], social["employer_part"]) == (
        "42000.00",
        "875.00",
        "875.00",
    )


@on_sqlite
@pytest.mark.parametrize(
    ("country", "currency", "report"),
    [("DE", "EUR", Report.ADVISER), ("US", "USD", Report.W2)],
)
def test_where_an_adviser_reckons_the_gross_is_handed_over(
    database: Database, country: str, currency: str, report: Report
) -> None:
    company = replace(SIAM, country=country, currency=currency, language="en")
    desk = pay_desk(database, company)
    pay = replace(eur("3200"), currency=currency)
    person = employ(desk, pay)
    give(desk, person.id, "bonus", amount=replace(eur("500"), currency=currency))

    found = rows(desk.office, desk.run(), report)

    assert desk.office.ask(pay_reports.reports)[0] is Report.ADVISER
    amounts = [one["amount"] for one in found]
    assert amounts == (["3200.00", "500.00"] if country == "DE" else ["3700.00"])
