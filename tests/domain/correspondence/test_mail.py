from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.correspondence import mail as moves
from app.domain.correspondence.mail import MOST_ATTEMPTS, Mail, MailState
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import MailId, ThreadId
from app.domain.shared.refusals import IllegalTransition

NOW = datetime(2026, 3, 6, 9, tzinfo=UTC)
DRAFT = Mail(MailId(1), 1, MailState.DRAFT, NOW, ThreadId(1), to=("a@b.fi",), bcc=("a@b.fi",))


def sending(attempts: int = 1) -> Mail:
    return replace(moves.begun(moves.queued(DRAFT, NOW)), attempts=attempts)


def test_a_mail_goes_out_by_way_of_the_outbox() -> None:
    waiting = moves.queued(DRAFT, NOW)

    gone = moves.sent(moves.begun(waiting), NOW + timedelta(minutes=1))

    assert (waiting.state, waiting.not_before) == (MailState.QUEUED, NOW)
    assert (gone.state, gone.attempts, gone.at) == (MailState.SENT, 1, NOW + timedelta(minutes=1))


def test_each_pause_is_twice_as_long_until_a_person_has_to_look() -> None:
    first, second = (moves.put_off(sending(n), NOW, "mail.busy", {}) for n in (1, 2))
    last = moves.put_off(sending(MOST_ATTEMPTS), NOW, "mail.busy", {"host": "x"})

    assert first.not_before == NOW + timedelta(minutes=1)
    assert second.not_before == NOW + timedelta(minutes=2)
    assert (last.state, last.code, last.facts) == (MailState.FAILED, "mail.busy", {"host": "x"})


def test_a_line_that_is_down_for_long_keeps_a_mail_waiting_and_never_fails_it() -> None:
    last = moves.waits_for_line(sending(99), NOW, "mail.line-down", {})

    assert (last.state, last.not_before) == (MailState.QUEUED, NOW + timedelta(minutes=64))


def test_a_mail_that_is_let_go_is_as_if_it_had_not_been_tried() -> None:
    before = moves.queued(DRAFT, NOW)

    assert moves.let_go(moves.begun(before)) == before


def test_only_a_person_moves_an_unknown_mail_and_it_keeps_its_message_id() -> None:
    lost = replace(moves.unknown(sending(), "mail.outcome-unknown", {}), message_id="<1@x>")

    with pytest.raises(IllegalTransition):
        moves.begun(lost)
    assert moves.sent(lost, NOW).state is MailState.SENT
    assert moves.queued(lost, NOW).message_id == "<1@x>"


@pytest.mark.parametrize("state", MailState)
def test_what_is_sent_or_received_never_goes_again(state: MailState) -> None:
    mail = replace(DRAFT, state=state)
    may = {MailState.DRAFT, MailState.FAILED, MailState.UNKNOWN}

    if state in may:
        assert moves.queued(mail, NOW).state is MailState.QUEUED
    else:
        with pytest.raises(IllegalTransition):
            moves.queued(mail, NOW)


def test_a_waiting_mail_can_be_taken_back_but_none_that_is_on_its_way() -> None:
    assert moves.withdrawn(moves.queued(DRAFT, NOW)).state is MailState.DRAFT
    with pytest.raises(IllegalTransition):
        moves.withdrawn(sending())


def test_everybody_gets_a_mail_once() -> None:
    assert DRAFT.recipients == ("a@b.fi",)


def test_a_mail_is_read_back_as_it_was_kept() -> None:
    assert parsed(Mail, plain(DRAFT)) == DRAFT


def test_a_mail_that_came_in_is_unread_until_somebody_has_looked_at_it() -> None:
    came = replace(DRAFT, state=MailState.RECEIVED)

    read = moves.looked_at(came)

    assert (came.is_unread, read.is_unread, moves.unread(read).is_unread) == (True, False, True)
    assert not DRAFT.is_unread
    with pytest.raises(IllegalTransition):
        moves.looked_at(DRAFT)


def test_a_mail_that_came_in_is_handled_by_somebody_and_can_wait_again() -> None:
    came = replace(DRAFT, state=MailState.RECEIVED)

    done = moves.handled(came, "Maija", NOW)
    again = moves.open_again(done)

    assert (done.state, done.handled_by, done.handled_at) == (MailState.HANDLED, "Maija", NOW)
    assert (done.came_in, done.is_unread, again.is_unread) == (True, False, False)
    assert (again.state, again.handled_by, again.handled_at) == (MailState.RECEIVED, "", None)


@pytest.mark.parametrize("state", [one for one in MailState if one is not MailState.RECEIVED])
def test_only_what_waits_in_the_inbox_can_be_handled(state: MailState) -> None:
    with pytest.raises(IllegalTransition):
        moves.handled(replace(DRAFT, state=state), "Maija", NOW)


@pytest.mark.parametrize("state", [one for one in MailState if one is not MailState.HANDLED])
def test_only_what_was_handled_goes_back_into_the_inbox(state: MailState) -> None:
    with pytest.raises(IllegalTransition):
        moves.open_again(replace(DRAFT, state=state))
