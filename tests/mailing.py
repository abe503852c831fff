"""Mails and accounts with defaults: a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from app.domain.correspondence.mail import Mail, MailAccount, MailState, Security, Server
from app.domain.shared.ids import MailAccountId, MailId, ThreadId, new_id

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
ACCOUNT = MailAccount(
    MailAccountId(4),
    1,
    "Office",
    "office@lumo.example",
    "Lumo & Suoni Oy",
    Server("127.0.0.1", 25, Security.NONE),
)


def a_mail(state: MailState = MailState.DRAFT, **parts: Any) -> Mail:
    """Return a mail to Maija that stands where it is said."""
    new = Mail(
        MailId(new_id()),
        1,
        state,
        AT,
        ThreadId(1),
        ACCOUNT.id,
        subject="Kiitos",
        sender=ACCOUNT.address,
        to=("maija@aamu.example",),
        text="Hei Maija,\n\nkiitos.\n",
    )
    return replace(new, **parts)
