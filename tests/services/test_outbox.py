"""Mails are written, wait and are moved by hand where nobody knows; letters go out with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from app.domain.correspondence.letter import Channel, OutgoingState
from app.domain.correspondence.mail import Mail, MailState
from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import ContactId, MailId
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid, NotFound
from app.outside.passwords import Memory, kept_by
from app.services import archive, dispatching, letters_out, outbox
from app.services.office import Office
from app.storage.database import Database
from tests.mail_servers import Box, served
from tests.services.letters import an_office, drafted, issued
from tests.services.outgoing_mail import account, waiting


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


def left_unknown(office: Office, mail: Mail) -> Mail:
    """Let the program end while a mail is being sent."""
    with office.database.write() as unit:
        before = unit.mails.get(mail.id)
        unit.mails.save(before, replace(before, state=MailState.SENDING))
    office.run(outbox.send_some)
    with office.database.read() as unit:
        return unit.mails.get(mail.id)


def test_a_draft_is_written_changed_and_thrown_away(office: Office) -> None:
    one = account(office, 25)
    draft = office.do(outbox.write, MailForm(one.id, ("a@x.fi",))).result
    form = replace(office.ask(outbox.content, draft.id), subject="Uusi")
    saved = office.do(outbox.save, draft.id, 1, form).result

    assert (saved.subject, saved.thread_id) == ("Uusi", draft.thread_id)
    with pytest.raises(Conflict):
        office.do(outbox.discard, draft.id, 1)
    office.do(outbox.discard, draft.id, 2)
    with pytest.raises(NotFound):
        office.ask(outbox.content, draft.id)


def test_a_mail_without_recipient_does_not_wait(office: Office) -> None:
    draft = office.do(outbox.write, MailForm(account(office, 25).id)).result

    with pytest.raises(Invalid):
        office.do(outbox.queue, draft.id)
    found = office.ask(outbox.problems, MailForm())
    assert [one.code for one in found if not one.is_warning] == [
        "mail.without-account",
        "mail.without-recipient",
    ]


def test_a_mail_to_a_contact_that_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(NotFound):
        office.do(outbox.write, MailForm(contact_id=ContactId(9)))


def test_the_message_that_waits_is_kept_whole_with_its_attachments(office: Office) -> None:
    filed = office.do(archive.file, "a.pdf", "application/pdf", b"%PDF-1").result
    mail = waiting(office, account(office, 25), documents=(filed.id,))

    with office.database.read() as unit:
        raw = b"".join(unit.contents.get(mail.sha256))

    told = message_from_bytes(raw, policy=policy.default)
    (part,) = told.iter_attachments()
    assert part.get_content() == b"%PDF-1"
    assert told["message-id"] == mail.message_id
    assert mail.message_id.endswith("@lumo.example>")


def test_a_mail_keeps_its_mark_however_often_it_is_taken_back(office: Office) -> None:
    mail = waiting(office, account(office, 25))
    draft = office.do(outbox.withdraw, mail.id).result

    again = office.do(outbox.queue, mail.id).result

    assert draft.state is MailState.DRAFT
    assert again.message_id == mail.message_id
    assert office.ask(outbox.waiting)["queued"] == 1
    with pytest.raises(IllegalTransition):
        office.do(outbox.queue, mail.id)
    with pytest.raises(IllegalTransition):
        office.do(outbox.discard, mail.id, again.version)


def test_an_answer_goes_back_in_its_thread(office: Office) -> None:
    one = account(office, 25)
    first = waiting(office, one)
    form = office.ask(outbox.answering, first.id)
    answer = office.do(outbox.write, form).result

    assert (form.subject, form.to) == ("Re: Kiitos", first.to)
    assert answer.in_reply_to == first.message_id
    assert answer.references == (first.message_id,)
    assert answer.thread_id == first.thread_id
    assert office.ask(outbox.answering, answer.id).subject == "Re: Kiitos"


@pytest.mark.network
def test_only_a_person_moves_what_nobody_knows(office: Office) -> None:
    one = account(office, 1)
    arrived, anew = waiting(office, one), waiting(office, one)

    assert left_unknown(office, arrived).code == "mail.interrupted"
    assert office.do(outbox.mark_sent, arrived.id).result.state is MailState.SENT
    unknown = left_unknown(office, anew)
    assert unknown.state is MailState.UNKNOWN
    again = office.do(outbox.send_again, anew.id).result
    assert (again.state, again.message_id) == (MailState.QUEUED, anew.message_id)
    with pytest.raises(IllegalTransition):
        office.do(outbox.mark_sent, anew.id)
    with pytest.raises(IllegalTransition):
        office.do(outbox.send_again, arrived.id)


def test_a_mail_that_pauses_is_hurried(office: Office) -> None:
    mail = waiting(office, account(office, 25))

    assert office.do(outbox.send_again, mail.id).result.not_before == office.clock.now()


@pytest.mark.network
def test_a_letter_sent_by_mail_is_dispatched_with_the_hash_of_its_paper(
    database: Database,
) -> None:
    office, box = an_office(database), Box()
    letter = issued(office, channel=Channel.EMAIL)
    paper = office.ask(letters_out.page, letter.id)
    with served(box) as port:
        account(office, port)
        form = office.ask(outbox.for_letter, letter.id)
        draft = office.do(outbox.write, form).result
        office.do(outbox.queue, draft.id)
        office.run(outbox.send_some)

    (dispatch,) = office.ask(dispatching.of, letter.id)
    (message,) = box.taken
    (part,) = message_from_bytes(message, policy=policy.default).iter_attachments()
    assert part.get_content() == paper
    assert dispatch.sha256 == hashlib.sha256(paper).hexdigest()
    assert (dispatch.channel, dispatch.to) == (Channel.EMAIL, "maija@aamu.example")
    assert office.ask(letters_out.get, letter.id).state is OutgoingState.SENT
    assert draft.thread_id == letter.thread_id


@pytest.mark.network
def test_a_mail_whose_letter_was_voided_meanwhile_says_so(database: Database) -> None:
    office, box = an_office(database), Box()
    letter = issued(office, channel=Channel.EMAIL)
    with served(box) as port:
        account(office, port)
        draft = office.do(outbox.write, office.ask(outbox.for_letter, letter.id)).result
        office.do(outbox.queue, draft.id)
        office.do(letters_out.void, letter.id, "väärä")
        told = office.run(outbox.send_some)

    with database.read() as unit:
        mail = unit.mails.get(draft.id)
    assert (told.sent, mail.state) == (1, MailState.SENT)
    assert mail.code
    assert office.ask(dispatching.of, letter.id) == ()


def test_a_letter_without_number_does_not_go_out(database: Database) -> None:
    office = an_office(database)

    with pytest.raises(IllegalTransition):
        office.ask(outbox.for_letter, drafted(office).id)
    with pytest.raises(NotFound):
        office.ask(outbox.content, MailId(1))
