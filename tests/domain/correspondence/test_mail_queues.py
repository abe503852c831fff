"""A queue is ready when its first mail is and its line has rested."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.correspondence.mail_queues import LINE_CODES, Queue
from app.domain.shared.ids import MailAccountId
from app.outside import posting

NOW = datetime(2026, 3, 6, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=4)
MINE = MailAccountId(1)


def test_a_queue_whose_line_was_down_waits_until_it_has_rested() -> None:
    fine, down = Queue(MINE, 2, NOW), Queue(MINE, 2, NOW, LATER)

    assert (fine.ready_at, fine.rests(NOW)) == (NOW, False)
    assert (down.ready_at, down.rests(NOW), down.rests(LATER)) == (LATER, True, False)


def test_the_codes_of_the_line_are_those_that_posting_tells() -> None:
    of_line = (
        posting.LineDown,
        posting.NoSuchHost,
        posting.NotTrusted,
        posting.NotProtected,
        posting.PasswordRefused,
    )

    assert tuple(one.code for one in of_line) == LINE_CODES
