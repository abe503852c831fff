"""A letter goes out by e-mail with a few words and its frozen paper, and waits only once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from app.domain.correspondence.body import written
from app.domain.correspondence.letter import Channel, Outgoing, OutgoingState
from app.domain.correspondence.mail import Mail, MailState
from app.domain.correspondence.mail_form import MailForm
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.domain.shared.refusals import IllegalTransition, Invalid, NotFound
from app.outside.passwords import Memory, kept_by
from app.services import (
    dispatching,
    letter_mails,
    letters_out,
    mail_accounts,
    outbox,
    snippets,
)
from app.services.letter_mails import AlreadyUnderWay
from app.services.office import Office
from app.storage.database import Database
from tests.mail_servers import Box, served
from tests.services.letters import an_office, drafted, issued
from tests.services.outgoing_mail import account


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def a_letter(office: Office, **parts: object) -> Outgoing:
    return issued(office, channel=Channel.EMAIL, **parts)


def form_of(office: Office, letter: Outgoing) -> MailForm:
    return office.ask(letter_mails.ready, letter.id).form


def sent(office: Office, letter: Outgoing) -> Mail:
    return office.do(letter_mails.send, form_of(office, letter)).result


def test_the_usual_words_name_the_letter_in_its_language(office: Office) -> None:
    account(office, 25)
    texts = {
        language: office.ask(letter_mails.ready, a_letter(office, language=language).id)
        for language in ("fi", "en", "de", "sv", "th")
    }

    for language, ready in texts.items():
        assert ready.form.text == ready.covers[0].text
        assert ready.number in ready.form.text, language
        assert "Lumo & Suoni Oy" in ready.form.text
    firsts = {ready.form.text.splitlines()[0] for ready in texts.values()}
    assert len(firsts) == len(texts)
    assert texts["de"].form.text.startswith("Guten Tag,\n\nanbei erhalten Sie")


def test_a_snippet_is_a_covering_text_with_its_fields_filled(office: Office) -> None:
    words = SnippetText("fi", written("Hei, ohessa kirje."))
    office.do(snippets.add, SnippetForm("saate", (words,)))
    letter = a_letter(office, language="fi")

    covers = office.ask(letter_mails.ready, letter.id).covers

    assert [one.shortcut for one in covers] == ["", "saate"]
    assert covers[1].text == "Hei, ohessa kirje."


def test_accounts_that_were_put_away_are_not_offered(office: Office) -> None:
    one, other = account(office, 25, name="B"), account(office, 25, name="A")
    away = account(office, 25, name="C")
    office.do(mail_accounts.put_away, away.id, away.version)

    ready = office.ask(letter_mails.ready, a_letter(office).id)

    assert [each.id for each in ready.accounts] == [other.id, one.id]
    assert ready.form.account_id in {one.id, other.id}


@pytest.mark.network
def test_the_dispatch_is_noted_once_the_server_took_it(office: Office) -> None:
    box = Box()
    letter = a_letter(office)
    paper = office.ask(letters_out.page, letter.id)
    with served(box) as port:
        account(office, port)
        mail = sent(office, letter)
        before = office.ask(dispatching.of, letter.id)
        office.run(outbox.send_some)

    (dispatch,) = office.ask(dispatching.of, letter.id)
    (message,) = box.taken
    (part,) = message_from_bytes(message, policy=policy.default).iter_attachments()
    assert (mail.state, before) == (MailState.QUEUED, ())
    assert part.get_content() == paper
    assert dispatch.sha256 == hashlib.sha256(paper).hexdigest()
    assert office.ask(letters_out.get, letter.id).state is OutgoingState.SENT
    assert office.ask(letter_mails.of, letter.id)[0].state is MailState.SENT


def test_the_frozen_paper_is_attached_whatever_the_form_says(office: Office) -> None:
    account(office, 25)
    letter, other = a_letter(office), a_letter(office)
    assert other.document_id is not None

    form = replace(form_of(office, letter), documents=(other.document_id,))
    mail = office.do(letter_mails.send, form).result

    documents = [one.document_id for one in mail.attachments]
    assert documents == [letter.document_id, other.document_id]


def test_a_letter_that_waits_is_not_put_into_the_outbox_again(office: Office) -> None:
    account(office, 25)
    letter = a_letter(office)
    form = form_of(office, letter)
    sent(office, letter)

    with pytest.raises(AlreadyUnderWay):
        office.do(letter_mails.send, replace(form, cc=(form.to[0].upper(),), to=("x@y.fi",)))
    office.do(letter_mails.send, replace(form, to=("x@y.fi",)))

    assert office.ask(outbox.waiting)["queued"] == 2


def test_a_mail_that_was_taken_back_frees_its_letter(office: Office) -> None:
    account(office, 25)
    letter = a_letter(office)
    mail = sent(office, letter)

    office.do(outbox.withdraw, mail.id)

    assert sent(office, letter).state is MailState.QUEUED


def test_what_may_not_leave_the_house_does_not(office: Office) -> None:
    account(office, 25)
    draft, void = drafted(office), a_letter(office)
    office.do(letters_out.void, void.id, "väärä")

    for letter in (draft, void):
        with pytest.raises(IllegalTransition):
            office.ask(letter_mails.ready, letter.id)
        with pytest.raises(IllegalTransition):
            office.do(letter_mails.send, MailForm(to=("a@b.fi",), letter_id=letter.id))
    with pytest.raises(NotFound):
        office.do(letter_mails.send, MailForm(to=("a@b.fi",)))


def test_without_account_or_receiver_nothing_is_written(office: Office) -> None:
    letter = a_letter(office)

    with pytest.raises(Invalid) as told:
        office.do(letter_mails.send, replace(form_of(office, letter), to=()))

    assert [one.code for one in told.value.problems if not one.is_warning] == [
        "mail.without-account",
        "mail.without-recipient",
    ]
    assert office.ask(letter_mails.of, letter.id) == ()
