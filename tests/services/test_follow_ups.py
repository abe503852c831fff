"""Follow-ups through the services: due, done, brought up on another day, taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.archive.document import Link
from app.domain.correspondence.notes import FollowUp, FollowUpForm, Pressing
from app.domain.shared.refusals import Conflict, NotFound
from app.outside.clock import FixedClock
from app.services import follow_ups, quotes
from app.services.letters_due import due_today
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.quoting import sent
from tests.services.letters import an_office, registered
from tests.trade import AAMU, at

CONTACT = f"contact:{AAMU.id}"


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def added(office: Office, days: int, who: str = "") -> FollowUp:
    form = FollowUpForm(TODAY + timedelta(days), who, "soita")
    return office.do(follow_ups.add, CONTACT, form).result


def test_what_is_due_is_named_by_its_record(office: Office) -> None:
    letter = registered(office)
    office.do(follow_ups.add, f"letter-in:{letter.id}", FollowUpForm(TODAY))
    later = added(office, 14)

    (task,) = office.ask(follow_ups.due)

    assert letter.number in task.subject
    assert (task.pressing, task.follow_up.who) == (Pressing.TODAY, "Maija")
    assert [one.follow_up for one in office.ask(follow_ups.waiting)] == [task.follow_up, later]
    assert office.ask(follow_ups.of, CONTACT) == (later,)


def test_what_was_due_before_is_overdue_tomorrow(office: Office) -> None:
    added(office, 0, "Anna")
    tomorrow = Office(office.database, FixedClock(TODAY + timedelta(1)), Actor("Maija"))

    (task,) = tomorrow.ask(follow_ups.due, "Anna")

    assert task.pressing is Pressing.OVERDUE
    assert tomorrow.ask(follow_ups.count, "Anna") == 1
    assert tomorrow.ask(follow_ups.count, "Maija") == 0
    assert tomorrow.ask(follow_ups.people) == ("Anna", "Maija")


def test_a_follow_up_is_done_and_waits_again(office: Office) -> None:
    one = added(office, 0)

    done = office.do(follow_ups.done, one.id, 1).result

    assert (done.done_on, office.ask(follow_ups.due)) == (TODAY, ())
    assert [task.follow_up for task in office.ask(follow_ups.done_lately)] == [done]
    assert office.do(follow_ups.done, one.id, 2).result == done
    again = office.do(follow_ups.reopen, one.id, 2).result
    assert office.do(follow_ups.reopen, one.id, 3).result == again
    assert [task.follow_up for task in office.ask(follow_ups.due)] == [again]


def test_a_follow_up_moves_to_another_day_and_person(office: Office) -> None:
    one = added(office, 0)

    moved = office.do(
        follow_ups.change, one.id, 1, FollowUpForm(TODAY + timedelta(7), "Anna")
    ).result

    assert (moved.on, moved.who, moved.version) == (TODAY + timedelta(7), "Anna", 2)
    with pytest.raises(Conflict):
        office.do(follow_ups.change, one.id, 1, FollowUpForm(TODAY))


def test_one_added_by_mistake_is_taken_back_and_returns(office: Office) -> None:
    one = added(office, 0)

    old = office.do(follow_ups.remove, one.id, 1).result

    assert office.ask(follow_ups.waiting) == ()
    form = FollowUpForm(old.on, old.who, old.text)
    assert office.do(follow_ups.add, CONTACT, form, old.id).result == old


def test_what_the_asker_may_not_see_is_not_told(office: Office) -> None:
    added(office, 0)
    rights = frozenset({Permission.LETTERS_READ, Permission.LETTERS_DRAFT})
    clerk = Office(office.database, office.clock, Actor("Clerk", Role("letters", rights)))

    assert clerk.ask(follow_ups.waiting) == ()
    with pytest.raises(NotFound):
        office.do(follow_ups.add, "contact:9", FollowUpForm(TODAY))


def test_a_quote_past_its_day_waits_for_a_decision_until_it_has_one(database: Database) -> None:
    office = an_office(database)
    quote = sent(office)
    office.do(follow_ups.add, f"contact:{AAMU.id}", FollowUpForm(date(2026, 6, 1)))
    late = at(office, date(2026, 5, 20))

    first, second = late.ask(follow_ups.waiting)
    counted = (late.ask(follow_ups.count), late.ask(due_today).follow_ups)
    late.do(quotes.expire, quote.id)

    assert (first.asks_to_decide, second.asks_to_decide) == (True, False)
    assert (first.follow_up.about, first.pressing) == (Link("quote", quote.id), Pressing.OVERDUE)
    assert first.subject == f"{quote.number} {AAMU.name}"
    assert counted == (1, 1)
    assert [task.asks_to_decide for task in late.ask(follow_ups.waiting)] == [False]
    assert late.ask(follow_ups.count) == 0


def test_quotes_are_nobody_s_own_and_hidden_from_those_who_may_not_read_them(
    database: Database,
) -> None:
    office = an_office(database)
    sent(office)
    late = at(office, date(2026, 5, 20))
    role = Role("post", frozenset({Permission.LETTERS_READ}))
    post = Office(late.database, late.clock, Actor("Eve", role))

    assert late.ask(follow_ups.due, "Maija") == ()
    assert len(late.ask(follow_ups.due)) == 1
    assert (post.ask(follow_ups.due), post.ask(follow_ups.count)) == ((), 0)
