"""What is to do is listed by its day, and a step is done, refused and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.archive.form import form_of
from app.domain.archive.steps import ManySteps, NotAStep
from app.domain.shared.ids import DocumentId, DocumentTypeId
from app.domain.shared.refusals import NotFound
from app.outside.clock import FixedClock
from app.services import archive, arranging, documents, kinds, stepping
from app.services.kinds import TypeForm
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.archive.courses import COURSE
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def order(office: Office) -> DocumentTypeId:
    form = TypeForm("order", {"en": "Order"}, "bill", stages=COURSE)
    code = office.ask(kinds.retention).classes[0].code
    return office.do(kinds.add_type, replace(form, retention=code)).result.id


def a_paper(
    office: Office, name: str, type_id: DocumentTypeId | None, stage: str, due_on: date
) -> DocumentId:
    record = office.do(archive.file, name, "text/plain", name.encode()).result
    before = office.ask(documents.get, DocumentId(record.id))
    form = replace(form_of(before), title=name, type_id=type_id, stage=stage, due_on=due_on)
    office.do(documents.change, before.id, before.version, form)
    return before.id


def test_what_is_late_comes_first_and_is_counted(office: Office, order: DocumentTypeId) -> None:
    for name, days in (("later", 5), ("late", -2), ("today", 0)):
        a_paper(office, name, order, "new", TODAY + timedelta(days))

    found = office.ask(stepping.to_do)

    assert [row.title for row in found.rows] == ["late", "today", "later"]
    assert (found.count, found.overdue, found.day) == (3, 1, TODAY)


def test_a_step_is_done_and_taken_back(office: Office, order: DocumentTypeId) -> None:
    one = a_paper(office, "one", order, "checked", TODAY)

    done = office.do(stepping.step, (one,)).result

    after = office.ask(documents.get, one)
    assert (after.stage, after.due_on) == ("paid", None)
    assert office.ask(stepping.to_do).rows == ()
    office.do(arranging.put_back, done)
    assert office.ask(documents.get, one).due_on == TODAY


def test_where_several_stages_follow_one_is_named(office: Office, order: DocumentTypeId) -> None:
    one = a_paper(office, "one", order, "new", TODAY)

    with pytest.raises(ManySteps):
        office.do(stepping.step, (one,))
    with pytest.raises(NotAStep):
        office.do(stepping.step, (one,), "paid")
    office.do(stepping.step, (one,), "checked")

    assert office.ask(documents.get, one).due_on == TODAY + timedelta(14)


def test_without_a_course_the_step_is_only_a_day(office: Office) -> None:
    one = a_paper(office, "one", None, "", TODAY)

    assert len(office.do(stepping.step, (one,)).result) == 1
    assert office.do(stepping.step, (one,)).result == ()


def test_personnel_files_are_no_task_of_others(office: Office) -> None:
    personal = next(kind for kind in office.ask(kinds.sorting).types if kind.readers.is_wall)
    secret = a_paper(office, "wages", personal.id, "", TODAY)
    clerk = Role("clerk", frozenset({Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE}))
    walled = Office(office.database, office.clock, Actor("Ville", clerk))

    found = walled.ask(stepping.to_do)

    assert (found.rows, found.count, found.overdue) == ((), 0, 0)
    with pytest.raises(NotFound):
        walled.do(stepping.step, (secret,))
