"""A letter is sent by e-mail from its window, and how that went stands at the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.correspondence.body import written
from app.domain.correspondence.letter import Channel, Outgoing, OutgoingState
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.outside.passwords import Memory, kept_by
from app.services import dispatching, letter_mails, letters_out, outbox, snippets
from app.services.office import Office
from app.ui.correspondence.mailing_out import MailingOutDialog
from app.ui.correspondence.outgoing_page import OutgoingPage
from app.ui.correspondence.sending import SendingDialog
from app.ui.kit.shell import Shell
from tests.domain.correspondence.letters import TO_AAMU
from tests.mail_servers import Box, served
from tests.services.outgoing_mail import account
from tests.ui.correspondence.hands import Settle, dialog_of, do, ours, shown
from tests.ui.keys import press, type_in

pytestmark = pytest.mark.network
TO = replace(TO_AAMU, email="maija@aamu.example")


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


def issued(office: Office, **parts: object) -> Outgoing:
    draft = ours(office, **{"channel": Channel.EMAIL, "addressee": TO, **parts})
    return office.do(letters_out.issue, draft.id).result


def page_of(qtbot: QtBot, shell: Shell, settle: Settle, letter: Outgoing) -> OutgoingPage:
    page = OutgoingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)
    return page


def mail_dialog(qtbot: QtBot, page: OutgoingPage) -> MailingOutDialog:
    qtbot.waitUntil(lambda: bool(page.findChildren(MailingOutDialog)))
    dialog = dialog_of(page, MailingOutDialog)
    assert isinstance(dialog, MailingOutDialog)
    return dialog


def stuck(page: OutgoingPage) -> str:
    assert page.issued is not None
    return page.issued.posts.text()


def sent_by_round(office: Office, shell: Shell, settle: Settle) -> None:
    office.run(outbox.send_some)
    shell.client.changed.emit(frozenset({"mail", "letter_out", "letter_dispatch"}))
    settle()


def test_a_letter_goes_out_by_keyboard_and_is_sent_once_it_was_taken(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    box, letter = Box(), issued(office)
    with served(box) as port:
        account(office, port)
        page = page_of(qtbot, shell, settle, letter)
        do(shell, "post.send", settle)
        dialog = mail_dialog(qtbot, page)
        assert dialog.to.value() == "maija@aamu.example"
        assert letter.number in dialog.words.toPlainText()
        press(dialog.send_button, Qt.Key.Key_Return)
        settle()
        qtbot.waitUntil(lambda: "Waits for the line" in stuck(page))
        sent_by_round(office, shell, settle)

    qtbot.waitUntil(lambda: stuck(page) == "")
    assert page.issued is not None
    assert "maija@aamu.example" in page.issued.told.text()
    assert office.ask(letters_out.get, letter.id).state is OutgoingState.SENT
    assert len(office.ask(dispatching.of, letter.id)) == len(box.taken) == 1


def test_a_mail_that_was_refused_is_told_at_its_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = issued(office)
    with served(Box(recipient="550 no such user")) as port:
        account(office, port)
        office.do(letter_mails.send, office.ask(letter_mails.ready, letter.id).form)
        page = page_of(qtbot, shell, settle, letter)
        sent_by_round(office, shell, settle)

    qtbot.waitUntil(lambda: "no such user" in stuck(page))
    assert "Not sent" in stuck(page)
    assert office.ask(letters_out.get, letter.id).state is OutgoingState.ISSUED


def test_what_is_wrong_stays_in_the_dialog(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    account(office, 25)
    page = page_of(qtbot, shell, settle, issued(office))
    do(shell, "post.send", settle)
    dialog = mail_dialog(qtbot, page)
    dialog.to.clear()
    type_in(dialog.to, "nobody")

    press(dialog.send_button, Qt.Key.Key_Space)
    settle()

    assert "nobody" in dialog.form.cell("to").note.text()
    assert dialog.isVisible()
    assert office.ask(outbox.waiting)["queued"] == 0
    dialog.close()


def test_a_snippet_can_be_the_covering_text(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    account(office, 25)
    letter = issued(office)
    words = SnippetText(letter.language, written("Saate."))
    office.do(snippets.add, SnippetForm("saate", (words,)))
    page = page_of(qtbot, shell, settle, letter)
    do(shell, "post.send", settle)
    dialog = mail_dialog(qtbot, page)

    press(dialog.cover, Qt.Key.Key_Down)

    assert dialog.value().text == "Saate."
    dialog.close()


def test_without_an_account_the_way_to_one_is_shown(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle, wanted: list[tuple[str, object]]
) -> None:
    page_of(qtbot, shell, settle, issued(office))

    do(shell, "post.send", settle)

    qtbot.waitUntil(lambda: wanted == [("mail-accounts", None)])


def test_the_note_of_a_dispatch_leads_to_the_mail(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    account(office, 25)
    page = page_of(qtbot, shell, settle, issued(office, channel=Channel.POST))
    do(shell, "letter.send", settle)
    qtbot.waitUntil(lambda: bool(page.findChildren(SendingDialog)))
    noting = dialog_of(page, SendingDialog)
    assert isinstance(noting, SendingDialog)
    assert isinstance(noting.mail_button, QPushButton)
    assert noting.mail_button.isHidden()

    noting.channel.put(Channel.EMAIL)
    assert not noting.mail_button.isHidden()
    noting.mail_button.click()

    mail_dialog(qtbot, page).close()


def test_a_second_way_is_told_as_soon_as_the_server_took_it(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = issued(office)
    office.do(dispatching.send, letter.id, Channel.HAND)
    with served(Box()) as port:
        account(office, port)
        office.do(letter_mails.send, office.ask(letter_mails.ready, letter.id).form)
        page = page_of(qtbot, shell, settle, letter)
        sent_by_round(office, shell, settle)

    assert page.issued is not None
    view = page.issued
    qtbot.waitUntil(lambda: "By e-mail" in view.told.text() and stuck(page) == "")
    assert "By hand" in view.told.text()
