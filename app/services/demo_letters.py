"""The sample company's letters: some that came in, with their papers, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.domain.correspondence import outgoing
from app.domain.correspondence.body import written
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import INCOMING, Channel, Incoming, LetterType, Outgoing
from app.domain.correspondence.notes import FollowUpForm, PhoneForm
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.shared.ids import ContactId, DocumentId, LetterTypeId, SignatoryId, new_id
from app.services import (
    dispatching,
    follow_ups,
    letter_types,
    letters_in,
    letters_out,
    notes,
    signatories,
)
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
        self._types = {one["key"]: self._type(one) for one in story["letter_types"]}

    def come(self, one: Story) -> Incoming:
        """Register a letter that came in, with its paper; answer it, or say why not."""
        paper = self._post.file({**one, "type": "letter-in"}) if "text" in one else None
        letter = self._office.do(letters_in.enter, self._form(one, paper)).result
        self._remark(f"{INCOMING}:{letter.id}", one)
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

    def take_call(self, one: Story) -> None:
        """Take a call down; it is called back some days on."""
        form = PhoneForm(
            caller=one["caller"],
            text=one["text"],
            phone=one["phone"],
            about=f"contact:{self._contacts[one['about']]}",
            for_whom=one["for_whom"],
            call_on=self._office.clock.today() + timedelta(days=one["call_in"]),
        )
        self._office.do(notes.phone, form)

    def _type(self, one: Story) -> LetterTypeId:
        new = LetterType(
            LetterTypeId(new_id()),
            1,
            one["name"],
            one.get("reply_days"),
            is_four_eyes=one.get("for_two", False),
        )
        return self._office.do(letter_types.write, new).result.id

    def _remark(self, source: str, one: Story) -> None:
        """Note what a clerk would: a remark, a hand-over, and when it is brought up again."""
        if "note" in one:
            self._office.do(notes.add, source, one["note"])
        if "hand_over" in one:
            self._office.do(notes.hand_over, source, *one["hand_over"])
        if "again" in one:
            on = self._office.clock.today() + timedelta(days=one["again_in"])
            self._office.do(follow_ups.add, source, FollowUpForm(on, text=one["again"]))

    def _form(self, one: Story, paper: DocumentId | None) -> IncomingForm:
        sender = self._contacts.get(one["from"])
        return IncomingForm(
            received_on=self._day(one),
            written_on=self._day(one) - timedelta(days=2),
            sender_id=sender,
            sender="" if sender else one["sender"][0],
            subject=one["subject"],
            type_id=self._types[one["type"]] if "type" in one else None,
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
