"""A form holds everything of a contact but its identity."""

from __future__ import annotations

from app.domain.contacts.contact import Contact
from app.domain.contacts.form import ContactForm, form_of
from app.domain.shared.ids import ContactId
from tests.builders import a_contact


def test_a_contact_survives_its_form() -> None:
    contact = a_contact(note="calls first")

    again = form_of(contact).as_contact(contact.id, contact.version)

    assert again == contact


def test_a_name_is_all_that_a_form_needs() -> None:
    made = ContactForm("Kahvila Aamu Oy").as_contact(ContactId(5), 1)

    assert made == Contact(ContactId(5), 1, "Kahvila Aamu Oy")
