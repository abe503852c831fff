"""What is written of a mail or an account is tidied, and what is wrong is told at its field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.correspondence.mail import Security, Server
from app.domain.correspondence.mail_form import (
    AccountForm,
    MailForm,
    check,
    check_account,
    form_of,
    form_of_account,
    is_address,
    tidied,
    tidied_account,
)
from app.domain.shared.ids import DocumentId
from tests.mailing import ACCOUNT, a_mail

OWN = AccountForm("Office", "office@lumo.example", smtp=Server("mail.lumo.example", 465))


def test_addresses_typed_on_one_line_become_one_each() -> None:
    typed = MailForm(to=("a@x.fi; b@x.fi, a@x.fi", " c@x.fi\n"), subject="Hei\nBcc: e@x.fi")

    kept = tidied(replace(typed, documents=(DocumentId(1), DocumentId(1))))

    assert kept.to == ("a@x.fi", "b@x.fi", "c@x.fi")
    assert kept.subject == "Hei Bcc: e@x.fi"
    assert kept.documents == (DocumentId(1),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anna@example.fi", True),
        ("anna@äiti.fi", True),
        ("änna@example.fi", False),
        ("anna", False),
        ("a@b@c.fi", False),
        ("anna@example.fi>", False),
        ("a" * 250 + "@x.fi", False),
        ("anna@.fi", False),
        ("", False),
    ],
)
def test_an_address_is_one_that_every_server_delivers_to(text: str, expected: bool) -> None:  # noqa: FBT001  a table
    assert is_address(text) is expected


def test_a_mail_without_account_and_recipient_is_not_ready() -> None:
    empty = replace(a_mail(), account_id=None, to=(), cc=("x",), subject="")

    found = [(one.field, one.code, one.is_warning) for one in check(empty)]

    assert found == [
        ("account_id", "mail.without-account", False),
        ("cc", "mail.wrong-address", False),
        ("subject", "mail.without-subject", True),
    ]
    assert [one.code for one in check(replace(empty, cc=()))][1] == "mail.without-recipient"
    assert check(a_mail()) == ()


def test_a_draft_is_written_on_as_it_was_written() -> None:
    assert form_of(a_mail()).to == a_mail().to
    assert form_of_account(ACCOUNT).smtp == ACCOUNT.smtp


def test_an_account_needs_address_server_and_a_protected_line() -> None:
    wrong = AccountForm("", "x", smtp=Server("", 0), imap=Server("far.example", 1, Security.NONE))

    found = {(one.field, one.code) for one in check_account(tidied_account(wrong))}

    assert found == {
        ("address", "mail.wrong-address"),
        ("smtp.host", "mail.without-server"),
        ("smtp.port", "mail.wrong-port"),
        ("imap.security", "mail.unprotected"),
    }
    assert check_account(tidied_account(OWN)) == ()


def test_a_line_within_this_machine_may_be_plain() -> None:
    own = replace(OWN, smtp=Server(" LOCALHOST ", 25, Security.NONE), name="", folder="")

    kept = tidied_account(own)

    assert check_account(kept) == ()
    assert (kept.name, kept.folder, kept.smtp.host) == (own.address, "INBOX", "localhost")
