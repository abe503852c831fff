"""A server is spoken to with the password that is kept, and asks for one that nobody told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.correspondence.mail import Security, Server
from app.outside.passwords import Memory, kept_by
from app.services.mail_logins import asks, mailbox_of, name_of, needs_password
from tests.mailing import ACCOUNT

OPEN = Server("127.0.0.1", 25, Security.NONE)
CLOSED = replace(OPEN, user="office")


@pytest.fixture(autouse=True)
def memory() -> Iterator[Memory]:
    kept = Memory()
    with kept_by(kept):
        yield kept


@pytest.mark.parametrize(
    ("smtp", "imap", "is_asked"),
    [(OPEN, None, False), (CLOSED, None, True), (OPEN, CLOSED, True), (OPEN, OPEN, False)],
)
def test_an_account_asks_for_a_password_where_one_of_its_servers_does(
    memory: Memory, smtp: Server, imap: Server | None, *, is_asked: bool
) -> None:
    account = replace(ACCOUNT, smtp=smtp, imap=imap)

    before = asks(account)
    memory.put(name_of(account.id), "x")

    assert before is is_asked
    assert not asks(account)
    assert not needs_password(CLOSED, account.id)


def test_an_account_that_only_sends_has_no_mailbox() -> None:
    assert mailbox_of(ACCOUNT) is None
    assert mailbox_of(replace(ACCOUNT, imap=OPEN)) is not None
