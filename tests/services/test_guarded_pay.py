"""Money that leaves for pay needs a second pair: the bank file, and that the run was paid."""

from __future__ import annotations

import pytest

from app.domain.admin.users import Limit, SecondPair
from app.domain.shared.money import Money
from app.services import archive, pay_files, payroll
from app.services.limits import AboveLimit
from app.services.office import Office
from app.services.pay_files import PayFile
from app.services.permissions import Permission
from app.services.second_looks import Waits
from app.storage.database import Database
from tests.builders import TODAY
from tests.pairs import approve, ask_for, join, seen_by
from tests.payrolling import PayDesk, employ, pay_desk
from tests.payrolls import eur

PAY = Permission.PAYROLL_PAY.value


@pytest.fixture
def desk(database: Database) -> PayDesk:
    made = pay_desk(database)
    employ(made, eur("3200"))
    return made


def as_anna(desk: PayDesk, *limits: Limit) -> Office:
    return seen_by(desk.office, "Anna", *limits)


def test_the_bank_file_waits_and_is_filed_by_the_second(desk: PayDesk) -> None:
    run = desk.posted()
    join(desk.office.database)
    anna = as_anna(desk)
    ask_for(anna, SecondPair.AMOUNT, least=Money(1_00, "EUR"))

    with pytest.raises(Waits) as waits:
        anna.do(pay_files.file, run.id)
    assert waits.value.facts["record"] == f"payroll-run:{run.id}"
    assert anna.ask(archive.of, f"payroll-run:{run.id}") == ()
    made = approve(seen_by(anna)).result

    assert isinstance(made, PayFile)
    (record,) = anna.ask(archive.of, f"payroll-run:{run.id}")
    assert anna.ask(archive.content, record.id) == made.content


def test_to_look_at_the_bank_file_is_to_have_it(desk: PayDesk) -> None:
    run = desk.posted()
    join(desk.office.database)
    anna = as_anna(desk)
    ask_for(anna, SecondPair.PRIVATE_EXPORT)

    with pytest.raises(Waits):
        anna.ask(pay_files.bank_file, run.id)

    assert isinstance(approve(seen_by(anna)).result, PayFile)


def test_a_run_is_paid_up_to_the_limit_or_with_a_second(desk: PayDesk) -> None:
    run = desk.posted()
    join(desk.office.database)
    limited = as_anna(desk, Limit(PAY, Money(1_00, "EUR")))

    with pytest.raises(AboveLimit):
        limited.do(payroll.pay, run.id, TODAY)
    ask_for(as_anna(desk), SecondPair.AMOUNT)
    with pytest.raises(Waits):
        limited.do(payroll.pay, run.id, TODAY)
    assert desk.office.ask(payroll.get, run.id).run.paid_on is None
    approve(seen_by(desk.office))

    assert desk.office.ask(payroll.get, run.id).run.paid_on == TODAY
