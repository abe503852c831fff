"""An office that writes mails: an account on a server of this machine, and mails that wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.correspondence.mail import Mail, MailAccount, Security, Server
from app.domain.correspondence.mail_form import AccountForm, MailForm
from app.outside.clock import Clock
from app.services import mail_accounts, outbox
from app.services.office import Office
from app.services.permissions import Actor
from tests.mail_servers import HOST

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
OWN = AccountForm("Office", "office@lumo.example", "Lumo & Suoni Oy")


class MovedClock:
    """A clock that stands where it is put."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def today(self) -> Any:
        return self.at.date()

    def go_on(self, **parts: int) -> None:
        self.at += timedelta(**parts)


def at(office: Office, clock: Clock) -> Office:
    """Return the same office by another clock."""
    return Office(office.database, clock, Actor("Maija"))


def account(office: Office, port: int, user: str = "", name: str = "Office") -> MailAccount:
    """Add an account on a plain server of this machine."""
    form = replace(OWN, name=name, smtp=Server(HOST, port, Security.NONE, user))
    return office.do(mail_accounts.add, form).result


def boxed(office: Office, port: int, name: str = "Office") -> MailAccount:
    """Add an account that fetches, and sends, at one place."""
    smtp, imap = (Server(HOST, port, Security.NONE, user) for user in ("", "office"))
    form = replace(OWN, name=name, smtp=smtp, imap=imap)
    return office.do(mail_accounts.add, form).result


def moved(office: Office, before: MailAccount, port: int) -> MailAccount:
    """Let the server of an account listen somewhere else."""
    form = replace(OWN, smtp=replace(before.smtp, port=port))
    return office.do(mail_accounts.change, before.id, before.version, form).result


def waiting(office: Office, of: MailAccount, **parts: Any) -> Mail:
    """Write a mail and let it wait for the line."""
    form = MailForm(of.id, ("maija@aamu.example",), subject="Kiitos", text="Hei\n")
    draft = office.do(outbox.write, replace(form, **parts)).result
    return office.do(outbox.queue, draft.id).result
