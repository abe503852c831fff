"""Runs keep their receivers in order, and know who was skipped in all that belong together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from app.domain.contacts.mailing import MailingForm, MailingList
from app.domain.correspondence.merging import ItemState, MergeItem, RunRow, RunState, discarded
from app.domain.correspondence.template import Template
from app.domain.shared.ids import ContactId, MergeItemId, MergeRunId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.unit import Unit
from tests.domain.correspondence.test_merging import RUN
from tests.services.letters import an_office
from tests.trade import AAMU, AT

TUULI = ContactId(8)
WHY = Problem("", "letters.without-address", {"part": "street"})


def an_item(run_id: int, position: int, contact_id: ContactId = AAMU.id) -> MergeItem:
    at = MergeItemId(run_id * 1000 + position + 1)
    return MergeItem(at, MergeRunId(run_id), position, contact_id, f"A {position}")


@pytest.fixture
def books(database: Database) -> Database:
    an_office(database)
    with database.write() as unit:
        unit.mailing_lists.add(MailingList(RUN.list_id, 1, MailingForm("Tampere")))
        unit.contacts.add(replace(AAMU, id=TUULI, number="1002"), AT)
        unit.templates.add(Template(RUN.template_id, 1, "x"))
    return database


def add(unit: Unit, *items: MergeItem) -> None:
    unit.merge_runs.add(RUN, items)


def test_a_run_comes_back_as_it_was_with_its_receivers_in_order(books: Database) -> None:
    items = (an_item(1, 0), an_item(1, 1).skipped(WHY))
    with books.write() as unit:
        add(unit, *reversed(items))

    with books.read() as unit:
        assert unit.merge_runs.get(RUN.id) == RUN
        assert unit.merge_runs.items(RUN.id) == items
        assert unit.merge_runs.item(RUN.id, 1) == items[1]
        assert unit.merge_runs.items(RUN.id, ItemState.READY, 9) == items[:1]
        assert unit.merge_runs.items(RUN.id, ItemState.ISSUED) == ()
        assert unit.merge_runs.all() == (RunRow(RUN, 1, 0, 1),)
        assert unit.merge_runs.row(RUN.id) == RunRow(RUN, 1, 0, 1)
        for ask in (unit.merge_runs.get, lambda one: unit.merge_runs.item(one, 0)):
            with pytest.raises(NotFound):
                ask(MergeRunId(77))


def test_a_receiver_is_moved_once(books: Database) -> None:
    with books.write() as unit:
        add(unit, an_item(1, 0))
        unit.merge_runs.move((an_item(1, 0).skipped(WHY),))

        with pytest.raises(Conflict):
            unit.merge_runs.move((an_item(1, 0).skipped(WHY),))


def test_nobody_stands_at_one_place_twice(books: Database) -> None:
    with pytest.raises(IntegrityError), books.write() as unit:
        add(unit, an_item(1, 0), replace(an_item(1, 0), id=MergeItemId(9)))


def test_who_was_skipped_and_then_written_to_is_not_written_to_again(books: Database) -> None:
    second = replace(RUN, id=MergeRunId(2))
    with books.write() as unit:
        add(unit, an_item(1, 0).skipped(WHY), an_item(1, 1, TUULI).skipped(WHY))
        assert unit.merge_runs.skipped(RUN.id) == (AAMU.id, TUULI)
        unit.merge_runs.add(second, (an_item(2, 0),))
        assert unit.merge_runs.skipped(RUN.id) == (TUULI,)
        unit.merge_runs.save(second, discarded(second, 0))
        unit.merge_runs.forget_items(second.id)

        assert unit.merge_runs.skipped(RUN.id) == (AAMU.id, TUULI)
        assert unit.merge_runs.get(second.id).state is RunState.DISCARDED
        assert [row.run.id for row in unit.merge_runs.all()] == [RUN.id]
