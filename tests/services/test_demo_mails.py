"""The sample company has mails on every shelf, and an exchange of two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts, mails, welcome
from app.services.office import Office
from app.services.permissions import Actor
from tests.databases import Samples

CLOCK = FixedClock(date(2026, 3, 10))


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_company_has_mails_on_every_shelf(sample_of: Samples, country: str) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, Actor("Anna"))

    counts = office.ask(mails.counts)
    (sent,) = office.ask(mails.first, View(only=("sent",)), 9)
    (stuck,) = office.ask(mails.first, View(only=("stuck",)), 9)
    names = ("inbox", "unread", "handled", "outbox", "drafts", "stuck")
    shelves = {name: counts[name] for name in names}
    assert shelves == {
        "inbox": 3,
        "unread": 2,
        "handled": 1,
        "outbox": 1,
        "drafts": 1,
        "stuck": 1,
    }
    assert len(office.ask(mails.thread, sent.id)) == 2
    assert stuck.code == "mail.refused"
    assert [one.account.smtp.host.endswith(".example") for one in accounts(office)] == [True]
    office.close()


def accounts(office: Office) -> tuple[mail_accounts.SeenAccount, ...]:
    return office.ask(mail_accounts.all_accounts)
