"""Each field of a letter says what the office knows of its receiver, its sender and itself."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.correspondence.fields import FIELDS
from app.services import letter_fields, letters_out, signatories
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office, drafted, registered
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_receiver_and_company_are_those_of_the_letter(office: Office) -> None:
    letter = drafted(office, our_reference="M-1")

    values = office.ask(letter_fields.values, letter.id)

    assert values["contact.name"] == AAMU.name
    assert values["letter.our-reference"] == "M-1"
    assert values["company.name"]
    assert values["letter.date"].endswith("2026")
    assert set(values) <= set(FIELDS)


def test_the_answered_letter_and_the_signatory_are_known(office: Office) -> None:
    asked = registered(office, their_reference="T-7", written_on=date(2026, 3, 4))
    signer = office.do(signatories.add, "Aino Aalto", "CEO").result
    letter = drafted(office, answers=asked.id, signatory_id=signer.id)

    values = office.ask(letter_fields.values, letter.id)

    assert values["answered.number"] == "IN-2026-0001"
    assert values["answered.reference"] == "T-7"
    assert "4" in values["answered.date"]
    assert (values["signatory.name"], values["signatory.title"]) == ("Aino Aalto", "CEO")


def test_an_issued_letter_knows_its_number(office: Office) -> None:
    letter = drafted(office)

    office.do(letters_out.issue, letter.id)

    assert office.ask(letter_fields.values, letter.id)["letter.number"] == "OUT-2026-0001"
