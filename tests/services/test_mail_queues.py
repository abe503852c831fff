"""How mails stand is counted, and what waits for a line is tried at once when it may be back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.domain.correspondence.mail import MailState
from app.domain.correspondence.mail_queues import LINE_CODES
from app.outside.passwords import Memory, kept_by
from app.services import mail_accounts, mail_queues, outbox
from app.services.office import Office
from tests.mail_servers import Box, served
from tests.services.outgoing_mail import NOON, MovedClock, account, at, boxed, moved, waiting
from tests.services.test_mail_rounds import standing

pytestmark = pytest.mark.network


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


@pytest.fixture
def gone() -> int:
    """Return a port at which nobody answers."""
    with served(Box()) as port:
        return port


def test_an_office_without_mails_has_nothing_to_do(office: Office) -> None:
    assert office.ask(mail_queues.standing) == mail_queues.Standing()


def test_what_waits_can_be_handed_over_at_once(office: Office, gone: int) -> None:
    desk = at(office, MovedClock())
    waiting(desk, account(desk, gone))

    found = desk.ask(mail_queues.standing)

    assert (found.waiting, found.due, found.next_at, found.asks) == (1, 1, NOON, ())


def test_a_line_that_is_down_rests_for_all_mails_of_its_account(office: Office, gone: int) -> None:
    clock = MovedClock()
    desk = at(office, clock)
    of = account(desk, gone)
    mails = [waiting(desk, of) for _ in range(3)]

    for _ in range(3):
        desk.run(outbox.send_some)
    found = desk.ask(mail_queues.standing)

    assert (found.waiting, found.due) == (3, 0)
    assert found.next_at == NOON + timedelta(minutes=1)
    assert sum(standing(desk, one).attempts for one in mails) == 1


def test_hurried_mails_are_tried_at_once_and_their_pauses_go_on_growing(
    office: Office, gone: int
) -> None:
    clock = MovedClock()
    desk = at(office, clock)
    mail = waiting(desk, account(desk, gone))
    desk.run(outbox.send_some)

    assert desk.do(mail_queues.hurry).result == 1
    assert desk.ask(mail_queues.standing).due == 1
    desk.run(outbox.send_some)

    assert standing(desk, mail).attempts == 2
    assert desk.ask(mail_queues.standing).next_at == NOON + timedelta(minutes=2)


def test_a_changed_account_is_tried_at_once(office: Office, gone: int) -> None:
    box = Box()
    desk = at(office, MovedClock())
    of = account(desk, gone)
    first, second = waiting(desk, of), waiting(desk, of)
    desk.run(outbox.send_some)

    with served(box) as port:
        moved(desk, of, port)
        told = desk.run(outbox.send_some)

    assert (told.sent, len(box.taken)) == (2, 2)
    assert {standing(desk, one).state for one in (first, second)} == {MailState.SENT}


def test_one_mail_that_is_tried_again_wakes_its_account(office: Office, gone: int) -> None:
    desk = at(office, MovedClock())
    of = account(desk, gone)
    first, second = waiting(desk, of), waiting(desk, of)
    desk.run(outbox.send_some)

    desk.do(outbox.send_again, second.id)

    assert desk.ask(mail_queues.standing).due == 2
    assert standing(desk, first).code not in LINE_CODES


def test_who_needs_a_password_is_told_and_neither_sends_nor_fetches(
    office: Office, gone: int
) -> None:
    desk = at(office, MovedClock())
    sends, fetches = account(desk, gone, "office"), boxed(desk, gone, "Box")
    waiting(desk, sends)

    before = desk.ask(mail_queues.standing)
    for one in (sends, fetches):
        desk.run(mail_accounts.tell_password, one.id, "x")
    after = desk.ask(mail_queues.standing)

    assert (before.due, before.next_at, before.fetching) == (0, None, ())
    assert set(before.asks) == {sends.id, fetches.id}
    assert (after.due, after.asks, after.fetching) == (1, (), (fetches.id,))
