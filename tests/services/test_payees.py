"""Payees: everybody under contract, with what is known of each; and who is owed something."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.payroll.payee import Payee
from app.services.office import Office, no_progress
from app.services.pay_components import PayRules
from app.services.payees import Payees, card_on
from app.storage.database import Database
from tests.payrolling import BORN, PayDesk, employ, give, give_card, pay_desk
from tests.payrolls import MARCH, a_card, eur


@pytest.fixture
def desk(database: Database) -> PayDesk:
    return pay_desk(database)


def payees(office: Office) -> tuple[Payee, ...]:
    with office.database.read() as unit:
        desk = office.desk(unit, no_progress)
        return Payees(desk, PayRules(desk)).of(MARCH)


def test_everybody_under_contract_is_paid_with_card_account_and_items(desk: PayDesk) -> None:
    person = employ(desk, eur("3200"))
    card = give_card(desk, person.id)
    item = give(desk, person.id, "bonus", amount=eur("5"))

    (payee,) = payees(desk.office)

    assert (payee.number, payee.born_on, payee.card) == (person.number, BORN, card)
    assert payee.items == (item,)
    assert payee.account.iban
    assert payee.periods == 12


def test_who_left_before_is_paid_only_what_is_owed(desk: PayDesk) -> None:
    gone = employ(desk, eur("3200"), ends_on=date(2026, 2, 28))
    assert payees(desk.office) == ()

    give(desk, gone.id, "holiday_compensation", amount=eur("500"))

    (payee,) = payees(desk.office)
    assert payee.contracts == ()


def test_the_card_that_began_last_holds() -> None:
    assert card_on((), date(2026, 1, 1)) is None
    assert card_on((a_card(),), date(2026, 1, 1)) == a_card()
    assert card_on((a_card(),), date(2019, 1, 1)) is None
