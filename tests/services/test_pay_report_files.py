"""Reports in the authority's own layout: written where nothing lacks, else told what does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.contacts.contact import Identifier
from app.domain.employees.employee import Employee, PayAccount, PersonName, Private
from app.domain.employees.form import EmployeeForm
from app.domain.payroll.payroll import PayrollRun
from app.domain.payroll.reporting import Report
from app.services import employees, pay_reports, payroll
from app.services.pay_reports import ReportFile
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.employing import a_profile
from tests.payrolling import SIAM, PayDesk, employ, give, give_card, pay_desk, thb
from tests.payrolls import eur
from tests.trade import LUMO

AINO = "150690-308N"
REACHED = replace(LUMO, phone="+358 40 7654321")
THAI = replace(
    SIAM,
    branch="00000",
    identifiers=(Identifier("th.tin", "0105555123450"), Identifier("th.sso", "1012345678")),
)
HOME = Address("99/1 ถนนสุขุมวิท", "คลองเตย", "10110", "เขตคลองเตย", "กรุงเทพมหานคร", "TH")


def asked(desk: PayDesk, run: PayrollRun, report: Report) -> ReportFile:
    return desk.office.ask(pay_reports.report_file, run.id, report)


def codes(file: ReportFile) -> list[str]:
    return [one.code for one in file.warnings]


def known(desk: PayDesk, person: Employee, **parts: object) -> None:
    """Write what is private of a person; parts are of it."""
    account = PayAccount(iban="FI2112345600000785", number="1234567890", bank_code="002")
    private = replace(Private(born_on=date(1990, 6, 15), account=account), **parts)  # type: ignore[arg-type]  # the tests name fields with their types
    version = desk.office.ask(employees.get, person.id).version
    desk.office.do(employees.keep_private, person.id, version, private)


def test_the_incomes_register_gets_its_own_file(database: Database) -> None:
    desk = pay_desk(database, REACHED)
    person = employ(desk, eur("3200"))
    known(desk, person, identity_number=AINO, identity_country="FI")
    give_card(desk, person.id)
    give(desk, person.id, "mileage", amount=eur("55"), quantity=Decimal(100))

    run = desk.posted()
    file = asked(desk, run, Report.INCOMES_REGISTER)

    root = etree.fromstring(file.content)
    said = [(one.text or "") for one in root.iter("TransactionCode", "Amount", "Kilometers")]
    assert said == [
        *("201", "3200.00", "311", "55.00", "100"),
        *("402", "592.00", "413", "233.60", "414", "28.48"),
    ]
    assert root.findtext(".//IncomeEarnerIds/Id/Code") == AINO
    assert (file.name, file.is_exact) == ("PR-2026-001-incomes-register.xml", True)
    assert (file.rows, file.warnings) == (1, ())
    assert file == asked(desk, run, Report.INCOMES_REGISTER)


@on_sqlite
def test_what_the_register_asks_for_besides_is_told(database: Database) -> None:
    desk = pay_desk(database, REACHED)
    person = employ(desk, eur("3200"))
    give(desk, person.id, "car_benefit", amount=eur("500"))

    file = asked(desk, desk.posted(), Report.INCOMES_REGISTER)

    assert codes(file) == ["payroll.identity-missing", "payroll.report-detail-missing"]
    assert file.is_exact


@on_sqlite
@pytest.mark.parametrize(
    ("company", "code"),
    [
        (LUMO, "payroll.phone-missing"),
        (replace(REACHED, identifiers=()), "payroll.business-id-missing"),
    ],
)
def test_without_what_the_register_needs_it_is_a_table_that_says_so(
    database: Database, company: Company, code: str
) -> None:
    desk = pay_desk(database, company)
    employ(desk, eur("3200"))

    file = asked(desk, desk.posted(), Report.INCOMES_REGISTER)

    assert (file.is_exact, codes(file)) == (False, [code])
    assert file.name.endswith(".csv")


@on_sqlite
def test_a_correction_is_a_table_of_differences(database: Database) -> None:
    desk = pay_desk(database, REACHED)
    person = employ(desk, eur("3200"))
    wrong = desk.posted()
    give(desk, person.id, "bonus", amount=eur("100"))
    day = date(2026, 4, 15)
    run = desk.office.do(payroll.correct, wrong.id, day, "Bonus forgotten").result
    desk.office.do(payroll.calculate, run.id)

    file = asked(desk, run, Report.INCOMES_REGISTER)

    assert (file.is_exact, codes(file)) == (False, ["payroll.report-correction"])


@on_sqlite
def test_thailand_gets_p_n_d_1_and_the_list_of_the_social_security(database: Database) -> None:
    desk = pay_desk(database, THAI)
    person = employ(desk, thb("42000"), "สมชาย")
    profile = a_profile()
    named = replace(profile, name=PersonName("สมชาย", "ใจดี", title="นาย"))
    form = EmployeeForm(named, person.starts_on)
    desk.office.do(employees.change, person.id, person.version, form)
    known(desk, person, identity_number="1101700203450", identity_country="TH", address=HOME)
    run = desk.posted()

    tax, social = asked(desk, run, Report.PND1), asked(desk, run, Report.SSO)

    assert (tax.is_exact, social.is_exact) == (True, True)
    assert (codes(tax), codes(social)) == ([], [])
    parts = tax.content.decode().rstrip().split("|")
    assert parts[:9] == [
        *("00", "0105555123450", "0000000000", "0000", "1101700203450", "0000000000"),
        *("นาย", "สมชาย", "ใจดี"),
    ]
    assert parts[12:] == ["03", "2569", "1", "31032569", "0", "42000.00", "904.17", "1"]
    head, body = social.content.decode("cp874").splitlines()
    assert head[:27] == "11012345678000000310369" + "0369"
    assert body[:17] == "21101700203450003"
    assert body[82:108] == "00000004200000" + "000000087500"


@on_sqlite
def test_what_thailand_lacks_is_told(database: Database) -> None:
    desk = pay_desk(database, replace(THAI, identifiers=THAI.identifiers[1:]))
    employ(desk, thb("42000"))
    run = desk.posted()

    tax, social = asked(desk, run, Report.PND1), asked(desk, run, Report.SSO)
    year = asked(desk, run, Report.PND1_YEAR)

    assert (tax.is_exact, codes(tax)) == (False, ["payroll.tax-number-missing"])
    assert codes(social) == ["payroll.identity-missing", "payroll.title-missing"]
    assert (year.is_exact, codes(year)) == (False, ["payroll.report-table-alone"])
