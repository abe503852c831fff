from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.contacts.address import Address
from app.domain.employees.employee import PayAccount
from app.domain.employees.own_changes import (
    Asked,
    ChangeState,
    OwnChange,
    changed,
    check_details,
    details_of,
    tidied_details,
)
from app.domain.shared.ids import EmployeeId, OwnChangeId
from app.domain.shared.refusals import IllegalTransition
from tests.builders import TODAY
from tests.employing import PRIVATE

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
HERE = details_of(PRIVATE)
HOME = Address("Uusitie 1", "", "00200", "Helsinki", "", "FI")
MOVED = Asked(HERE, replace(HERE, address=HOME), "Muutin")
WAITING = OwnChange(OwnChangeId(1), 1, EmployeeId(7), ChangeState.ASKED, NOW, MOVED)


def test_only_what_was_asked_for_is_changed() -> None:
    meanwhile = replace(PRIVATE, phone="+358 9 1", health="")

    after = changed(meanwhile, MOVED)

    assert after == replace(meanwhile, address=HOME)
    assert MOVED.parts == ("address",)


def test_details_are_kept_tidy() -> None:
    account = PayAccount(iban="fi21 1234 5600 0007 85")

    assert tidied_details(replace(HERE, account=account)).account == PRIVATE.account


def test_nothing_new_and_a_wrong_account_are_told_at_their_place() -> None:
    wrong = replace(HERE, account=PayAccount(iban="FI00"))

    assert [one.code for one in check_details(Asked(HERE, HERE), TODAY)] == ["own.nothing-new"]
    assert [one.field for one in check_details(Asked(HERE, wrong), TODAY)] == ["account.iban"]


def test_what_was_decided_is_decided_once() -> None:
    refused = WAITING.decided(ChangeState.REFUSED, "Anna", NOW, " Tarkista ")

    assert refused.version == 2
    assert refused.asked is not None
    assert refused.asked.answer == "Tarkista"
    with pytest.raises(IllegalTransition):
        refused.decided(ChangeState.ACCEPTED, "Anna", NOW, "")


def test_what_was_asked_stands_in_no_message() -> None:
    assert "Uusitie" not in repr(WAITING)
