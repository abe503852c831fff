"""Mails leave and come in beside the clerk: whatever the line does, none is lost or sent twice."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import trustme
from aiosmtpd.smtp import AuthResult
from pytestqt.qtbot import QtBot

from app.domain.correspondence.mail import Mail, MailAccount, MailState, Security, Server
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts, mails, outbox
from app.services.mail_queues import Standing
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.ui import mail_rounds
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.mail_rounds import MailRounds
from tests.foreign_mail import PLAIN
from tests.imap_server import DOVECOT, SECRET, dovecot
from tests.mail_servers import HOST, Box, answers, contexts, scripted, served, until_dot
from tests.services.outgoing_mail import OWN, account, moved, waiting

pytestmark = pytest.mark.network
GREETED = (b"250 hello", b"250 ok", b"250 ok")
Begin = Callable[[], MailRounds]


@pytest.fixture(autouse=True)
def memory() -> Iterator[Memory]:
    kept = Memory()
    with kept_by(kept):
        yield kept


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FIRST", "SOON"):
        monkeypatch.setattr(mail_rounds, name, 0)


@pytest.fixture
def begin(qtbot: QtBot, client: OfficeClient) -> Iterator[Begin]:
    """Begin to make rounds; at the end they stop and nothing is under way."""

    def make() -> MailRounds:
        rounds = MailRounds(client, client)
        rounds.wait()
        return rounds

    yield make
    client.stop()
    qtbot.waitUntil(lambda: not client.lanes.beside.is_busy)


@pytest.fixture
def gone() -> int:
    """Return a port at which nobody answers."""
    with served(Box()) as port:
        return port


def state_of(office: Office, mail: Mail) -> MailState:
    return office.ask(mails.get, mail.id).state


def standing_of(rounds: MailRounds) -> list[Standing]:
    told: list[Standing] = []
    rounds.stood.connect(told.append)
    return told


def heard(_mail: object) -> None:
    """Hear that it waits."""


def test_what_waits_is_sent_by_itself(qtbot: QtBot, office: Office, begin: Begin) -> None:
    box = Box()

    with served(box) as port:
        of = account(office, port)
        first, second = waiting(office, of), waiting(office, of)
        begin()
        qtbot.waitUntil(lambda: state_of(office, second) is MailState.SENT)

    assert state_of(office, first) is MailState.SENT
    assert len(box.taken) == 2


def test_a_mail_that_is_queued_later_leaves_at_once(
    qtbot: QtBot, office: Office, client: OfficeClient, begin: Begin
) -> None:
    box = Box()

    with served(box) as port:
        of = account(office, port)
        with qtbot.waitSignal(begin().stood):
            pass
        draft = office.do(outbox.withdraw, waiting(office, of).id).result
        client.do(heard, outbox.queue, draft.id)
        qtbot.waitUntil(lambda: state_of(office, draft) is MailState.SENT)

    assert len(box.taken) == 1


def test_an_answer_from_before_the_last_news_puts_nothing_off(
    qtbot: QtBot, client: OfficeClient, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_rounds, "SOON", 500)
    rounds = begin()
    told = standing_of(rounds)
    qtbot.waitUntil(lambda: len(told) == 2)

    rounds.look()
    client.changed.emit(frozenset({"mail"}))

    qtbot.waitUntil(lambda: len(told) == 4)


def test_while_the_line_is_down_mails_wait_and_the_clerk_may_hurry_them(
    qtbot: QtBot, office: Office, begin: Begin, gone: int
) -> None:
    box = Box()
    of = account(office, gone)
    mail = waiting(office, of)
    rounds = begin()
    told = standing_of(rounds)
    qtbot.waitUntil(lambda: bool(told) and told[-1].due == 0 and told[-1].next_at is not None)
    assert (told[-1].waiting, office.ask(mails.get, mail.id).attempts) == (1, 1)

    with served(box) as port:
        moved(office, of, port)
        with qtbot.waitSignal(rounds.ended) as ended:
            rounds.now()

    assert ended.args == [1, ()]
    assert state_of(office, mail) is MailState.SENT
    assert len(box.taken) == 1


def test_a_server_that_stops_in_the_middle_loses_nothing(
    qtbot: QtBot, office: Office, begin: Begin
) -> None:
    box = Box()
    with scripted(lambda line: answers(line, *GREETED, b"354 go on")) as port:
        of = account(office, port)
        mail = waiting(office, of, text="x" * 60 + "\n")
        rounds = begin()
        qtbot.waitUntil(lambda: bool(office.ask(mails.get, mail.id).code))
    stood = state_of(office, mail)

    with served(box) as port:
        moved(office, of, port)
        with qtbot.waitSignal(rounds.ended):
            rounds.now()

    expected = 0 if stood is MailState.UNKNOWN else 1
    assert stood in {MailState.UNKNOWN, MailState.QUEUED}
    assert len(box.taken) == expected


def test_who_never_answers_leaves_it_to_a_person_and_it_is_not_sent_again(
    qtbot: QtBot, office: Office, begin: Begin
) -> None:
    box = Box()

    def talk(line: socket.socket) -> None:
        answers(line, *GREETED, b"354 go on")
        until_dot(line)

    with scripted(talk) as port:
        of = account(office, port)
        mail = waiting(office, of)
        rounds = begin()
        qtbot.waitUntil(lambda: state_of(office, mail) is MailState.UNKNOWN)

    with served(box) as port:
        moved(office, of, port)
        with qtbot.waitSignal(rounds.ended):
            rounds.now()

    assert (state_of(office, mail), box.taken) == (MailState.UNKNOWN, [])


def test_a_wrong_password_is_asked_for_anew(qtbot: QtBot, office: Office, begin: Begin) -> None:
    box = Box()

    def checked(_server: object, _session: object, _envelope: object, *given: object) -> AuthResult:
        is_right = getattr(given[-1], "password", b"") == b"right"
        return AuthResult(success=is_right, handled=False)

    with served(box, authenticator=checked, auth_require_tls=False) as port:
        of = account(office, port, "office")
        office.run(mail_accounts.tell_password, of.id, "wrong")
        mail = waiting(office, of)
        rounds = begin()
        told = standing_of(rounds)
        qtbot.waitUntil(lambda: bool(told) and told[-1].asks == (of.id,))
        assert (state_of(office, mail), box.taken) == (MailState.QUEUED, [])

        office.run(mail_accounts.tell_password, of.id, "right")
        rounds.now()
        qtbot.waitUntil(lambda: state_of(office, mail) is MailState.SENT)

    assert len(box.taken) == 1


def test_a_certificate_of_another_name_keeps_the_mail_waiting(
    qtbot: QtBot, office: Office, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, trusted = contexts(trustme.CA(), "else.example")
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusted)
    box = Box()

    with served(box, server) as port:
        form = replace(OWN, smtp=Server(HOST, port, Security.TLS))
        mail = waiting(office, office.do(mail_accounts.add, form).result)
        begin()
        qtbot.waitUntil(lambda: office.ask(mails.get, mail.id).code == "mail.not-trusted")

    assert (state_of(office, mail), box.taken) == (MailState.QUEUED, [])


def test_closing_in_the_middle_gives_the_line_up_at_once(
    qtbot: QtBot, office: Office, client: OfficeClient, lanes: Lanes
) -> None:
    reached, ended = threading.Event(), threading.Event()

    def talk(line: socket.socket) -> None:
        answers(line, *GREETED)
        reached.set()
        ended.wait()

    with scripted(talk) as port:
        mail = waiting(office, account(office, port))
        rounds = MailRounds(client, client)
        rounds.look()
        qtbot.waitUntil(reached.is_set)
        client.stop()
        qtbot.waitUntil(lambda: not lanes.beside.is_busy)
        ended.set()

    left = office.ask(mails.get, mail.id)
    assert (left.state, left.attempts, left.code) == (MailState.QUEUED, 0, "")
    assert not rounds._timer.isActive()


def test_who_may_not_send_makes_no_rounds(
    qtbot: QtBot, office: Office, lanes: Lanes, gone: int
) -> None:
    mail = waiting(office, account(office, gone))
    reader = Actor("Eve", Role("reader", frozenset({Permission.MAIL_READ})))
    client = OfficeClient(Office(office.database, office.clock, reader), lanes)
    rounds = MailRounds(client, client)
    refused: list[OfficeError] = []
    rounds.failed.connect(refused.append)

    rounds.look()
    qtbot.waitUntil(lambda: not lanes.beside.is_busy and not lanes.questions.is_busy)
    rounds.now()
    qtbot.waitUntil(lambda: bool(refused))

    assert refused[0].code == "permissions.not-allowed"
    assert office.ask(mails.get, mail.id).attempts == 0


def boxed_on(office: Office, port: int) -> MailAccount:
    form = replace(
        OWN,
        smtp=Server(HOST, 25, Security.NONE),
        imap=Server(HOST, port, Security.TLS, "office"),
    )
    one = office.do(mail_accounts.add, form).result
    office.run(mail_accounts.tell_password, one.id, SECRET)
    return one


@pytest.mark.skipif(DOVECOT is None, reason="Dovecot is not installed here")
def test_what_is_new_in_a_mailbox_comes_in_by_itself_once(
    qtbot: QtBot, office: Office, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    _server, trusted = contexts(authority)
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusted)
    with dovecot(authority) as box:
        box.put("1", PLAIN)
        boxed_on(office, box.port)
        rounds = begin()
        with qtbot.waitSignal(rounds.came) as came:
            pass
        with qtbot.waitSignal(rounds.ended) as ended:
            rounds.now()

    assert came.args is not None
    assert ended.args is not None
    assert [len(one.fetched.kept) for one in (*came.args[0], *ended.args[1])] == [1, 0]
    assert len(office.ask(mails.spine, View())) == 1


def test_a_mailbox_that_cannot_be_read_rests_and_is_told(
    qtbot: QtBot, office: Office, begin: Begin, gone: int
) -> None:
    boxed_on(office, gone)
    rounds = begin()

    with qtbot.waitSignal(rounds.came) as came:
        pass
    with qtbot.waitSignal(rounds.ended) as ended:
        rounds.now()

    assert came.args is not None
    assert ended.args is not None
    assert [one.code for one in came.args[0]] == ["mail.line-down"]
    assert [one.code for one in ended.args[1]] == ["mail.line-down"]


def test_a_sample_company_sends_only_when_it_is_asked(
    qtbot: QtBot, office: Office, client: OfficeClient
) -> None:
    box = Box()

    with served(box) as port:
        mail = waiting(office, account(office, port))
        rounds = MailRounds(client, client, by_itself=False)
        with qtbot.waitSignal(rounds.stood) as stood:
            rounds.wait()
        by_itself = (client.lanes.beside.is_busy, rounds._timer.isActive(), list(box.taken))
        with qtbot.waitSignal(rounds.ended):
            rounds.now()

    assert stood.args is not None
    assert (stood.args[0].waiting, by_itself) == (1, (False, False, []))
    assert (state_of(office, mail), len(box.taken)) == (MailState.SENT, 1)
    client.stop()
    qtbot.waitUntil(lambda: not client.lanes.beside.is_busy)
