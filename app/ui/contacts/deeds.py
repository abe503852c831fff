"""What was done with contacts, and the command that takes each back."""

from __future__ import annotations

from functools import partial

from app.domain.contacts.contact import Contact
from app.domain.contacts.form import form_of
from app.domain.shared.ids import ContactId
from app.services import contacts
from app.ui.kit.history import Deed
from app.ui.kit.texts import _, many


def changed(before: Contact, after: Contact) -> Deed:
    """Return that a contact was changed: it can be as it was, unless it was changed again."""
    forms = (form_of(after), form_of(before))
    text = _("{name} saved", name=after.name)
    return Deed(text, contacts.put_back, (after.id, *forms), partial(changed, after))


def added(ids: tuple[ContactId, ...]) -> Deed:
    """Return that contacts were added, or came back: they can be put away."""
    text = many("{n} contact added", "{n} contacts added", len(ids))
    return Deed(text, contacts.put_away, (ids,), removed)


def removed(ids: tuple[ContactId, ...]) -> Deed:
    """Return that contacts were put away: they can be taken back."""
    text = many("{n} contact put away", "{n} contacts put away", len(ids))
    return Deed(text, contacts.take_back, (ids,), added)
