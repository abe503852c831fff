"""What is done with contacts has its opposite, and that has its own."""

from __future__ import annotations

from dataclasses import replace

from app.domain.contacts.form import ContactForm, form_of
from app.services import contacts
from app.services.office import Office
from app.ui.contacts.deeds import added, changed
from app.ui.kit.history import Deed

FORM = ContactForm("Aamu")


def done(office: Office, deed: Deed) -> Deed:
    """Take a deed back, and return what was done by that."""
    assert deed.after is not None
    return deed.after(office.do(deed.command, *deed.arguments).result)


def test_an_added_contact_is_put_away_and_comes_back(office: Office) -> None:
    contact = office.do(contacts.add, FORM).result

    gone = done(office, added((contact.id,)))
    is_gone = office.ask(contacts.get, contact.id).is_archived
    back = done(office, gone)

    assert is_gone
    assert not office.ask(contacts.get, contact.id).is_archived
    assert (gone.text, back.text) == ("1 contact put away", "1 contact added")


def test_a_changed_contact_is_as_it_was_and_changed_again(office: Office) -> None:
    before = office.do(contacts.add, FORM).result
    wanted = replace(form_of(before), note="Ring twice")
    after = office.do(contacts.change, before.id, before.version, wanted).result

    back = done(office, changed(before, after))
    was = office.ask(contacts.get, before.id).note
    done(office, back)

    assert was == ""
    assert office.ask(contacts.get, before.id).note == "Ring twice"
