"""What is private is kept tidy, and no problem tells what stands there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.employees.employee import EmergencyContact, PayAccount, Private
from app.domain.employees.private import check_private, tidied_private
from tests.builders import TODAY
from tests.employing import IDENTITY, PRIVATE


def test_what_is_right_has_no_problems() -> None:
    assert check_private(tidied_private(PRIVATE), TODAY) == ()
    assert check_private(Private(), TODAY) == ()


def test_the_birth_day_follows_from_a_finnish_number() -> None:
    kept = tidied_private(Private(identity_number=" 131052-308t ", identity_country="fi"))

    assert (kept.identity_number, kept.born_on) == (IDENTITY, date(1952, 10, 13))


def test_empty_lines_are_left_out_and_accounts_are_compact() -> None:
    typed = replace(
        PRIVATE,
        account=PayAccount(iban="fi21 1234 5600 0007 85"),
        emergency=(EmergencyContact(" "), EmergencyContact("Pekka")),
    )

    kept = tidied_private(typed)

    assert kept.account.iban == "FI2112345600000785"
    assert kept.emergency == (EmergencyContact("Pekka"),)


def test_each_problem_stands_at_its_field_and_tells_nothing() -> None:
    wrong = replace(
        PRIVATE,
        identity_number="131052-308U",
        born_on=date(2027, 1, 1),
        account=PayAccount(iban="FI2112345600000786", bic="X", number="123"),
        emergency=(EmergencyContact("", phone="+358 1"),),
    )

    found = check_private(wrong, TODAY)

    assert [one.field for one in found] == [
        "identity_number",
        "born_on",
        "born_on",
        "account.iban",
        "account.bic",
        "account.bank_code",
        "emergency.0.name",
    ]
    told = str(found)
    assert not any(secret in told for secret in ("131052-308U", "0786", "+358"))
