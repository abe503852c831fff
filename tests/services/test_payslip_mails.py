"""A payslip goes out locked: the mail says no figure and no password."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.shared.refusals import Invalid
from app.services import documents, employees, outbox, payslip_mails
from app.services.office import no_progress
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import eur

PASSWORD = "omena-puu-77"  # noqa: S105  of a test


@pytest.fixture
def desk(database: Database) -> PayDesk:
    desk = pay_desk(database)
    employ(desk, eur("4711.23"))
    return desk


@on_sqlite
def test_a_payslip_is_mailed_locked_with_a_password_that_stands_nowhere(desk: PayDesk) -> None:
    (slip,) = desk.slips(desk.posted())

    mail = desk.office.do(payslip_mails.write, slip.id, PASSWORD, " aino@example.fi ").result

    assert mail.to == ("aino@example.fi",)
    assert "Palkkalaskelma PR-2026-001" in mail.subject
    (file,) = mail.attachments
    assert file.document_id is not None
    content = desk.office.ask(documents.content, file.document_id)
    with desk.office.database.read() as unit:
        noted = str([tuple(row) for row in unit.connection.exec_driver_sql("SELECT * FROM audit")])
    reader = PdfReader(BytesIO(content))
    assert reader.is_encrypted
    assert reader.decrypt(PASSWORD)
    assert PASSWORD not in noted + mail.text + mail.subject + file.name
    assert "4711" not in mail.text + mail.subject + file.name


@on_sqlite
def test_a_short_password_is_refused_and_a_clerk_is_not_shown_where_it_goes(desk: PayDesk) -> None:
    (slip,) = desk.slips(desk.posted())

    with pytest.raises(Invalid):
        desk.office.do(payslip_mails.write, slip.id, "1234567", "aino@example.fi")
    with pytest.raises(BehindWall):
        as_role(desk.office, CLERK).ask(payslip_mails.address, slip.id)


@on_sqlite
def test_it_goes_home_else_to_the_address_at_work(desk: PayDesk) -> None:
    (slip,) = desk.slips(desk.posted())
    person = desk.office.ask(employees.get, slip.employee_id)
    assert desk.office.ask(payslip_mails.address, slip.id) == ""

    private = desk.office.do(employees.show_private, person.id).result
    home = type(private)(born_on=private.born_on, email="aino@home.fi")
    desk.office.do(employees.keep_private, person.id, person.version, home)

    assert desk.office.ask(payslip_mails.address, slip.id) == "aino@home.fi"


@on_sqlite
def test_the_locked_payslip_is_in_the_message_that_goes_out(desk: PayDesk) -> None:
    (slip,) = desk.slips(desk.posted())
    draft = desk.office.do(payslip_mails.write, slip.id, PASSWORD, "aino@example.fi").result

    (file,) = draft.attachments
    assert file.document_id is not None
    content = desk.office.ask(documents.content, file.document_id)
    with desk.office.database.read() as unit:
        found = outbox._content(desk.office.desk(unit, no_progress), file)

    assert found == content
