"""Payslips: shown to whom may read, filed behind the wall of the archive, locked for the mail."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.archive.readers import Readers
from app.domain.shared.refusals import Invalid
from app.services import documents, employees, payslips
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


@on_sqlite
def test_a_payslip_is_shown_to_whom_may_read_it(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    (slip,) = desk.slips(desk.run())

    assert desk.office.ask(payslips.pdf, slip.id).startswith(b"%PDF")
    with pytest.raises(BehindWall):
        as_role(desk.office, CLERK).ask(payslips.pdf, slip.id)


@on_sqlite
def test_who_looked_at_a_payslip_is_written_down(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    (slip,) = desk.slips(desk.run())

    desk.office.do(payslips.note_showing, slip.id)

    (looked,) = desk.office.ask(employees.access_log, person.id)
    assert looked.command == payslips.SHOWN
    with pytest.raises(BehindWall):
        as_role(desk.office, CLERK).do(payslips.note_showing, slip.id)


def test_the_payslips_of_a_posted_run_are_filed_once_for_the_personnel_office(
    desk: PayDesk,
) -> None:
    employ(desk, eur("3200"))
    run = desk.posted()

    assert desk.office.run(payslips.file, run.id) == 1
    assert desk.office.run(payslips.file, run.id) == 0

    (slip,) = desk.slips(run)
    assert slip.document_id is not None
    card = desk.office.ask(documents.seen, slip.document_id)
    assert card.type is not None
    assert (card.type.code, card.type.readers) == ("personnel", Readers.PERSONNEL)


@on_sqlite
def test_what_is_not_posted_is_not_filed(desk: PayDesk) -> None:
    employ(desk, eur("3200"))

    assert desk.office.run(payslips.file, desk.run().id) == 0


@on_sqlite
def test_a_locked_payslip_opens_with_its_password_alone(desk: PayDesk) -> None:
    employ(desk, eur("3200"))
    (slip,) = desk.slips(desk.run())

    content = desk.office.ask(payslips.locked, slip.id, "lumi-2026")

    reader = PdfReader(BytesIO(content))
    assert reader.is_encrypted
    assert not reader.decrypt("wrong-one")
    assert reader.decrypt("lumi-2026")
    with pytest.raises(Invalid):
        desk.office.ask(payslips.locked, slip.id, "short")
