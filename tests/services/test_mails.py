"""Mails are listed newest first, narrowed by state, and their whole message comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import MailId
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.outside.passwords import Memory, kept_by
from app.services import mails, outbox
from app.services.office import Office
from tests.databases import on_sqlite
from tests.foreign_mail import PLAIN
from tests.services.outgoing_mail import account, waiting


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


def test_mails_are_listed_and_narrowed_by_state(office: Office) -> None:
    one = account(office, 25)
    draft = office.do(outbox.write, MailForm(one.id, subject="Luonnos")).result
    queued = waiting(office, one)

    assert set(office.ask(mails.spine, View())) == {draft.id, queued.id}
    assert list(office.ask(mails.spine, View(only=("queued",)))) == [queued.id]
    assert list(office.ask(mails.spine, View("luonnos"))) == [draft.id]
    assert office.ask(mails.message, draft.id) == b""
    assert b"Subject: Kiitos" in office.ask(mails.message, queued.id)
    with pytest.raises(NotFound):
        office.ask(mails.get, MailId(1))


@on_sqlite
def test_what_came_in_is_read_and_counted(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(PLAIN)
    (mail_id,) = office.run(mails.take, (path,)).kept
    before = office.ask(mails.counts)

    read = office.do(mails.look_at, mail_id).result
    again = office.do(mails.look_at, mail_id).result

    assert (before["inbox"], before["unread"]) == (1, 1)
    assert office.ask(mails.counts)["unread"] == 0
    assert (read, read.is_unread) == (again, False)
    assert office.do(mails.leave_unread, mail_id).result.is_unread


@on_sqlite
def test_what_was_here_before_is_told_as_known(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(PLAIN)

    first, again = (office.run(mails.take, (path,)) for _turn in range(2))

    assert (first.known, again.known) == ((), first.kept)
