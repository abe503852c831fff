"""Mails are listed newest first, narrowed by state, and their whole message comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.correspondence.mail_form import MailForm
from app.domain.shared.ids import MailId
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.outside.passwords import Memory, kept_by
from app.services import mails, outbox
from app.services.office import Office
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
