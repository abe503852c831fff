"""The letters of a mailing: what each receiver would get, or why one gets none."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from app.domain.contacts.contact import Contact
from app.domain.correspondence.letter import Channel, LetterType, Outgoing, OutgoingState
from app.domain.correspondence.mail_form import WRONG_ADDRESS, is_address
from app.domain.correspondence.merging import MergeRun, stopped
from app.domain.correspondence.outgoing import addressee_of, approved
from app.domain.correspondence.template import text_in
from app.domain.correspondence.threads import Thread
from app.domain.shared.ids import LetterId, ThreadId, new_id
from app.domain.shared.problems import Problem
from app.services.letter_issuing import LetterIssuer
from app.services.office import Desk

NO_LETTER, NO_THREAD = LetterId(0), ThreadId(0)
"""What a letter has that is only looked at."""


class MergeLetters:
    """Writes the letters of one run, with what the office holds today."""

    def __init__(self, desk: Desk, run: MergeRun, issuer: LetterIssuer | None = None) -> None:
        self._desk = desk
        self._run = run
        self._home = desk.store.company.get().language
        self._issuer = issuer or LetterIssuer(desk)

    def letter(
        self, contact: Contact, letter_id: LetterId = NO_LETTER, thread_id: ThreadId = NO_THREAD
    ) -> Outgoing:
        """Return the letter to a contact: in its own language, else in that of the office."""
        self._issuer.meet(contact)
        form, wanted = self._run.form, contact.terms.language or self._home
        text, to = text_in(form.texts, wanted, self._home), addressee_of(contact)
        blank = Outgoing(
            letter_id,
            1,
            OutgoingState.DRAFT,
            text.language if text else wanted,
            thread_id,
            dated_on=self._run.dated_on,
            addressee_id=contact.id,
            addressee=to,
            type_id=form.type_id,
            channel=form.channel_for(to.email),
            signatory_id=form.signatory_id,
            layout=form.layout,
            responsible=self._run.made_by,
            template_id=self._run.template_id,
            run_id=self._run.id,
            written_by=self._run.made_by,
        )
        return replace(blank, subject=text.subject, body=text.body) if text else blank

    def why_not(self, contact: Contact, letter: Outgoing) -> Problem | None:
        """Return why a contact gets no letter of this run, or none."""
        if why := stopped(contact):
            return why
        wrong = (one for one in self._issuer.problems(letter) if not one.is_warning)
        return next(wrong, None) or _check_email(letter)

    def preview(self, contact: Contact) -> bytes:
        """Return the pages of a letter as they would be today, marked as a draft."""
        return self._issuer.preview(self.letter(contact))

    def keep(self, contact: Contact) -> Outgoing:
        """Write a letter down, approved and in a thread of its own, so that it can be issued.

        Raises OwnApproval where its type asks for two people and one does both.
        """
        letter_id, thread_id = LetterId(new_id()), ThreadId(new_id())
        letter = self.letter(contact, letter_id, thread_id)
        self._desk.store.threads.add(Thread(thread_id, 1, letter.subject, contact.id))
        kept = self.approved(letter)
        self._desk.store.letters_out.add_all((kept,))
        return kept

    def approved(self, letter: Outgoing) -> Outgoing:
        """Return a letter approved by who asks; raises OwnApproval."""
        is_four_eyes = self._type is not None and self._type.is_four_eyes
        return approved(letter, self._desk.who.name, is_four_eyes=is_four_eyes)

    @cached_property
    def _type(self) -> LetterType | None:
        type_id = self._run.form.type_id
        return self._desk.store.letter_types.get(type_id) if type_id else None


def _check_email(letter: Outgoing) -> Problem | None:
    """Return why no mail can be sent to the receiver of a letter that goes by e-mail, or none."""
    email = letter.addressee.email
    if letter.channel is not Channel.EMAIL or is_address(email):
        return None
    return WRONG_ADDRESS.at("addressee.email", address=email)
