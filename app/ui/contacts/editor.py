"""The editor of a contact, with a word about who may be the same and towns filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from app.domain.contacts.contact import Contact, check
from app.domain.contacts.form import ContactForm, form_of, tidied
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import ContactId
from app.domain.shared.problems import Problem
from app.services import contacts
from app.services.contacts import Opened
from app.ui.contacts import deeds
from app.ui.contacts.form import ContactFields
from app.ui.contacts.same import SameNote
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

KIND = "contact"


class ContactEditor(FormPage):
    """Writes one contact."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, KIND, record, "contact.save")
        self._opened: Opened | None = None
        self.fields: ContactFields | None = None
        self.same = SameNote()
        self.same.wanted.connect(partial(shell.open, KIND))
        self.column.insertWidget(0, self.same)
        self.reread()

    @property
    def contact_id(self) -> ContactId | None:
        """The contact that is edited, or none yet."""
        return None if self.record is None else ContactId(self.record)

    def reread(self) -> None:
        asked = (self.contact_id, self.shell.held(KIND))
        self.shell.client.ask_or(self._begin, self._gone, contacts.opened, *asked)

    def content(self) -> ContactForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None and self._opened is not None
        contact = tidied(self.content()).as_contact(self.contact_id or ContactId(0), 1)
        return (*self.fields.unreadable(), *self.placed(check(contact, self._opened.country)))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        return [replace(one, field=self.fields.at_its_field(one)) for one in problems]

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.contact
        if before is None:
            new = (self.content(), ContactId(self.entity))
            client.do(self._saved, contacts.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version)
            client.do(self._saved, contacts.change, *known, self.content(), refused=self.refused)

    def _think(self) -> None:
        """Ask who may be the same."""
        self.shell.client.ask(self.same.tell, contacts.alike, self.content(), self.contact_id)

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self.fields = ContactFields(opened.country, opened.currency, opened.schemes)
        self.fields.offer_layouts(opened.layouts)
        contact = opened.contact
        form = form_of(contact) if contact else ContactForm("")
        self.fields.put(form)
        self.begin(self.fields, contact.version if contact else 0)
        self.fields.postcoded.connect(self._complete_town)
        self.titled.emit(contact.name if contact else _("New contact"))
        typed = typed_in(ContactForm, self._taken(opened.draft))
        if typed is not None and typed != form:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, form))
        lead_to(self, self.fields.name)
        self.fields.name.setFocus()

    def _saved(self, contact: Contact) -> None:
        before = self._opened.contact if self._opened else None
        deed = deeds.changed(before, contact) if before else deeds.added((contact.id,))
        self.done(contact.id, deed)

    def _complete_town(self, editors: Any) -> None:
        postcode, town = editors["postcode"].value(), editors["town"]
        if postcode and not town.value():
            country = editors["country"].value()
            answer = partial(self._fill_town, town)
            self.shell.client.ask(answer, contacts.town, country, postcode)

    def _fill_town(self, editor: Any, town: str) -> None:
        if town and not editor.value():
            editor.put(town)
            editor.edited.emit()
