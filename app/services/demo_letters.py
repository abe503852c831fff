"""The sample company's letters: some that came in, with their papers, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.correspondence import outgoing
from app.domain.correspondence.body import written
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import Channel, Incoming, Outgoing
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.shared.ids import ContactId, DocumentId, SignatoryId
from app.services import dispatching, letters_in, letters_out, signatories
from app.services.demo_papers import Post
from app.services.office import Office

Story = Mapping[str, Any]


class Mail:
    """Registers, answers and sends the letters of a story in one office."""

    def __init__(self, office: Office, story: Story, contacts: Mapping[str, ContactId]) -> None:
        self._office = office
        self._contacts = contacts
        self._post = Post(office, story, contacts)
        self._signatory: SignatoryId | None = None
        if told := story.get("signatory"):
            self._signatory = office.do(signatories.add, told["name"], told["title"]).result.id

    def come(self, one: Story) -> Incoming:
        """Register a letter that came in, with its paper; answer it, or say why not."""
        paper = self._post.file({**one, "type": "letter-in"}) if "text" in one else None
        letter = self._office.do(letters_in.enter, self._form(one, paper)).result
        if "no_reply" in one:
            self._office.do(letters_in.no_reply, letter.id, one["no_reply"])
            return self._office.do(letters_in.file, letter.id).result
        if "answer" in one:
            draft = self._office.do(letters_out.answer, letter.id).result
            self._send(self._written(draft, one["answer"]), one)
        return letter

    def go(self, one: Story) -> Outgoing:
        """Write a letter of our own accord; it stays a draft unless it is to be sent."""
        form = OutgoingForm(
            addressee_id=self._contacts[one["to"]],
            subject=one["subject"],
            signatory_id=self._signatory,
            body=written("\n\n".join(one["words"])),
            enclosures=tuple(one.get("enclosures", ())),
        )
        draft = self._office.do(letters_out.draft, form).result
        return self._send(draft, one) if "by" in one else draft

    def _form(self, one: Story, paper: DocumentId | None) -> IncomingForm:
        sender = self._contacts.get(one["from"])
        return IncomingForm(
            received_on=self._day(one),
            written_on=self._day(one) - timedelta(days=2),
            sender_id=sender,
            sender="" if sender else one["sender"][0],
            subject=one["subject"],
            via=Channel(one.get("via", "post")),
            their_reference=one.get("number", ""),
            responsible=one.get("responsible", ""),
            reply_days=one.get("reply_days"),
            place=one.get("place", ""),
            document_id=paper,
        )

    def _written(self, draft: Outgoing, paragraphs: list[str]) -> Outgoing:
        form = replace(
            outgoing.form_of(draft),
            body=written("\n\n".join(paragraphs)),
            signatory_id=self._signatory,
        )
        return self._office.do(letters_out.save, draft.id, draft.version, form).result

    def _send(self, draft: Outgoing, one: Story) -> Outgoing:
        issued = self._office.do(letters_out.issue, draft.id).result
        if "by" in one:
            channel = Channel(one["by"])
            self._office.do(dispatching.send, issued.id, channel, "", one.get("tracking", ""))
        return issued

    def _day(self, one: Story) -> date:
        return self._office.clock.today() - timedelta(days=one["days_ago"])
