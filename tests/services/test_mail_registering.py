"""A mail is written down as a letter once, in its own thread, with the message as its paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.correspondence.letter import Channel, IncomingState
from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.refusals import IllegalTransition
from app.services import documents, letters_in, mail_registering, outbox, threads
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.foreign_mail import PLAIN, a_message
from tests.outlook_files import a_msg
from tests.services.letters import an_office
from tests.services.outgoing_mail import account
from tests.services.test_mail_keeping import taken
from tests.trade import AAMU

pytestmark = on_sqlite


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_mail_becomes_a_letter_of_its_thread(office: Office, tmp_path: Path) -> None:
    mail = taken(office, tmp_path, PLAIN)

    letter = office.do(mail_registering.receive, mail.id).result

    assert (letter.state, letter.via) == (IncomingState.RECEIVED, Channel.EMAIL)
    assert (letter.subject, letter.sender_id) == ("Kysymys hänestä", AAMU.id)
    assert letter.document_id is not None
    assert office.ask(documents.content, letter.document_id) == PLAIN
    opened = office.ask(threads.around, "mail", mail.id)
    assert {one.kind for one in opened.letters} == {"mail", "letter-in"}
    assert office.do(letters_in.register, letter.id).result.number == "IN-2026-0001"


def test_a_mail_is_one_letter_however_often_it_is_asked_for(office: Office, tmp_path: Path) -> None:
    mail = taken(office, tmp_path, a_message())

    first, again = (office.do(mail_registering.receive, mail.id).result for _turn in range(2))

    assert first.id == again.id


def test_a_file_of_outlook_is_its_paper(office: Office, tmp_path: Path) -> None:
    mail = taken(office, tmp_path, a_msg())

    letter = office.do(mail_registering.receive, mail.id).result

    assert letter.document_id is not None
    assert office.ask(documents.seen, letter.document_id).file.name == "Tarjous: höylä.msg"


def test_a_mail_of_ours_is_no_letter_that_came_in(office: Office) -> None:
    draft = office.do(outbox.write, MailForm(account(office, 25).id)).result

    with pytest.raises(IllegalTransition):
        office.do(mail_registering.receive, draft.id)
