"""Every state of a mail that does not end stands on a shelf."""

from __future__ import annotations

from app.domain.correspondence.mail import MailState
from app.domain.correspondence.mail_row import MailShelf


def test_every_mail_that_is_not_sent_stands_on_a_shelf() -> None:
    shelved = {state for shelf in MailShelf for state in shelf.states}

    assert set(MailState) - shelved == {MailState.SENT}
