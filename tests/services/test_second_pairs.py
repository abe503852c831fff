"""The owner says what a second pair is asked for; to loosen it a second owner looks too."""

from __future__ import annotations

import pytest

from app.domain.admin.approvals import PairRule
from app.domain.admin.users import SecondPair
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, Invalid
from app.outside.clock import FixedClock
from app.services import second_pairs
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed
from app.services.second_looks import Waits
from app.services.second_pairs import NoSecond
from app.storage.database import Database
from tests.builders import TODAY
from tests.pairs import SELLER, approve, paired, seen_by
from tests.trade import opened_books

CANCEL = (PairRule(SecondPair.CANCEL),)


def test_the_rules_come_back_in_the_order_of_the_list(database: Database) -> None:
    least = Money(500_00, "EUR")
    anna = paired(database, SecondPair.AMOUNT, SecondPair.DELETE, least=least)

    found = anna.ask(second_pairs.rules)

    assert found == (PairRule(SecondPair.DELETE), PairRule(SecondPair.AMOUNT, least))


def test_to_loosen_the_rules_another_owner_looks_too(database: Database) -> None:
    anna = paired(database, SecondPair.CANCEL)

    with pytest.raises(Waits):
        anna.do(second_pairs.write, CANCEL, ())
    assert anna.ask(second_pairs.rules) == CANCEL
    approve(seen_by(anna))

    assert anna.ask(second_pairs.rules) == ()


def test_what_was_not_read_is_not_changed(database: Database) -> None:
    anna = paired(database, SecondPair.CANCEL)

    with pytest.raises(Conflict):
        anna.do(second_pairs.write, (), (PairRule(SecondPair.DELETE),))
    wrong = (PairRule(SecondPair.DELETE, Money(1, "EUR")),)
    with pytest.raises(Invalid):
        anna.do(second_pairs.write, CANCEL, wrong)
    with pytest.raises(NotAllowed):
        seen_by(anna, SELLER).do(second_pairs.write, CANCEL, ())


def test_an_owner_alone_asks_nobody(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)

    with pytest.raises(NoSecond):
        office.do(second_pairs.write, (), CANCEL)

    assert office.ask(second_pairs.rules) == ()
