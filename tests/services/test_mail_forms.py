"""A mail is opened with all its form needs, and an answer begins with what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.contacts.contact import Point, PointKind
from app.domain.contacts.form import ContactForm
from app.domain.correspondence.mail import Mail
from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import ContactId, MailId
from app.domain.shared.refusals import NotFound
from app.outside.passwords import Memory, kept_by
from app.services import archive, contacts, drafts, mail_forms, mails, outbox
from app.services.mail_forms import Receiver, Way
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.foreign_mail import a_message, with_file
from tests.services.letters import an_office
from tests.services.outgoing_mail import account
from tests.trade import AAMU

pytestmark = on_sqlite


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def came(office: Office, folder: Path, content: bytes) -> Mail:
    path = folder / "a.eml"
    path.write_bytes(content)
    return office.ask(mails.get, office.run(mails.take, (path,)).kept[0])


def test_a_new_mail_goes_from_the_account_in_use(office: Office) -> None:
    used = account(office, 25)

    opened = office.ask(mail_forms.opened)

    assert (opened.mail, opened.form) == (None, MailForm(used.id))
    assert opened.accounts == (used,)
    with pytest.raises(NotFound):
        office.ask(mail_forms.opened, MailId(1))


def test_what_was_typed_and_left_is_gone_on_with(office: Office) -> None:
    office.do(drafts.keep, "mail", 77, 0, MailForm(text="Kesken"))

    assert office.ask(mail_forms.opened).draft is not None
    assert office.ask(mail_forms.opened, None, frozenset({77})).draft is None


def test_an_answer_goes_to_who_wrote_and_quotes_it(office: Office, tmp_path: Path) -> None:
    account(office, 25)
    mail = came(office, tmp_path, a_message("Hei\n\nmissä?\n", Date="Mon, 9 Mar 2026 12:00 +0000"))

    form = office.ask(mail_forms.answering, mail.id)

    assert (form.to, form.cc, form.subject) == (("maija@aamu.example",), (), "Re: Kysymys")
    assert (form.answers, form.contact_id) == (mail.id, AAMU.id)
    head, *lines = form.text.removeprefix("\n\n").splitlines()
    assert "maija@aamu.example" in head
    assert lines == ["> Hei", ">", "> missä?"]


def test_an_answer_to_all_leaves_our_own_addresses_out(office: Office, tmp_path: Path) -> None:
    account(office, 25)
    heads = {"To": "OFFICE@lumo.example, ville@x.example", "Cc": "liisa@x.example, ville@x.example"}
    mail = came(office, tmp_path, a_message("Hei", **heads))

    form = office.ask(mail_forms.answering, mail.id, Way.EVERYBODY)

    assert form.to == ("maija@aamu.example", "ville@x.example")
    assert form.cc == ("liisa@x.example",)


def test_a_mail_handed_on_takes_its_attachments_along(office: Office, tmp_path: Path) -> None:
    mail = came(office, tmp_path, with_file(b"%PDF-1"))

    form = office.ask(mail_forms.answering, mail.id, Way.FORWARD)

    assert (form.to, form.subject, form.answers) == ((), "Fwd: Kysymys", None)
    assert form.documents == tuple(one.document_id for one in mail.attachments)
    (file,) = office.ask(mail_forms.enclosed, form.documents)
    assert (file.name, file.size) == ("lasku.pdf", 6)
    assert mail_forms.handed_on("FW: x") == "FW: x"


def test_contacts_and_documents_are_found_by_words(office: Office) -> None:
    office.do(archive.file, "tarjous.txt", "text/plain", b"Hinta")
    point = Point(PointKind.EMAIL, "info@kioski.example")
    kiosk = office.do(contacts.add, ContactForm("Kioski", points=(point,))).result
    office.do(contacts.add, ContactForm("Kioski ilman"))

    (receiver,) = office.ask(mail_forms.receivers, "kioski")
    (file,) = office.ask(mail_forms.enclosable, "tarjous")

    assert receiver == Receiver(kiosk.id, "Kioski", "info@kioski.example")
    assert (file.name, file.size) == ("tarjous.txt", 5)


def test_a_draft_is_opened_as_it_was_kept(office: Office) -> None:
    draft = office.do(outbox.write, MailForm(account(office, 25).id, subject="Luonnos")).result

    opened = office.ask(mail_forms.opened, draft.id)

    assert (opened.mail, opened.form.subject) == (draft, "Luonnos")


def test_a_mail_to_a_contact_begins_with_its_address(office: Office) -> None:
    point = Point(PointKind.EMAIL, "info@kioski.example")
    kiosk = office.do(contacts.add, ContactForm("Kioski", points=(point,))).result

    opened = office.ask(mail_forms.opened, None, frozenset(), kiosk.id)

    assert (opened.form.to, opened.form.contact_id) == (("info@kioski.example",), kiosk.id)
    with pytest.raises(NotFound):
        office.ask(mail_forms.opened, None, frozenset(), ContactId(9))
