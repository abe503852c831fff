"""One's own payslips are shown once their run is posted; those of others never."""

from __future__ import annotations

import pytest

from app.domain.shared.refusals import NotFound
from app.services import own_pay, payroll
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import eur
from tests.services.own import came_in


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


@on_sqlite
def test_a_payslip_is_shown_when_its_run_is_posted_and_not_before(desk: PayDesk) -> None:
    aino = employ(desk, eur("3200"))
    came = came_in(desk.office, aino.id)
    run = desk.run()
    assert came.ask(own_pay.slips) == ()

    desk.other.do(payroll.approve, run.id)
    assert came.ask(own_pay.slips) == ()
    desk.office.do(payroll.post, run.id)

    (slip,) = came.ask(own_pay.slips)
    assert slip.payslip.gross == eur("3200")
    assert all(line.why for line in slip.payslip.lines)
    assert came.ask(own_pay.pdf, slip.payslip.id, "en").startswith(b"%PDF")


@on_sqlite
def test_the_payslip_of_a_colleague_is_not_found(desk: PayDesk) -> None:
    aino, boon = employ(desk, eur("3200")), employ(desk, eur("2800"), "Boon")
    slips = {one.employee_id: one.id for one in desk.slips(desk.posted())}
    came = came_in(desk.office, aino.id)

    assert [one.payslip.id for one in came.ask(own_pay.slips)] == [slips[aino.id]]
    with pytest.raises(NotFound):
        came.ask(own_pay.pdf, slips[boon.id])
