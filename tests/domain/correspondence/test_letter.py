from __future__ import annotations

from datetime import date

from hypothesis import given

from app.domain.correspondence.body import Body
from app.domain.correspondence.letter import Incoming, IncomingState, Outgoing, OutgoingState
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import LetterId, ThreadId
from tests.domain.correspondence.bodies import BODIES


@given(BODIES)
def test_a_letter_of_ours_is_read_back_as_it_was_written(body: Body) -> None:
    letter = Outgoing(LetterId(1), 1, OutgoingState.DRAFT, "fi", ThreadId(1), body=body)

    assert parsed(Outgoing, plain(letter)) == letter


def test_a_letter_that_came_in_is_read_back_as_it_was_written() -> None:
    day = date(2026, 3, 6)
    letter = Incoming(LetterId(1), 1, IncomingState.RECEIVED, day, ThreadId(1), reply_days=14)

    assert parsed(Incoming, plain(letter)) == letter
