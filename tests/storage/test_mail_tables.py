"""A mail and an account are the same after they were rows."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from app.domain.correspondence.mail import MailAttachment, Server
from app.storage.mail_tables import (
    MAIL_ACCOUNTS,
    attachment_of,
    attachment_rows,
    mail_of,
    mail_row,
)
from tests.mailing import ACCOUNT, a_mail

PDF = MailAttachment("a.pdf", "application/pdf", 4, "a" * 64)


def row(values: dict[str, Any]) -> Any:
    return SimpleNamespace(**values)


def test_a_mail_is_the_same_after_it_was_a_row() -> None:
    one = a_mail(references=("<a@x>",), attachments=(PDF, PDF))

    parts = [attachment_of(row(values)) for values in attachment_rows(one)]

    assert mail_of(row(mail_row(one)), parts) == one


def test_an_account_is_the_same_after_it_was_a_row() -> None:
    with_box = replace(ACCOUNT, imap=Server("imap.example", 993, user="office"))

    for one in (ACCOUNT, with_box):
        assert MAIL_ACCOUNTS.of(row(MAIL_ACCOUNTS.row(one))) == one
