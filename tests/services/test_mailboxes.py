"""What is new in a mailbox is taken in once, however often and from wherever it is read."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import replace

import pytest
import trustme

from app.domain.correspondence.mail import Security, Server
from app.domain.correspondence.mail_row import Mailbox
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts, mailboxes, mails
from app.services.office import Office
from tests.databases import on_sqlite
from tests.foreign_mail import PLAIN, a_message
from tests.imap_server import DOVECOT, SECRET, dovecot
from tests.mail_servers import HOST, contexts
from tests.services.outgoing_mail import OWN, account

pytestmark = [
    pytest.mark.network,
    pytest.mark.skipif(DOVECOT is None, reason="Dovecot is not installed here"),
]


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@on_sqlite
def test_what_is_new_is_taken_in_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = trustme.CA()
    _server, trusted = contexts(authority)
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusted)
    with dovecot(authority) as served:
        form = replace(
            OWN,
            smtp=Server(HOST, 25, Security.NONE),
            imap=Server(HOST, served.port, Security.TLS, "office"),
        )
        one = office.do(mail_accounts.add, form).result
        office.run(mail_accounts.tell_password, one.id, SECRET)
        served.put("1", PLAIN)
        first = office.run(mailboxes.fetch, one.id)
        served.put("2", a_message("toinen"))
        second = office.run(mailboxes.fetch, one.id)
        with office.database.write() as unit:
            unit.mails.ways.keep_box(Mailbox(one.id, "INBOX", 1, 99))
        again = office.run(mailboxes.fetch, one.id)

    assert len(first.kept) == len(second.kept) == 1
    assert set(again.kept) == {*first.kept, *second.kept}
    assert office.ask(mails.get, first.kept[0]).account_id == one.id
    assert (first.odd, first.too_large, first.left) == ((), (), 0)


@on_sqlite
def test_an_account_that_only_sends_has_nothing_new(office: Office) -> None:
    assert office.run(mailboxes.fetch, account(office, 25).id) == mailboxes.Fetched()
