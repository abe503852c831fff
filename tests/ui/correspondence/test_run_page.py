"""A mailing by e-mail in its tab: who gets the letter which way, and how each mail stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.correspondence.letter import Channel
from app.domain.correspondence.mail import MailState
from app.domain.correspondence.mail_queues import MailedLetter
from app.domain.correspondence.merging import ItemState, MergeItem
from app.domain.shared.ids import ContactId, LetterId, MailId, MergeItemId, MergeRunId
from app.outside.passwords import Memory, kept_by
from app.services import mailing_lists, merge_runs, outbox, templates
from app.services.office import Office
from app.ui.correspondence.preparing import MailingDialog
from app.ui.correspondence.run_lines import WAY, RunLine, lines_of, state_text, told, way_text
from app.ui.correspondence.run_page import RunPage
from app.ui.correspondence.run_way import RunWayDialog
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests.mail_servers import Box, served
from tests.services.outgoing_mail import account
from tests.services.test_merge_mails import three
from tests.services.test_merge_runs import a_list, a_template
from tests.ui.correspondence.hands import Settle, do, shown
from tests.ui.keys import press

ITEM = MergeItem(MergeItemId(1), MergeRunId(1), 0, ContactId(5), "Aamu", language="fi")
Kind = TypeVar("Kind", bound=Dialog)


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


def by_mail(office: Office, otherwise: Channel | None = Channel.POST) -> MergeRunId:
    listed, template = a_list(office), a_template(office)
    wanted = (listed, template.id, None, Channel.EMAIL, otherwise)
    return office.do(merge_runs.prepare, *wanted).result.id


def page_of(qtbot: QtBot, shell: Shell, settle: Settle, run_id: MergeRunId) -> RunPage:
    page = RunPage(shell, run_id)
    shown(qtbot, shell, page, settle)
    return page


def opened(qtbot: QtBot, page: RunPage, kind: type[Kind]) -> Kind:
    qtbot.waitUntil(lambda: bool(page.findChildren(kind)))
    return page.findChildren(kind)[-1]


def column(page: RunPage, place: int) -> list[str]:
    rows = page.table.rows
    return [str(rows.index(row, place).data() or "") for row in range(rows.rowCount())]


def test_a_line_says_the_way_and_how_its_mail_stands() -> None:
    issued = ITEM.issued(LetterId(3), "OUT-1")
    mail = MailedLetter(
        LetterId(3), MailId(4), MailState.FAILED, "mail.refused", {"answer": "550 no"}
    )
    (ready,) = lines_of((ITEM,), Channel.EMAIL, ())
    (failed,) = lines_of((issued,), Channel.EMAIL, (mail,))
    skipped = RunLine(MergeItem(MergeItemId(1), MergeRunId(1), 0, ContactId(5), "B"))

    assert (way_text(ready), state_text(ready), told(ready)) == ("By e-mail", "Ready", "Finnish")
    assert state_text(failed) == "Not sent"
    assert told(failed).startswith("OUT-1 · The server refused the mail (550 no)")
    assert way_text(skipped) == "By post"
    assert skipped.item.state is ItemState.READY


@pytest.mark.network
def test_letters_are_issued_by_email_by_keyboard_and_each_mail_is_followed(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    three(office)
    box = Box()
    with served(box) as port:
        account(office, port)
        page = page_of(qtbot, shell, settle, by_mail(office))
        qtbot.waitUntil(lambda: column(page, WAY) == ["By e-mail", "By post", "By e-mail"])
        do(shell, "letter.issue", settle)
        dialog = opened(qtbot, page, RunWayDialog)
        press(dialog, Qt.Key.Key_Return)
        waits = ["Waits for the line", "Issued", "Waits for the line"]
        qtbot.waitUntil(lambda: column(page, WAY + 1) == waits)
        office.run(outbox.send_some)
        shell.client.changed.emit(frozenset({"mail"}))
        qtbot.waitUntil(lambda: column(page, WAY + 1) == ["Sent", "Issued", "Sent"])

    assert len(box.taken) == 2
    assert shell.book.action("letter.print").isEnabled()
    settle()


def test_a_mailing_on_paper_says_nothing_of_mails(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    three(office)
    run = office.do(merge_runs.prepare, a_list(office), a_template(office).id).result
    page = page_of(qtbot, shell, settle, run.id)

    do(shell, "letter.issue", settle)

    qtbot.waitUntil(lambda: column(page, WAY + 1) == ["Issued"] * 3)
    assert page.table.isColumnHidden(WAY)


def test_without_an_account_nothing_is_issued_and_the_way_to_one_is_shown(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle, wanted: list[tuple[str, object]]
) -> None:
    three(office)
    run_id = by_mail(office)
    page_of(qtbot, shell, settle, run_id)

    do(shell, "letter.issue", settle)

    qtbot.waitUntil(lambda: wanted == [("mail-accounts", None)])
    assert office.ask(merge_runs.get, run_id).issued == 0


def test_where_all_go_by_email_there_is_nothing_to_print(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    three(office)
    account(office, 25)
    run_id = by_mail(office, None)
    office.run(merge_runs.issue, run_id)

    page = page_of(qtbot, shell, settle, run_id)

    qtbot.waitUntil(lambda: page.row is not None)
    assert not shell.book.action("letter.print").isEnabled()
    assert shell.book.action("mailing.file").isEnabled()


def test_the_clerk_says_what_becomes_of_who_has_no_email(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    three(office)
    page = page_of(qtbot, shell, settle, by_mail(office))
    lists, kept = office.ask(mailing_lists.lists), office.ask(templates.templates)
    dialog = MailingDialog(shell, page, lists, kept)
    dialog.open()
    assert dialog.otherwise.isHidden()

    dialog.channel.put(Channel.EMAIL)
    assert not dialog.otherwise.isHidden()
    dialog.otherwise.click()
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(office.ask(merge_runs.runs)) == 2)
    settle()

    newest = office.ask(merge_runs.runs)[0]
    assert newest.run.form.otherwise is None
    assert (newest.ready, newest.skipped) == (2, 1)
