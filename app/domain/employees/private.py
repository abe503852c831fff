"""What is private of a person, as it is written and checked; no problem tells what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.contacts.address import tidied_address
from app.domain.employees.employee import EmergencyContact, PayAccount, Private
from app.domain.employees.identity import born_on, check_identity, compact_identity
from app.domain.shared.identifiers import checked, compact
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule, within

BORN_OTHERWISE = Rule("employees.born-otherwise")
BORN_LATER = Rule("employees.born-later")
NO_EMERGENCY_NAME = Rule("employees.no-emergency-name")
WRONG_ACCOUNT = Rule("employees.wrong-account")
NO_BANK_CODE = Rule("employees.no-bank-code")


def tidied_private(private: Private) -> Private:
    """Return what is private as it is kept; a birth day follows from the identity number."""
    country = private.identity_country.strip().upper()
    number = compact_identity(country, private.identity_number)
    account, people = private.account, private.emergency
    emergency = (
        EmergencyContact(one_line(one.name), one_line(one.relation), one_line(one.phone))
        for one in people
    )
    return replace(
        private,
        identity_number=number,
        identity_country=country if number else "",
        born_on=private.born_on or born_on(country, number),
        nationality=private.nationality.strip().upper(),
        address=tidied_address(private.address),
        phone=one_line(private.phone),
        email=one_line(private.email),
        account=PayAccount(
            iban=compact("iban", account.iban),
            bic=compact("bic", account.bic),
            bank_code=one_line(account.bank_code),
            number=one_line(account.number),
            holder=one_line(account.holder),
        ),
        emergency=tuple(one for one in emergency if one != EmergencyContact("")),
        health=private.health.strip(),
        note=private.note.strip(),
    )


def check_private(private: Private, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with what is private, each at its field."""
    return tuple(_faults(private, today))


def _faults(private: Private, today: date) -> Iterator[Problem]:
    country, number = private.identity_country, private.identity_number
    if fault := check_identity(country, number):
        yield fault
    told = born_on(country, number)
    if told is not None and private.born_on is not None and told != private.born_on:
        yield BORN_OTHERWISE.at("born_on")
    if private.born_on is not None and private.born_on > today:
        yield BORN_LATER.at("born_on")
    yield from within("account", _faults_of_account(private.account))
    for place, one in enumerate(private.emergency):
        if not one.name:
            yield NO_EMERGENCY_NAME.at(f"emergency.{place}.name")


def _faults_of_account(account: PayAccount) -> Iterator[Problem]:
    if account.iban and checked("iban", account.iban, "iban"):
        yield WRONG_ACCOUNT.at("iban")
    if account.bic and checked("bic", account.bic, "bic"):
        yield WRONG_ACCOUNT.at("bic")
    if account.number and not account.bank_code:
        yield NO_BANK_CODE.at("bank_code")
