"""Accounts are kept with their version; what opens them is nowhere in the office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from aiosmtpd.smtp import AuthResult

from app.domain.correspondence.mail import Security, Server
from app.domain.correspondence.mail_form import form_of_account
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.passwords import Memory, kept_by
from app.outside.posting import LineDown, PasswordRefused
from app.services import mail_accounts, outbox
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from tests.databases import on_sqlite
from tests.mail_servers import Box, served
from tests.services.outgoing_mail import OWN, account, waiting

CANARY = "kanarian-lintu-7413"


@pytest.fixture(autouse=True)
def memory() -> Iterator[Memory]:
    kept = Memory()
    with kept_by(kept):
        yield kept


def test_an_account_is_added_changed_and_put_away(office: Office) -> None:
    added = account(office, 25)
    form = replace(form_of_account(added), name="Sales")
    changed = office.do(mail_accounts.change, added.id, 1, form).result
    away = office.do(mail_accounts.put_away, added.id, 2).result

    (seen,) = office.ask(mail_accounts.all_accounts)

    assert (changed.name, away.is_archived) == ("Sales", True)
    assert (seen.account, seen.asks, seen.is_lasting) == (away, False, False)
    with pytest.raises(Conflict):
        office.do(mail_accounts.change, added.id, 1, form)


def test_an_account_that_cannot_work_is_refused(office: Office) -> None:
    with pytest.raises(Invalid) as told:
        office.do(mail_accounts.add, replace(OWN, smtp=Server("far.example", 25, Security.NONE)))

    assert [one.code for one in told.value.problems] == ["mail.unprotected"]


def test_a_password_is_asked_for_until_it_is_told(office: Office) -> None:
    one = account(office, 25, "office")

    assert office.ask(mail_accounts.all_accounts)[0].asks
    office.run(mail_accounts.tell_password, one.id, CANARY)
    assert not office.ask(mail_accounts.all_accounts)[0].asks
    office.run(mail_accounts.tell_password, one.id, "")
    assert office.ask(mail_accounts.all_accounts)[0].asks
    with pytest.raises(NotFound):
        office.run(mail_accounts.tell_password, type(one.id)(9), CANARY)


@pytest.mark.network
def test_an_account_is_tried_without_sending_anything(office: Office) -> None:
    box = Box()

    def checked(_server: object, _session: object, _envelope: object, *given: object) -> AuthResult:
        is_right = getattr(given[-1], "password", b"") == CANARY.encode()
        return AuthResult(success=is_right, handled=False)

    with served(box, authenticator=checked, auth_require_tls=False) as port:
        one = account(office, port, "office")
        with pytest.raises(PasswordRefused):
            office.run(mail_accounts.try_out, one.id)
        office.run(mail_accounts.tell_password, one.id, CANARY)
        office.run(mail_accounts.try_out, one.id)

    with pytest.raises(LineDown):
        office.run(mail_accounts.try_out, one.id)
    assert box.taken == []


def test_who_may_not_send_tells_no_password(office: Office) -> None:
    one = account(office, 25, "office")
    reader = Actor("Eve", Role("reader", frozenset({Permission.MAIL_READ})))

    with pytest.raises(NotAllowed):
        Office(office.database, office.clock, reader).run(
            mail_accounts.tell_password, one.id, CANARY
        )


@on_sqlite
@pytest.mark.network
def test_a_password_is_nowhere_in_the_office(office: Office) -> None:
    with served(Box(), auth_require_tls=False, auth_required=False) as port:
        one = account(office, port, "office")
        office.run(mail_accounts.tell_password, one.id, CANARY)
        waiting(office, one)
        office.run(outbox.send_some)

    connection = office.database.rows.writer.raw_connection()
    dumped = [
        str(row)
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for row in connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608  our own tables
    ]
    connection.close()
    assert any("office@lumo.example" in row for row in dumped)
    assert not any(CANARY in row for row in dumped)
