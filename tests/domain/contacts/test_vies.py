from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.contacts.contact import Contact, Identifier, VatAnswer, Verdict
from app.domain.contacts.vies import (
    LASTS,
    Proof,
    VatForm,
    answer_of,
    check_answer,
    check_kept,
    proof_of,
    tidied_answer,
    vat_number_of,
)
from app.domain.shared.ids import ContactId

TODAY = date(2026, 3, 10)
GERMAN = Contact(
    ContactId(1), 1, "Klangraum", identifiers=(Identifier("de.vat", "DE 136 695 976"),)
)
ANSWER = VatAnswer("DE136695976", Verdict.VALID, TODAY, "VIES")


def proof(answer: VatAnswer | None, contact: Contact = GERMAN) -> Proof:
    return proof_of(replace(contact, vat_answer=answer), TODAY)


def codes(contact: Contact, form: VatForm) -> list[str]:
    return [one.code for one in check_answer(contact, form, TODAY)]


def test_an_answer_proves_its_own_number_for_ninety_days() -> None:
    assert proof(ANSWER) is Proof.VALID
    assert proof(replace(ANSWER, on=TODAY - LASTS)) is Proof.VALID
    assert proof(replace(ANSWER, on=TODAY - LASTS - timedelta(days=1))) is Proof.OLD


def test_an_answer_that_says_no_proves_no_sale_however_old() -> None:
    assert proof(replace(ANSWER, verdict=Verdict.INVALID, on=date(2020, 1, 1))) is Proof.INVALID


@pytest.mark.parametrize(
    "answer",
    [None, replace(ANSWER, number="DE129273398"), replace(ANSWER, on=TODAY + timedelta(days=1))],
)
def test_no_answer_or_one_about_another_number_or_day_proves_nothing(
    answer: VatAnswer | None,
) -> None:
    assert proof(answer) is Proof.NONE


def test_the_number_is_that_of_the_union_whatever_else_a_contact_has() -> None:
    other = (Identifier("fi.business_id", "20774740"), Identifier("eu.vat", "EE 100931558"))

    assert vat_number_of(replace(GERMAN, identifiers=other)) == "EE100931558"
    assert vat_number_of(replace(GERMAN, identifiers=other[:1])) == ""


def test_an_answer_says_when_and_by_whom_about_a_number_that_can_be_right() -> None:
    nobody = replace(GERMAN, identifiers=())
    wrong = replace(GERMAN, identifiers=(Identifier("de.vat", "DE136695977"),))

    assert codes(GERMAN, VatForm(on=TODAY)) == []
    assert codes(GERMAN, VatForm(source="")) == [
        "contacts.vies-without-day",
        "contacts.vies-without-source",
    ]
    assert codes(nobody, VatForm(on=TODAY)) == ["contacts.vies-without-number"]
    assert codes(wrong, VatForm(on=TODAY)) == ["identifier.wrong-check-digit"]
    assert codes(GERMAN, VatForm(on=TODAY + timedelta(days=1))) == ["contacts.vies-in-the-future"]
    assert list(check_kept(ANSWER, TODAY)) == []


def test_an_answer_is_kept_tidy_with_the_number_it_is_about() -> None:
    form = tidied_answer(
        VatForm(
            on=TODAY, name=" Klang\nraum ", address="Torstraße 1 \n Berlin", consultation=" W1 "
        )
    )

    kept = answer_of(GERMAN, form)

    assert kept == replace(
        ANSWER, name="Klang raum", address="Torstraße 1\nBerlin", consultation="W1"
    )
    assert answer_of(GERMAN, VatForm()) is None
