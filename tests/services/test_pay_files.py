"""Bank files: the sum of the nets, the same bytes each time, and who is left out is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.employees.employee import Private
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import IllegalTransition
from app.services import archive, employees, pay_files, payroll
from app.services.pay_files import NoPayingAccount
from app.services.permissions import Permission, Role
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import BORN, SIAM, PayDesk, employ, pay_desk, thb
from tests.payrolls import eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def test_the_file_pays_the_nets_of_the_run(desk: PayDesk) -> None:
    for pay in ("3200", "2500"):
        employ(desk, eur(pay))
    run = desk.posted()

    file = desk.office.ask(pay_files.bank_file, run.id)

    totals = desk.office.ask(payroll.get, run.id).totals
    assert totals is not None
    assert (file.name, file.total, file.count) == ("PR-2026-001.xml", totals.net, 2)
    assert str(totals.net.amount).encode() in file.content
    assert file == desk.office.ask(pay_files.bank_file, run.id)


def test_the_file_is_filed_once_where_the_personnel_office_alone_reads_it(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.posted()

    made = desk.office.do(pay_files.file, run.id).result
    again = desk.office.do(pay_files.file, run.id).result

    (record,) = desk.office.ask(archive.of, f"payroll-run:{run.id}")
    assert (record.name, record.media_type) == ("PR-2026-001.xml", "application/xml")
    assert desk.office.ask(archive.content, record.id) == made.content == again.content
    assert desk.office.ask(payroll.get, run.id).run.pay_file_id == DocumentId(record.id)
    outside = Role("outside", CLERK.permissions - {Permission.ARCHIVE_PERSONAL})
    clerk = as_role(desk.office, outside)
    assert clerk.ask(archive.of, f"payroll-run:{run.id}") == ()
    with pytest.raises(BehindWall):
        clerk.do(pay_files.file, run.id)


@on_sqlite
def test_who_has_no_account_is_left_out_and_said(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    private = Private(born_on=BORN)
    desk.office.do(employees.keep_private, person.id, person.version, private)

    file = desk.office.ask(pay_files.bank_file, desk.posted().id)

    assert (file.count, file.left_out) == (0, (person.number,))


@on_sqlite
def test_a_file_is_of_a_posted_run_and_behind_the_wall(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    run = desk.run()
    with pytest.raises(IllegalTransition):
        desk.office.ask(pay_files.bank_file, run.id)
    desk.other.do(payroll.approve, run.id)
    desk.office.do(payroll.post, run.id)

    with pytest.raises(BehindWall):
        as_role(desk.office, CLERK).ask(pay_files.bank_file, run.id)


@on_sqlite
def test_outside_sepa_it_is_a_table(database: Database) -> None:
    desk = pay_desk(database, SIAM)
    employ(desk, thb("42000"))

    file = desk.office.ask(pay_files.bank_file, desk.posted().id)

    head, row = file.content.decode("utf-8-sig").splitlines()
    assert file.name.endswith(".csv")
    assert head.startswith("number,name,bank,account,amount")
    assert "40220.83,THB" in row


@on_sqlite
def test_a_company_without_an_account_pays_nobody(database: Database) -> None:
    desk = pay_desk(database, replace(SIAM, country="FI", currency="EUR", language="fi"))
    employ(desk, eur("3200"))
    run = desk.posted()

    with pytest.raises(NoPayingAccount):
        desk.office.ask(pay_files.bank_file, run.id)
