"""Who is on a mailing list follows its rule, hands that add and leave out, and who is in use."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Role, Terms
from app.domain.contacts.form import ContactForm
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import Conflict, Invalid
from app.services import contacts, mailing_lists
from app.services.office import Office

TAMPERE = MailingForm("Tampere", Wanted(town="tampere"))


def added(office: Office, name: str, town: str = "Tampere", **parts: Any) -> ContactId:
    form = ContactForm(name, addresses=(Address("Katu 1", postcode="33100", town=town),))
    return office.do(contacts.add, replace(form, **parts)).result.id


def on(office: Office, form: MailingForm) -> list[str]:
    return [row.name for row in office.ask(mailing_lists.members, form)]


def test_a_rule_finds_those_in_a_town_by_name_however_it_is_written(office: Office) -> None:
    for name, town in (("Öljy Oy", "TAMPERE"), ("Aalto Oy", "Tampere"), ("Vesi Oy", "Turku")):
        added(office, name, town)

    assert on(office, TAMPERE) == ["Aalto Oy", "Öljy Oy"]


def test_one_role_of_those_asked_for_is_enough(office: Office) -> None:
    added(office, "A", roles=frozenset({Role.SUPPLIER}))
    added(office, "B", roles=frozenset({Role.CUSTOMER, Role.AUTHORITY}))
    wanted = Wanted(roles=frozenset({Role.SUPPLIER, Role.AUTHORITY}))

    assert on(office, MailingForm("x", wanted)) == ["A", "B"]
    assert on(office, MailingForm("x", replace(wanted, roles=frozenset({Role.CUSTOMER})))) == ["B"]


def test_an_address_without_a_country_is_at_home(office: Office) -> None:
    added(office, "A")
    abroad = Address("Street 1", town="Berlin", country="DE")
    added(office, "B", addresses=(abroad,))

    assert on(office, MailingForm("x", Wanted(country="FI"))) == ["A"]
    assert on(office, MailingForm("x", Wanted(country="DE"))) == ["B"]


def test_language_and_words_narrow_the_list(office: Office) -> None:
    added(office, "Aalto Music Oy", terms=Terms(language="fi"))
    added(office, "Meri Music Oy", terms=Terms(language="th"))
    added(office, "Tuuli Oy", terms=Terms(language="fi"))

    found = MailingForm("x", Wanted(words="music", language="fi"))

    assert on(office, found) == ["Aalto Music Oy"]


def test_hands_add_and_leave_out_and_what_is_put_away_is_on_no_list(office: Office) -> None:
    first, second = added(office, "A"), added(office, "B")
    far, gone = added(office, "C", "Turku"), added(office, "D")
    office.do(contacts.put_away, (gone,))

    form = replace(TAMPERE, added=(far, gone, second), left_out=(first,))

    assert on(office, form) == ["B", "C"]


def test_without_a_rule_only_hands_fill_a_list(office: Office) -> None:
    first = added(office, "A")
    added(office, "B")

    assert on(office, MailingForm("x", added=(first,))) == ["A"]


def test_a_list_is_kept_changed_put_away_and_taken_back(office: Office) -> None:
    kept = office.do(mailing_lists.add, replace(TAMPERE, name=" Tampere ")).result
    changed = office.do(mailing_lists.change, kept.id, 1, replace(TAMPERE, name="T")).result
    away = office.do(mailing_lists.put_away, kept.id, 2).result

    assert kept.form == TAMPERE
    assert changed.form.name == "T"
    assert office.ask(mailing_lists.lists) == ()
    assert office.ask(mailing_lists.lists, with_archived=True) == (away,)
    assert office.do(mailing_lists.take_back, kept.id, 3).result.is_archived is False
    assert office.ask(mailing_lists.get, kept.id).version == 4
    with pytest.raises(Conflict):
        office.do(mailing_lists.change, kept.id, 1, TAMPERE)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (replace(TAMPERE, name=" "), "mailing.without-name"),
        (replace(TAMPERE, name="TAMPERE"), "mailing.name-taken"),
        (MailingForm("x"), "mailing.nobody"),
        (MailingForm("x", Wanted(language="xx")), "language.unknown"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused(
    office: Office, form: MailingForm, code: str
) -> None:
    office.do(mailing_lists.add, TAMPERE)

    with pytest.raises(Invalid) as refused:
        office.do(mailing_lists.add, form)

    assert [one.code for one in refused.value.problems] == [code]
