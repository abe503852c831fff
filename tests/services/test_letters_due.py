"""What is due today counts answers and what is brought up again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.correspondence.notes import FollowUpForm
from app.services import follow_ups
from app.services.letters_due import DueToday, due_today
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.letters import an_office, registered


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_answers_until_today_and_what_comes_up_today_are_counted(office: Office) -> None:
    letter = registered(office, reply_days=None, reply_by=TODAY)
    registered(office, reply_days=None, reply_by=TODAY + timedelta(days=1))
    source = f"letter-in:{letter.id}"
    office.do(follow_ups.add, source, FollowUpForm(TODAY))
    office.do(follow_ups.add, source, FollowUpForm(TODAY + timedelta(days=1)))

    due = office.ask(due_today)

    assert due == DueToday(replies=1, follow_ups=1)
    assert due.all == 2
