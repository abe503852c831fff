"""Customers of files are found by number, identifier, e-mail or a name that only one has."""

from __future__ import annotations

import pytest

from app.domain.contacts.contact import Identifier, Kind, Point, PointKind
from app.domain.contacts.form import ContactForm
from app.domain.orders.proposal import Unknown
from app.domain.shared.ids import ContactId
from app.services import contacts
from app.services.office import Desk, Office
from app.services.order_parties import Parties, Party
from app.services.permissions import Permission, query


@query(Permission.CONTACTS_READ)
def party(desk: Desk, buyer: ContactForm, unknown: Unknown = Unknown.CREATE) -> Party:
    return Parties(desk, unknown).of(buyer)


@pytest.fixture
def aamu(office: Office) -> ContactId:
    form = ContactForm(
        "Kahvila Aamu Oy",
        number="1001",
        identifiers=(Identifier("fi.vat", "FI20774740"),),
        points=(Point(PointKind.EMAIL, "maija@aamu.example"),),
    )
    return office.do(contacts.add, form).result.id


@pytest.mark.parametrize(
    "buyer",
    [
        ContactForm("?", number="1001"),
        ContactForm("?", identifiers=(Identifier("fi.business_id", "2077474-0"),)),
        ContactForm("?", identifiers=(Identifier("fi.ovt", "003720774740"),)),
        ContactForm("?", points=(Point(PointKind.EMAIL, "MAIJA@aamu.example"),)),
        ContactForm("kahvila aamu oy"),
    ],
)
def test_a_customer_is_found_by_what_only_it_has(
    office: Office, aamu: ContactId, buyer: ContactForm
) -> None:
    found = office.ask(party, buyer)

    assert (found.customer_id, found.name, found.problems) == (aamu, "Kahvila Aamu Oy", ())


def test_a_name_that_two_have_is_nobodys(office: Office, aamu: ContactId) -> None:
    office.do(contacts.add, ContactForm("Kahvila Aamu Oy", kind=Kind.PERSON))

    assert office.ask(party, ContactForm("Kahvila Aamu Oy")).customer_id is None


def test_who_is_unknown_becomes_a_contact_or_stays_open(office: Office, aamu: ContactId) -> None:
    fresh = office.ask(party, ContactForm("Ilta Oy"))
    open_one = office.ask(party, ContactForm("Ilta Oy"), Unknown.LEAVE)

    assert fresh.fresh is not None
    assert [one.code for one in fresh.problems] == ["orders.intake-new-customer"]
    assert (open_one.fresh, [one.code for one in open_one.problems]) == (
        None,
        ["orders.intake-unknown-customer"],
    )


def test_a_number_that_nobody_has_never_makes_a_contact(office: Office, aamu: ContactId) -> None:
    found = office.ask(party, ContactForm("Ilta Oy", number="9999"))

    assert (found.customer_id, found.fresh) == (None, None)


def test_a_new_contact_leaves_out_what_fails_its_check(office: Office) -> None:
    wrong = ContactForm(
        "Ilta Oy",
        identifiers=(Identifier("fi.vat", "FI12345670"),),
        points=(Point(PointKind.EMAIL, "no address"), Point(PointKind.EMAIL, "a@ilta.example")),
    )

    found = office.ask(party, wrong)
    nameless = office.ask(party, ContactForm(""))

    assert found.fresh is not None
    assert (len(found.fresh.identifiers), len(found.fresh.points)) == (0, 1)
    assert nameless.fresh is None
