"""Contacts are found, listed, added, changed and put away through the office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Contact, Identifier, Point, PointKind, Role
from app.domain.contacts.duplicates import Reason
from app.domain.contacts.form import ContactForm, form_of
from app.domain.contacts.timeline import Happening
from app.domain.correspondence.threads import Thread
from app.domain.invoices.totals import totals_of
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, ThreadId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import contacts, drafts
from app.services.door import do as do_json
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission
from app.services.permissions import Role as Rights
from tests.builders import TODAY, a_draft
from tests.domain.correspondence.letters import an_outgoing

AAMU = ContactForm(
    "Kahvila Aamu Oy",
    addresses=(Address("Hämeenkatu 1", postcode="33100", town="Tampere", country="FI"),),
    points=(
        Point(PointKind.EMAIL, "maija@aamu.example"),
        Point(PointKind.PHONE, "+358 40 123 4567", "Maija"),
    ),
    identifiers=(Identifier("fi.business_id", "2077474-0"),),
    accounts=(BankAccount("FI49 5000 9420 0287 30"),),
)


def added(office: Office, *forms: ContactForm) -> list[Contact]:
    return [office.do(contacts.add, form).result for form in forms]


def found(office: Office, words: str) -> list[str]:
    return [row.name for row in office.ask(contacts.find, words)]


def test_a_new_contact_is_tidied_and_gets_the_next_number(office: Office) -> None:
    first, second = added(office, replace(AAMU, name="  Kahvila \n Aamu Oy "), ContactForm("B"))

    assert (first.name, first.number, first.version) == ("Kahvila Aamu Oy", "1001", 1)
    assert first.identifier("fi.business_id") == "20774740"
    assert first.accounts == (BankAccount("FI4950009420028730"),)
    assert second.number == "1002"
    assert office.ask(contacts.get, first.id) == first
    assert office.ask(contacts.next_number) == "1003"


def test_a_number_in_use_is_refused_with_the_name_of_its_holder(office: Office) -> None:
    added(office, replace(AAMU, number="77"))

    with pytest.raises(Invalid) as refused:
        office.do(contacts.add, ContactForm("Other", number="77"))

    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("number", "contacts.number-taken")
    assert problem.facts == {"number": "77", "name": "Kahvila Aamu Oy"}


def test_a_change_keeps_number_and_archive_and_is_found_under_its_new_name(office: Office) -> None:
    (contact,) = added(office, AAMU)
    form = replace(form_of(contact), name="Ravintola Ilta", number="")

    changed = office.do(contacts.change, contact.id, contact.version, form).result

    assert (changed.name, changed.number, changed.version) == ("Ravintola Ilta", "1001", 2)
    assert found(office, "ilta") == ["Ravintola Ilta"]
    assert found(office, "kahvila") == []


def test_a_change_that_changes_nothing_writes_nothing(office: Office) -> None:
    (contact,) = added(office, AAMU)

    done = office.do(contacts.change, contact.id, contact.version, form_of(contact))

    assert done.result == contact
    assert "contact" not in done.changed


def test_a_stale_change_is_a_conflict(office: Office) -> None:
    (contact,) = added(office, AAMU)
    office.do(contacts.change, contact.id, 1, replace(form_of(contact), note="first"))

    with pytest.raises(Conflict):
        office.do(contacts.change, contact.id, 1, replace(form_of(contact), note="second"))


WORDS = ["kahv", "AAMU", "1001", "maija", "2077474-0", "20774740", "hämeenk", "33100", "tampere k"]


@pytest.mark.parametrize("words", WORDS)
def test_a_contact_is_found_by_any_of_its_words(office: Office, words: str) -> None:
    added(office, AAMU, ContactForm("Other"))

    names = found(office, words)

    assert names == ["Kahvila Aamu Oy"]


def test_without_words_the_newest_come_first(office: Office) -> None:
    added(office, ContactForm("Old"), ContactForm("New"))

    assert found(office, " ") == ["New", "Old"]


def test_lists_are_asked_for_by_words_states_and_order(office: Office) -> None:
    aamu, _ilta, _supplier = added(
        office,
        AAMU,
        ContactForm("Kahvila Ilta Oy"),
        ContactForm("Kahvipaahtimo", roles=frozenset({Role.SUPPLIER})),
    )
    view = View(words="kahv", only=("customer",), sort="name", is_descending=True)

    spine = office.ask(contacts.spine, view)
    page = office.ask(contacts.first, View(), 1)

    assert [
        row.name for row in office.ask(contacts.rows, tuple(ContactId(one) for one in spine))
    ] == [
        "Kahvila Ilta Oy",
        "Kahvila Aamu Oy",
    ]
    assert [row.id for row in page] == [aamu.id]


def test_what_is_put_away_leaves_lists_and_pickers_until_it_is_taken_back(office: Office) -> None:
    aamu, ilta = added(office, AAMU, ContactForm("Ilta"))

    moved = office.do(contacts.put_away, (aamu.id,)).result
    again = office.do(contacts.put_away, (aamu.id, ilta.id)).result
    gone = (found(office, "aamu"), list(office.ask(contacts.spine, View())))
    office.do(contacts.take_back, (aamu.id,))

    assert (moved, again) == ((aamu.id,), (ilta.id,))
    assert gone == ([], [])
    assert found(office, "aamu") == ["Kahvila Aamu Oy"]
    assert list(office.ask(contacts.spine, View(only=("archived",)))) == [ilta.id]


def test_a_postcode_is_completed_from_our_own_contacts_or_the_tables(office: Office) -> None:
    added(office, AAMU)

    assert office.ask(contacts.town, "FI", "33100") == "Tampere"
    assert office.ask(contacts.town, "FI", "00100") == "Helsinki"
    assert office.ask(contacts.town, "FI", "99999") == ""


def test_a_timeline_begins_with_being_added(office: Office) -> None:
    (contact,) = added(office, AAMU)
    later = Office(office.database, FixedClock(TODAY.replace(day=20)), Actor("Maija"))
    later.do(contacts.change, contact.id, 1, replace(form_of(contact), note="new"))

    events = office.ask(contacts.timeline, contact.id)

    assert [(event.what, event.day.day) for event in events] == [
        (Happening.CHANGED, 20),
        (Happening.ADDED, 10),
    ]


def test_who_may_not_change_contacts_is_refused(office: Office) -> None:
    guest = Office(office.database, office.clock, Actor("Guest", Rights("guest", frozenset())))

    with pytest.raises(NotAllowed):
        guest.do(contacts.add, AAMU)
    with pytest.raises(NotAllowed):
        guest.ask(contacts.find, "aamu")


def test_a_script_adds_a_contact_with_nothing_but_a_name(office: Office) -> None:
    made = do_json(office, "contacts.add", {"form": {"name": "Kahvila Aamu Oy"}})

    assert (made["name"], made["number"], made["roles"]) == (
        "Kahvila Aamu Oy",
        "1001",
        ["customer"],
    )


def test_who_is_not_there_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(contacts.get, ContactId(1))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (ContactForm("Kahvilla Aamu"), Reason.NAME),
        (ContactForm("x", identifiers=(Identifier("fi.vat", "FI20774740"),)), Reason.IDENTIFIER),
        (ContactForm("x", points=(Point(PointKind.PHONE, "0401234567"),)), Reason.PHONE),
        (ContactForm("x", accounts=AAMU.accounts), Reason.ACCOUNT),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
def test_who_may_be_the_same_is_told_while_typing(
    office: Office, typed: ContactForm, reason: Reason
) -> None:
    (aamu, _) = added(office, AAMU, ContactForm("Ravintola Ilta"))

    (alike,) = office.ask(contacts.alike, typed)

    assert (alike.row.id, alike.likeness.reason) == (aamu.id, reason)
    assert office.ask(contacts.alike, typed, aamu.id) == ()


def test_a_timeline_tells_of_invoices_to_who_may_read_them(office: Office) -> None:
    (contact,) = added(office, AAMU)
    draft = replace(a_draft(), customer_id=contact.id)
    with office.database.write() as unit:
        unit.invoices.add(draft, totals_of(draft))

    events = office.ask(contacts.timeline, contact.id)

    drafted = next(event for event in events if event.what is Happening.INVOICE_DRAFTED)
    assert (drafted.record, drafted.amount) == (draft.id, Money(12_550, "EUR"))
    role = Rights("limited", frozenset(Permission) - {Permission.INVOICES_READ})
    limited = Office(office.database, office.clock, Actor("Eve", role))
    assert {one.what for one in limited.ask(contacts.timeline, contact.id)} == {Happening.ADDED}


def test_a_timeline_tells_of_letters_to_who_may_read_them(office: Office) -> None:
    (contact,) = added(office, AAMU)
    with office.database.write() as unit:
        unit.threads.add(Thread(ThreadId(1), 1))
        unit.letters_out.add(an_outgoing(addressee_id=contact.id))
    role = Rights("limited", frozenset(Permission) - {Permission.LETTERS_READ})
    limited = Office(office.database, office.clock, Actor("Eve", role))

    told = [one.what for one in office.ask(contacts.timeline, contact.id)]

    assert Happening.LETTER_DRAFTED in told
    assert Happening.LETTER_DRAFTED not in {
        one.what for one in limited.ask(contacts.timeline, contact.id)
    }


def test_a_saved_form_needs_no_draft_any_more(office: Office) -> None:
    (contact,) = added(office, AAMU)
    with office.database.write() as unit:
        for entity, base in ((70, 0), (contact.id, 1)):
            unit.drafts.keep(FormDraft("contact", entity, base, "x", "Maija", office.clock.now()))

    office.do(contacts.add, ContactForm("Other"), ContactId(70))
    office.do(contacts.change, contact.id, 1, replace(AAMU, note="new"))

    with office.database.read() as unit:
        assert unit.drafts.all() == ()


def test_a_new_contact_that_was_typed_is_opened_again_and_added_under_its_own_id(
    office: Office,
) -> None:
    office.do(drafts.keep, "contact", 71, 0, {})

    again = office.ask(contacts.opened, ContactId(71))
    fresh = office.ask(contacts.opened, None, frozenset({71}))
    contact = office.do(contacts.add, ContactForm("Half"), ContactId(71)).result

    assert again.contact is None and again.draft is not None
    assert fresh.contact is None and fresh.draft is None
    assert contact.id == 71
    assert office.ask(drafts.all_kept) == ()


def test_a_change_is_put_back_unless_somebody_changed_it_again(office: Office) -> None:
    before = office.do(contacts.add, ContactForm("Half")).result
    wanted = replace(form_of(before), note="Ours")
    ours = office.do(contacts.change, before.id, before.version, wanted).result

    back = office.do(contacts.put_back, before.id, form_of(ours), form_of(before)).result

    assert back.note == ""
    with pytest.raises(Conflict):
        office.do(contacts.put_back, before.id, form_of(ours), form_of(before))


def test_an_id_that_is_taken_is_not_given_twice(office: Office) -> None:
    kept = office.do(contacts.add, AAMU).result

    with pytest.raises(Conflict):
        office.do(contacts.add, ContactForm("Other"), kept.id)
