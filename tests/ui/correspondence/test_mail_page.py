"""A mail is written by keyboard, kept while it is typed, and waits once it is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Point, PointKind
from app.domain.contacts.form import ContactForm
from app.domain.correspondence.body import written
from app.domain.correspondence.mail import Mail, MailState
from app.domain.correspondence.mail_form import MailForm
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.domain.shared.ids import MailId
from app.domain.shared.paging import View
from app.outside.passwords import Memory, kept_by
from app.services import (
    archive,
    contacts,
    drafts,
    letters_in,
    mails,
    outbox,
    snippets,
    threads,
    welcome,
)
from app.services.office import Office
from app.ui.actions import with_modules
from app.ui.correspondence.mail_page import MailPage
from app.ui.correspondence.sheet import SheetDialog
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.dialogs import Dialog
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Note, Shell
from app.ui.kit.snippets import SnippetTyping
from app.ui.kit.taking_in import Pasted
from tests.domain.correspondence.letters import a_form
from tests.foreign_mail import PLAIN, with_file
from tests.services.outgoing_mail import account
from tests.ui.correspondence.hands import CTRL, Key, Settle, dialog_of, do, shown
from tests.ui.correspondence.mails import came, drop, of_files, ours
from tests.ui.keys import press, type_in
from tests.ui.pdfs import a_pdf
from tests.ui.people import MODULES


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


class Desk:
    """Opens pages and writes into them."""

    def __init__(self, qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> None:
        self.qtbot, self.shell, self.office, self.settle = qtbot, shell, office, settle
        self.pages: list[MailPage] = []

    def open(self, record: int | None = None) -> MailPage:
        page = MailPage(self.shell, record)
        self.pages.append(page)
        shown(self.qtbot, self.shell, page, self.settle)
        return page

    def newest(self, shelf: str) -> Mail:
        found = self.office.ask(mails.spine, View(only=(shelf,)))
        return self.office.ask(mails.get, MailId(found[0]))


@pytest.fixture
def desk(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> Desk:
    return Desk(qtbot, shell, office, settle)


def test_a_mail_is_written_to_a_contact_and_waits_for_the_line(desk: Desk) -> None:
    account(desk.office, 25)
    point = Point(PointKind.EMAIL, "info@kioski.example")
    kiosk = desk.office.do(contacts.add, ContactForm("Kioski", points=(point,))).result
    page = desk.open()
    assert page.fields is not None

    type_in(page.fields.to, "Kios")
    press(page.fields.to, Key.Key_Return)
    desk.settle()
    type_in(page.fields.to, "ville@x.example")
    type_in(page.fields.subject, "Tilaus")
    type_in(page.fields.words, "Kiitos")
    with desk.qtbot.waitSignal(page.finished):
        press(page.fields.subject, Key.Key_Return, CTRL)

    mail = desk.newest("outbox")
    assert mail.to == ("info@kioski.example", "ville@x.example")
    assert (mail.subject, mail.text, mail.contact_id) == ("Tilaus", "Kiitos", kiosk.id)


def test_what_is_missing_is_said_at_its_field_and_nothing_leaves(desk: Desk) -> None:
    page = desk.open()
    assert page.fields is not None
    type_in(page.fields.cc, "kuka tahansa")

    do(desk.shell, "letter.issue", desk.settle)

    notes = {path: page.fields.cell(path).note.text() for path in ("account_id", "cc", "subject")}
    assert all(text.startswith(("✕", "!")) for text in notes.values())
    assert "kuka tahansa" in notes["cc"]
    assert list(desk.office.ask(mails.spine, View())) == []


def test_a_draft_is_kept_by_key_and_goes_on(desk: Desk, notes: list[Note]) -> None:
    page = desk.open()
    assert page.fields is not None
    type_in(page.fields.subject, "Luonnos")

    do(desk.shell, "letter.save", desk.settle)
    type_in(page.fields.words, "lisää")
    do(desk.shell, "letter.save", desk.settle)

    draft = desk.newest("drafts")
    assert notes[-1].text == "Kept as a draft"
    assert (draft.subject, draft.text, draft.version) == ("Luonnos", "lisää", 2)
    assert desk.office.ask(drafts.all_kept) == ()


def test_what_was_typed_survives_and_is_gone_on_with(desk: Desk, notes: list[Note]) -> None:
    first = desk.open()
    assert first.fields is not None
    type_in(first.fields.words, "Kesken")
    first.flush()
    desk.settle()
    desk.shell.let_go(first)
    first.hide()

    second = desk.open()

    assert second.fields is not None
    assert second.fields.words.value() == "Kesken"
    assert notes[-1].undo is not None


def test_a_snippet_is_written_where_its_shortcut_was_typed(desk: Desk) -> None:
    form = SnippetForm("kiit", (SnippetText("fi", written("Kiitos viestistä.")),))
    desk.office.do(snippets.add, form)
    page = desk.open()
    assert page.fields is not None
    words = page.fields.words
    words.setFocus()
    SnippetTyping(desk.shell, page)

    type_in(words, "Hei! ::kiit ::muu ")

    desk.qtbot.waitUntil(lambda: words.value() == "Hei! Kiitos viestistä. ::muu ")


def test_documents_and_files_go_along_and_are_taken_out_again(desk: Desk) -> None:
    desk.office.do(archive.file, "tarjous.txt", "text/plain", b"Hinta")
    page = desk.open()
    assert page.fields is not None
    along = page.fields.enclosures

    type_in(along.archive, "tarjous")
    press(along.archive, Key.Key_Return)
    desk.settle()
    along.intake.put((Pasted("muistio.txt", "text/plain", b"Muista"),))
    desk.qtbot.waitUntil(lambda: along.files.count() == 2)
    along.files.setCurrentRow(0)
    press(along.files, Key.Key_Delete)
    desk.settle()

    assert along.files.count() == 1
    assert "muistio.txt" in along.files.item(0).text()
    assert len(page.content().documents) == 1


def test_a_mail_that_came_in_is_read_with_its_files_and_its_exchange(
    desk: Desk, tmp_path: Path, wanted: list[tuple[str, object]]
) -> None:
    (mail,) = came(desk.office, tmp_path, with_file(b"%PDF-1"))
    answer = desk.office.do(outbox.write, MailForm(answers=mail.id, subject="Re: Kysymys")).result

    page = desk.open(mail.id)
    assert page.read is not None
    view = page.read.view
    press(view.files, Key.Key_Return)
    page.read.exchange.lines.setCurrentRow(1)
    press(page.read.exchange.lines, Key.Key_Return)

    assert view.words.toPlainText() == "Liitteenä"
    assert wanted == [("document", mail.attachments[0].document_id), ("mail", answer.id)]
    assert not desk.office.ask(mails.get, mail.id).is_unread


def test_letters_of_the_same_exchange_stand_beside_a_mail(desk: Desk, tmp_path: Path) -> None:
    (mail,) = came(desk.office, tmp_path, PLAIN)
    letter = desk.office.do(letters_in.receive, a_form(subject="Kirje")).result
    with desk.office.database.write() as unit:
        known = unit.letters_in.get(letter.id)
        unit.letters_in.save(known, replace(known, thread_id=mail.thread_id))

    page = desk.open(mail.id)

    assert page.read is not None
    lines = page.read.exchange.lines
    texts = [lines.item(at).text() for at in range(lines.count())]
    assert any("Kirje" in text for text in texts)


def test_a_mail_of_ours_shows_why_it_stays_and_moves_by_key(desk: Desk) -> None:
    lost = ours(desk.office, MailState.UNKNOWN)
    page = desk.open(lost.id)
    assert page.read is not None
    why = page.read.view.why.text()

    do(desk.shell, "mail.arrived", desk.settle)
    dialog_of(page, Dialog).accept()
    desk.settle()

    assert why
    assert desk.office.ask(mails.get, lost.id).state is MailState.SENT
    assert page.read.view.state.text() == "Sent"


def test_a_mail_that_waits_is_written_on_when_it_is_taken_back(desk: Desk) -> None:
    waits = ours(desk.office, MailState.QUEUED)
    page = desk.open(waits.id)

    do(desk.shell, "mail.withdraw", desk.settle)

    assert page.fields is not None
    assert page.fields.subject.value() == "Kiitos"
    page.fields.words.moveCursor(QTextCursor.MoveOperation.End)
    type_in(page.fields.words, "Lisää")
    do(desk.shell, "letter.issue", desk.settle)
    assert "Lisää" in desk.office.ask(mails.get, waits.id).text


def test_a_mail_that_left_meanwhile_says_so(desk: Desk) -> None:
    waits = ours(desk.office, MailState.QUEUED)
    page = desk.open(waits.id)
    with desk.office.database.write() as unit:
        unit.mails.save(waits, replace(waits, state=MailState.SENT))

    desk.shell.client.changed.emit(frozenset({"mail"}))
    desk.settle()

    assert page.read is not None
    assert page.read.view.state.text() == "Sent"


def test_the_exchange_of_a_mail_is_said_to_be_about_an_invoice(desk: Desk, tmp_path: Path) -> None:
    (mail,) = came(desk.office, tmp_path, PLAIN)
    desk.open(mail.id)

    do(desk.shell, "letter.link", desk.settle)
    desk.office.do(threads.link, mail.thread_id, "invoice:5")

    found = desk.office.ask(threads.letters_about, "invoice:5")
    assert [(one.kind, one.record_id) for one in found] == [("mail", mail.id)]


def test_the_pages_of_an_attached_pdf_are_looked_at_and_its_sender_is_a_key_away(
    desk: Desk, tmp_path: Path, wanted: list[tuple[str, object]]
) -> None:
    point = Point(PointKind.EMAIL, "maija@aamu.example")
    pdf = a_pdf(("Tarjous",))
    aamu = desk.office.do(contacts.add, ContactForm("Kahvila Aamu", points=(point,))).result
    (mail,) = came(desk.office, tmp_path, with_file(pdf))
    page = desk.open(mail.id)
    assert page.read is not None

    press(page.read.view.files, Key.Key_Space)
    desk.settle()
    dialog = dialog_of(page, SheetDialog)
    assert isinstance(dialog, SheetDialog)
    page.read.contact.click()

    assert dialog.preview.pdf == pdf
    assert wanted == [("contact", aamu.id)]
    dialog.close()


def test_what_is_no_pdf_opens_in_the_archive(
    desk: Desk, tmp_path: Path, wanted: list[tuple[str, object]]
) -> None:
    (mail,) = came(desk.office, tmp_path, with_file(b"PK\x03\x04", "bomb.zip"))
    page = desk.open(mail.id)
    assert page.read is not None

    press(page.read.view.files, Key.Key_Space)

    assert wanted == [("document", mail.attachments[0].document_id)]


def test_files_that_are_dropped_on_a_mail_go_along(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "tarjous.txt"
    path.write_text("Hinta")
    page = desk.open()
    assert page.fields is not None
    along = page.fields.enclosures

    drop(along, of_files((path,)))
    desk.qtbot.waitUntil(lambda: along.files.count() == 1)

    assert len(page.content().documents) == 1


def test_a_mail_to_a_contact_begins_at_what_it_is_about(desk: Desk) -> None:
    point = Point(PointKind.EMAIL, "info@kioski.example")
    kiosk = desk.office.do(contacts.add, ContactForm("Kioski", points=(point,))).result
    page = MailPage(desk.shell, None, kiosk.id)
    shown(desk.qtbot, desk.shell, page, desk.settle)

    assert page.fields is not None
    assert page.fields.to.addresses() == ("info@kioski.example",)
    assert page.fields.subject.hasFocus()


def test_reading_in_an_office_that_another_window_writes_changes_nothing(
    desk: Desk, lanes: Lanes, offices: list[Office], tmp_path: Path
) -> None:
    (mail,) = came(desk.office, tmp_path, PLAIN)
    path = tmp_path / "Lumo & Suoni Oy.backdesk"
    offices.append(welcome.open_office(path, desk.office.clock, desk.office.who))
    book = ActionBook(with_modules(MODULES))
    shell = Shell(OfficeClient(offices[-1], lanes), book, Settings())
    told: list[object] = []
    shell.refused.connect(told.append)

    page = MailPage(shell, mail.id)
    shown(desk.qtbot, shell, page, desk.settle)

    assert offices[-1].is_read_only
    assert page.read is not None
    assert page.read.view.words.toPlainText() == mail.text.strip()
    assert told == []
    assert desk.office.ask(mails.get, mail.id).is_unread
    shell.refused.disconnect(told.append)
