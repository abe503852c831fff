"""A mail account is written, tried on real servers and kept; its password is not in the office."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
import trustme
from aiosmtpd.smtp import AuthResult
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.correspondence.mail import MailAccount, Security, Server
from app.domain.correspondence.mail_form import AccountForm
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts
from app.services.mail_logins import name_of
from app.services.office import Office
from app.ui.correspondence.account_fields import AccountFields
from app.ui.correspondence.accounts_pane import AccountsPane, MailAccountsPage
from app.ui.kit.shell import Shell
from tests.mail_servers import HOST, Box, contexts, scripted, served
from tests.ui.correspondence.hands import Settle, do, shown
from tests.ui.keys import press, type_in

pytestmark = pytest.mark.network
SECRET = "kanarian-lintu-7413"  # noqa: S105  of a server that lives as long as one test
LOCAL = AccountForm("Office", "office@lumo.example", smtp=Server(HOST, 25, Security.NONE, "me"))


class Lasting(Memory):
    """Keeps passwords as a key store does."""

    is_lasting = True


@pytest.fixture(autouse=True)
def memory() -> Iterator[Memory]:
    kept = Lasting()
    with kept_by(kept):
        yield kept


@pytest.fixture
def pane(qtbot: QtBot, shell: Shell, settle: Settle) -> AccountsPane:
    page = MailAccountsPage(shell)
    shown(qtbot, shell, page, settle)
    shell.book.enter((*page.shown,))
    return page.pane


def fields_of(pane: AccountsPane) -> AccountFields:
    fields = pane.fields()
    assert fields is not None
    return fields


def the_account(office: Office) -> MailAccount:
    (seen,) = office.ask(mail_accounts.all_accounts)
    return seen.account


def checked(_server: object, _session: object, _envelope: object, *given: object) -> AuthResult:
    is_right = getattr(given[-1], "password", b"") == SECRET.encode()
    return AuthResult(success=is_right, handled=False)


def write(pane: AccountsPane, form: AccountForm, password: str = SECRET) -> None:
    fields = fields_of(pane)
    fields.put(form)
    fields.password.clear()
    type_in(fields.password, password)


def tried(qtbot: QtBot, pane: AccountsPane, shell: Shell, settle: Settle) -> str:
    do(shell, "post.try", settle)
    qtbot.waitUntil(lambda: not pane.trial.is_busy)
    return pane.trial.told.text()


def test_an_account_is_written_by_keyboard_from_its_address(
    pane: AccountsPane, shell: Shell, office: Office, settle: Settle, memory: Memory
) -> None:
    fields = fields_of(pane)
    assert fields.address.hasFocus()

    type_in(fields.address, "aino@icloud.com")
    press(fields.address, Qt.Key.Key_Return)
    type_in(fields.password, SECRET)
    do(shell, "letter.issue", settle)

    kept = the_account(office)
    assert (kept.name, kept.address) == ("aino@icloud.com", "aino@icloud.com")
    assert kept.smtp == Server("smtp.mail.me.com", 587, Security.STARTTLS, "aino@icloud.com")
    assert kept.imap == Server("imap.mail.me.com", 993, Security.TLS, "aino@icloud.com")
    assert memory.get(name_of(kept.id)) == SECRET
    assert "key store" in fields_of(pane).cell("password").note.text()
    assert fields_of(pane).password.text() == ""


def test_what_was_written_by_hand_does_not_follow_the_address(pane: AccountsPane) -> None:
    fields = fields_of(pane)
    type_in(fields.smtp.host, "post.lumo.example")
    fields.fetches.click()

    type_in(fields.address, "aino@gmx.de")
    press(fields.address, Qt.Key.Key_Return)

    assert fields.value().smtp.host == "post.lumo.example"
    assert fields.value().imap is None
    assert not fields.folder.isVisible()


def test_the_port_follows_the_protection_but_one_of_its_own_stays(pane: AccountsPane) -> None:
    smtp = fields_of(pane).smtp

    press(smtp.security, Qt.Key.Key_Down)
    usual = smtp.port.value()
    smtp.port.put(Decimal(2525))
    press(smtp.security, Qt.Key.Key_Up)

    assert (usual, smtp.port.value()) == (Decimal(587), Decimal(2525))


def test_what_is_wrong_stands_at_its_field(
    pane: AccountsPane, shell: Shell, office: Office, settle: Settle
) -> None:
    far = Server("far.example", 0, Security.NONE)
    write(pane, AccountForm("Office", "nobody", smtp=far))

    do(shell, "letter.issue", settle)
    do(shell, "post.try", settle)

    fields = fields_of(pane)
    found = [path for path in fields.paths if fields.cell(path).note.text().startswith("✕")]
    assert found == ["address", "smtp.security", "smtp.port"]
    assert office.ask(mail_accounts.all_accounts) == ()


def test_an_account_is_tried_before_it_is_kept(
    qtbot: QtBot, pane: AccountsPane, shell: Shell, office: Office, settle: Settle
) -> None:
    with served(Box(), authenticator=checked, auth_require_tls=False) as port:
        form = replace(LOCAL, smtp=replace(LOCAL.smtp, port=port))
        write(pane, form, "wrong")
        refused = tried(qtbot, pane, shell, settle)
        write(pane, form)
        told = tried(qtbot, pane, shell, settle)
    write(pane, form)
    down = tried(qtbot, pane, shell, settle)

    assert "does not accept the password of me" in refused
    assert told.startswith("✓")
    assert "does not answer" in down
    assert office.ask(mail_accounts.all_accounts) == ()


def test_a_certificate_of_another_name_is_told(
    qtbot: QtBot,
    pane: AccountsPane,
    shell: Shell,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server, trusted = contexts(trustme.CA(), "else.example")
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusted)

    with served(Box(), server) as port:
        write(pane, replace(LOCAL, smtp=Server(HOST, port, Security.TLS)))
        told = tried(qtbot, pane, shell, settle)

    assert "cannot prove that it is the one of that name" in told


def test_a_name_that_no_server_has_is_told(
    qtbot: QtBot,
    pane: AccountsPane,
    shell: Shell,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def look_up(*_asked: object, **_how: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    write(pane, replace(LOCAL, smtp=Server("smpt.lumo.example", 465)))
    told = tried(qtbot, pane, shell, settle)

    assert "There is no mail server called smpt.lumo.example." in told


def test_a_silent_server_is_given_up_by_the_button(
    qtbot: QtBot, pane: AccountsPane, shell: Shell, settle: Settle
) -> None:
    ended = threading.Event()

    def be_silent(_line: socket.socket) -> None:
        ended.wait()

    with scripted(be_silent) as port:
        write(pane, replace(LOCAL, smtp=replace(LOCAL.smtp, port=port)))
        shell.book.action("post.try").trigger()
        qtbot.waitUntil(pane.trial.bar.isVisible)
        press(pane.trial.stop_button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: not pane.trial.is_busy)
        ended.set()

    assert "Stopped" in pane.trial.told.text()
    assert not pane.trial.bar.isVisible()


def test_an_account_is_changed_undone_and_put_away(
    pane: AccountsPane, shell: Shell, office: Office, settle: Settle
) -> None:
    write(pane, LOCAL)
    do(shell, "letter.issue", settle)
    fields_of(pane).name.selectAll()
    type_in(fields_of(pane).name, "Sales")
    do(shell, "letter.issue", settle)
    assert the_account(office).name == "Sales"

    shell.history.undo()
    settle()
    pane.list.setFocus()
    press(pane.list, Qt.Key.Key_Delete)
    settle()
    away, line = the_account(office), pane.list.item(0).text()
    do(shell, "letter.file", settle)

    assert (away.name, away.is_archived, line) == ("Office", True, "Office (put away)")
    assert not the_account(office).is_archived


def test_an_account_whose_password_is_gone_says_so(
    pane: AccountsPane, shell: Shell, office: Office, settle: Settle
) -> None:
    office.do(mail_accounts.add, LOCAL)

    shell.client.changed.emit(frozenset({"mail_account"}))
    settle()

    assert pane.list.item(0).text() == "Office (password needed)"
