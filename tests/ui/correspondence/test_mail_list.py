"""A clerk keeps mails by keyboard: shelves, what is unread, answers, and what is in trouble."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.correspondence.letter import IncomingState
from app.domain.correspondence.mail import MailState
from app.domain.shared.ids import LetterId, MailId
from app.domain.shared.paging import View
from app.outside.passwords import Memory, kept_by
from app.services import letters_in, mail_forms, mails
from app.services.office import Office
from app.ui.correspondence.mail_list import MailList
from app.ui.correspondence.mail_words import reason_text
from app.ui.correspondence.sheet import SheetDialog
from app.ui.correspondence.tab import LettersTab
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Note, Shell
from tests.foreign_mail import BROKEN, PLAIN, a_message, many_parts, nested, with_file
from tests.outlook_files import a_msg, enclosure
from tests.ui.correspondence.hands import Key, Settle, dialog_of, do, shown
from tests.ui.correspondence.mails import came, drop, files_of, of_files, ours
from tests.ui.keys import press, type_in


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, office: Office, tmp_path: Path, settle: Settle) -> MailList:
    came(office, tmp_path, PLAIN, a_message("Toinen", Subject="Toinen"))
    return opened(qtbot, shell, settle)


def opened(qtbot: QtBot, shell: Shell, settle: Settle) -> MailList:
    tab = LettersTab(shell)
    tab.show_section("mail")
    shown(qtbot, shell, tab, settle)
    found = tab.page("mail")
    assert isinstance(found, MailList)
    found.table.setFocus()
    return found


def subjects(page: MailList) -> list[str]:
    rows = (page.model.row_at(at) for at in range(page.model.rowCount()))
    return [row.subject for row in rows if row]


def test_what_came_in_stands_in_the_inbox_unread_and_the_newest_first(
    page: MailList, settle: Settle
) -> None:
    tester = QAbstractItemModelTester(page.model)
    settle()

    assert tester.model() is page.model
    assert subjects(page) == ["Toinen", "Kysymys hänestä"]
    assert page.model.cell(0, 0).is_strong
    assert (page.model.cell(0, 0).icon, page.model.cell(0, 4).text) == ("mail", "Unread")
    assert "2" in chip(page, "Inbox").text()


def chip(page: MailList, name: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name)


def test_digits_turn_to_a_shelf_and_an_empty_one_says_what_it_is_for(
    page: MailList, office: Office, settle: Settle
) -> None:
    ours(office, MailState.UNKNOWN, subject="Lasku")
    ours(office, MailState.FAILED, subject="Hinnat")

    press(page.table, Key.Key_5)
    settle()
    stuck, why = subjects(page), page.model.cell(0, 5).text
    press(page.table, Key.Key_2)
    settle()

    assert stuck == ["Hinnat", "Lasku"]
    assert "550 unknown" in why
    assert page.filters.states == ("outbox",)
    assert page._nothing().isVisible()


def test_a_mail_that_was_looked_at_for_a_while_is_read(
    qtbot: QtBot, page: MailList, office: Office, settle: Settle
) -> None:
    page._patience.setInterval(1)
    press(page.table, Key.Key_Down)
    settle()

    qtbot.waitUntil(lambda: office.ask(mails.counts)["unread"] < 2)
    settle()
    assert page.reading.subject.text() == "Kysymys hänestä"
    assert page.reading.words.toPlainText() == "Hei, onko tarjous voimassa?"


def test_one_key_empties_the_inbox_and_one_brings_everything_back(
    qtbot: QtBot, page: MailList, shell: Shell, office: Office, settle: Settle
) -> None:
    page.table.selectAll()

    press(page.table, Key.Key_F)
    qtbot.waitUntil(lambda: office.ask(mails.counts)["inbox"] == 0)
    settle()
    empty = page._nothing().isVisible()
    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    said = shell.history.to_undo
    shell.history.undo()
    qtbot.waitUntil(lambda: office.ask(mails.counts)["inbox"] == 2)

    assert empty
    assert said == "2 mails are handled"
    assert office.ask(mails.counts)["handled"] == 0


def test_a_handled_mail_stands_on_its_shelf_says_by_whom_and_goes_back(
    qtbot: QtBot, page: MailList, shell: Shell, office: Office, settle: Settle
) -> None:
    press(page.table, Key.Key_F)
    qtbot.waitUntil(lambda: office.ask(mails.counts)["handled"] == 1)
    settle()

    press(page.table, Key.Key_6)
    settle()
    names, why = subjects(page), page.reading.why.text()
    do(shell, "mail.reopen", settle)
    qtbot.waitUntil(lambda: office.ask(mails.counts)["handled"] == 0)

    assert names == ["Toinen"]
    assert office.who.name in why
    assert office.ask(mails.counts)["inbox"] == 2


def test_a_mail_is_looked_at_as_it_prints(
    qtbot: QtBot, page: MailList, shell: Shell, settle: Settle
) -> None:
    do(shell, "letter.print", settle)

    dialog = dialog_of(page, SheetDialog)
    assert isinstance(dialog, SheetDialog)
    qtbot.waitUntil(dialog.print_button.isEnabled)
    assert dialog.preview.pdf.startswith(b"%PDF")
    dialog.reject()


def test_a_mail_can_be_left_unread(
    page: MailList, shell: Shell, office: Office, settle: Settle
) -> None:
    record = page.table.chosen_id()
    assert record is not None
    office.do(mails.look_at, MailId(record))

    do(shell, "mail.unread", settle)

    assert office.ask(mails.get, MailId(record)).is_unread


def test_a_mail_is_answered_and_handed_on_by_a_letter(
    page: MailList, office: Office, wanted: list[tuple[str, object]], settle: Settle
) -> None:
    for letter in ("a", "v"):
        type_in(page.table, letter)
        settle()

    forms = []
    for kind, record in wanted:
        assert kind == "mail"
        assert isinstance(record, int)
        forms.append(office.ask(mail_forms.opened, MailId(record)).form)
    assert [(one.subject, one.to) for one in forms] == [
        ("Re: Toinen", ("maija@aamu.example",)),
        ("Fwd: Toinen", ()),
    ]
    assert all("> Toinen" in one.text for one in forms)


def test_a_mail_is_registered_as_a_letter_by_a_key(
    page: MailList, office: Office, wanted: list[tuple[str, object]], settle: Settle
) -> None:
    type_in(page.table, "k")
    settle()

    kind, record = wanted[-1]
    assert kind == "letter-in"
    assert isinstance(record, int)
    letter = office.ask(letters_in.get, LetterId(record))
    assert (letter.state, letter.subject) == (IncomingState.RECEIVED, "Toinen")


def test_what_perhaps_left_goes_again_only_when_somebody_says_so(
    page: MailList, shell: Shell, office: Office, settle: Settle
) -> None:
    lost = ours(office, MailState.UNKNOWN, subject="Lasku")
    page.show_shelf("stuck")
    settle()

    do(shell, "mail.again", settle)
    dialog = dialog_of(page, Dialog)
    before = office.ask(mails.get, lost.id).state
    dialog.accept()
    settle()

    assert before is MailState.UNKNOWN
    assert office.ask(mails.get, lost.id).state is MailState.QUEUED


def test_what_waits_is_taken_back_and_a_draft_thrown_away_and_brought_back(
    page: MailList, shell: Shell, office: Office, notes: list[Note], settle: Settle
) -> None:
    waits = ours(office, MailState.QUEUED)
    page.show_shelf("outbox")
    settle()
    type_in(page.table, "j")
    settle()
    page.show_shelf("drafts")
    settle()

    press(page.table, Key.Key_Delete)
    settle()
    gone = office.ask(mails.spine, View(only=("drafts",)))
    undo = notes[-1].undo
    assert undo is not None
    undo()
    settle()

    assert list(gone) == []
    assert office.ask(mails.get, waits.id).state is MailState.DRAFT


def test_words_find_a_mail_and_nothing_found_says_so(page: MailList, settle: Settle) -> None:
    type_in(page.filters.box, "tarjous")
    settle()
    found = subjects(page)
    type_in(page.filters.box, "xyz")
    settle()

    assert found == ["Kysymys hänestä"]
    assert page._nothing() is page._no_hits


def test_files_that_are_dropped_are_taken_in_and_what_was_there_is_told(
    qtbot: QtBot, page: MailList, notes: list[Note], tmp_path: Path, settle: Settle
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    raw = a_msg("Hei", enclosure("lasku.pdf", b"%PDF-1"))

    drop(page, of_files(files_of(folder, PLAIN, raw)))
    qtbot.waitUntil(lambda: bool(notes))
    settle()

    assert notes[-1].text == "1 mail was taken in · 1 was there already"
    assert page.reading.subject.text() == "Tarjous: höylä"
    assert page.reading.files.count() == 1
    assert "lasku.pdf" in page.reading.files.item(0).text()


def test_a_mail_dragged_out_of_a_mail_program_is_taken_in(
    qtbot: QtBot, page: MailList, office: Office, notes: list[Note], settle: Settle
) -> None:
    mime = QMimeData()
    mime.setData("message/rfc822", a_message("Raahattu", Subject="Raahattu"))

    drop(page, mime)
    qtbot.waitUntil(lambda: bool(notes))
    settle()

    assert page.reading.subject.text() == "Raahattu"


def test_what_is_pasted_is_taken_in_and_what_is_no_mail_is_told(
    qtbot: QtBot, page: MailList, notes: list[Note], tmp_path: Path, settle: Settle
) -> None:
    board = QGuiApplication.clipboard()
    board.setText("words")
    page.intake.paste()
    folder = tmp_path / "more"
    folder.mkdir()
    board.setMimeData(of_files(files_of(folder, a_message("Liitetty", Subject="Liitetty"))))

    page.intake.paste()
    qtbot.waitUntil(lambda: len(notes) == 2)
    settle()

    board.clear()
    assert notes[0].text == "There is no mail in the clipboard."
    assert page.reading.subject.text() == "Liitetty"


def test_whatever_strangers_send_is_kept_shown_and_told(
    qtbot: QtBot, page: MailList, office: Office, tmp_path: Path, settle: Settle
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    bomb = with_file(b"PK\x03\x04" + b"\0" * 9000, "bomb.zip")
    paths = files_of(folder, *BROKEN, nested(500), many_parts(2000), bomb)
    missing = folder / "gone.eml"

    page.intake.put((*paths, missing))
    qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))
    settle()
    dialog = dialog_of(page, Dialog)
    told = dialog.accessibleDescription()

    assert "could not be read whole" in told
    assert "gone.eml" in told
    for at in range(page.model.rowCount()):
        page.table.choose_row(at)
        settle()
        mail = page.reading.mail
        assert mail is not None
        assert mail.id == page.model.id_at(at)
        assert bool(mail.code) == bool(reason_text(mail))
    dialog.close()


def test_no_picture_and_no_script_of_a_mail_is_obeyed(
    page: MailList, office: Office, tmp_path: Path, settle: Settle
) -> None:
    folder = tmp_path / "html"
    folder.mkdir()
    html = '<p>Hei <b>Åke</b><img src="https://x.example/a.png"><script>alert(1)</script></p>'
    came(office, folder, a_message(html, Subject="HTML", Content_Type="text/html; charset=utf-8"))

    page.shell.client.changed.emit(frozenset({"mail"}))
    settle()
    page.choose(office.ask(mails.spine, View("html"))[0])
    settle()

    assert page.reading.words.toPlainText().split() == ["Hei", "Åke"]
    assert page.reading.words.isReadOnly()


def test_an_office_without_mails_offers_to_write_and_to_take_in(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    page = opened(qtbot, shell, settle)

    inbox = page._nothing()
    page.filters.clear()
    settle()

    assert inbox is not page.empty
    assert page.empty.isVisible()


def test_writing_begins_by_the_key_of_the_module(
    page: MailList, shell: Shell, wanted: list[tuple[str, object]], settle: Settle
) -> None:
    do(shell, "letter.write", settle)

    assert wanted[-1] == ("mail", None)
