"""A mail that came in is kept once, in its thread, with its contact, its letter and its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.correspondence.arriving import Arrived
from app.domain.correspondence.mail import Mail
from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import MailAccountId, MailId
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.services import documents, mail_keeping, mails, outbox
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.foreign_mail import a_message, with_file
from tests.services.letters import an_office, issued
from tests.services.outgoing_mail import account
from tests.trade import AAMU

pytestmark = on_sqlite


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def taken(office: Office, folder: Path, content: bytes) -> Mail:
    path = folder / "a.eml"
    path.write_bytes(content)
    (mail_id,) = office.run(mails.take, (path,)).kept
    return office.ask(mails.get, mail_id)


def test_the_same_message_is_kept_once(office: Office, tmp_path: Path) -> None:
    first = taken(office, tmp_path, a_message("Hei"))

    assert taken(office, tmp_path, a_message("Hei")).id == first.id
    assert taken(office, tmp_path, a_message("Hei taas")).id != first.id


def test_a_message_whose_bytes_are_not_there_is_refused(office: Office) -> None:
    with pytest.raises(NotFound):
        office.do(mail_keeping.keep, (Arrived("a" * 64),))
    with pytest.raises(NotFound):
        office.do(mail_keeping.keep, (), MailAccountId(9))


def test_a_mail_is_filed_to_the_contact_of_its_address(office: Office, tmp_path: Path) -> None:
    known = taken(office, tmp_path, a_message(From="Maija <MAIJA@aamu.example>"))
    stranger = taken(office, tmp_path, a_message(From="who@else.example"))

    assert (known.contact_id, stranger.contact_id) == (AAMU.id, None)


def test_an_answer_joins_the_thread_of_what_it_answers(office: Office, tmp_path: Path) -> None:
    asked = taken(office, tmp_path, a_message(Message_ID="<q@x>", Subject="Alku"))
    answer = taken(
        office, tmp_path, a_message(From="b@x.fi", Subject="Muu", References="<z@x> <q@x>")
    )

    assert answer.thread_id == asked.thread_id
    assert [row.id for row in office.ask(mails.thread, asked.id)] == [asked.id, answer.id]


def test_without_marks_an_answer_is_known_by_subject_and_sender(
    office: Office, tmp_path: Path
) -> None:
    asked = taken(office, tmp_path, a_message(Subject="Tarjous"))

    same = taken(office, tmp_path, a_message("2", Subject="VS: Tarjous"))
    other = taken(office, tmp_path, a_message("3", Subject="VS: Tarjous", From="b@x.fi"))
    fresh = taken(office, tmp_path, a_message("4", Subject="Tarjous"))

    assert same.thread_id == asked.thread_id
    assert len({asked.thread_id, other.thread_id, fresh.thread_id}) == 3


def test_an_answer_to_a_letter_that_went_by_mail_is_filed_to_the_letter(
    office: Office, tmp_path: Path
) -> None:
    letter = issued(office)
    form = MailForm(account(office, 25).id, ("maija@aamu.example",), letter_id=letter.id)
    sent = office.do(outbox.queue, office.do(outbox.write, form).result.id).result

    answer = taken(office, tmp_path, a_message(In_Reply_To=sent.message_id))

    assert (answer.letter_id, answer.thread_id) == (letter.id, letter.thread_id)


def test_what_came_with_a_mail_lies_in_the_archive_with_mail_and_contact(
    office: Office, tmp_path: Path
) -> None:
    mail = taken(office, tmp_path, with_file(b"%PDF-1"))

    (part,) = mail.attachments
    assert part.document_id is not None
    assert office.ask(documents.content, part.document_id) == b"%PDF-1"
    linked = {one.source for one in office.ask(documents.seen, part.document_id).links}
    assert linked == {f"mail:{mail.id}", f"contact:{AAMU.id}"}


def test_mails_are_found_by_their_words(office: Office, tmp_path: Path) -> None:
    mail = taken(office, tmp_path, a_message("Reklamaatio koneesta"))

    def found(words: str) -> list[int]:
        return list(office.ask(mails.spine, View(words)))

    assert found("reklamaatio") == found("maija") == [mail.id]
    assert found("puuttuu") == []
    assert [row.id for row in office.ask(mails.first, View("koneesta"), 5)] == [mail.id]
    assert office.ask(mails.rows, (mail.id, MailId(1)))[0].who == "Kahvila Aamu Oy"
