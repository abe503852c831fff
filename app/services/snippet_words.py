"""Snippets as plain words: what each shortcut writes in a mail, a note or a line of an invoice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.correspondence.plain_text import plain_text
from app.domain.shared.ids import ContactId
from app.services import letters_out, snippets
from app.services.letter_fields import LetterFields
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.LETTERS_READ)
def words(desk: Desk, contact_id: ContactId | None = None, language: str = "") -> Mapping[str, str]:
    """Return what each shortcut writes to a contact, its fields filled in.

    The language is that of the paper, else the contact's, else the office's. Raises NotFound.
    """
    contact = desk.store.contacts.get(contact_id) if contact_id is not None else None
    spoken = language or (contact.terms.language if contact else "")
    form = OutgoingForm(addressee_id=contact_id, language=spoken)
    letter, fields = letters_out.written(desk, form), LetterFields(desk)
    return {
        shortcut: plain_text(fields.filled(replace(letter, body=body)).body)
        for shortcut, body in snippets.bodies(desk, letter.language).items()
    }
