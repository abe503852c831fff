"""Types, tags and fields through the services."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.form import DocumentForm
from app.domain.archive.kinds import FieldKind, Stage
from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentId, DocumentTypeId, TagId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import archive, documents, kinds, search
from app.services.kinds import TypeForm
from app.services.office import Office
from app.services.permissions import OWNER, Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import opened_books

LEASE = TypeForm("lease", {"en": " Lease ", "fi": ""}, "contract", stages=(Stage("draft", {}),))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_a_new_office_has_the_types_and_the_plan_of_its_country(office: Office) -> None:
    sorting = office.ask(kinds.sorting)
    plan = office.ask(kinds.retention)

    assert {one.code for one in plan.types} == {one.code for one in sorting.types}
    assert all(plan.by_code(one.retention) for one in sorting.types)


def test_a_type_is_added_and_changed(office: Office) -> None:
    added = office.do(kinds.add_type, LEASE).result

    assert added.names == {"en": "Lease"}
    form = replace(LEASE, readers=Readers.PERSONNEL)
    changed = office.do(kinds.change_type, added.id, 1, form).result
    assert (changed.version, changed.readers.is_wall) == (2, True)
    with pytest.raises(Conflict):
        office.do(kinds.change_type, added.id, 1, form)
    with pytest.raises(NotFound):
        office.do(kinds.change_type, DocumentTypeId(1), 1, form)


def test_a_wrong_type_is_refused(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        office.do(kinds.add_type, TypeForm("bill", {"en": " "}, "no"))

    assert codes(refused) == ["kinds.without-name", "kinds.unknown-class", "kinds.code-taken"]


def test_tags_are_added_renamed_moved_and_removed(office: Office) -> None:
    cars = office.do(kinds.add_tag, " Cars ").result
    leases = office.do(kinds.add_tag, "Leases", cars.id).result
    paper = office.do(archive.file, "a.txt", "text/plain", b"x").result
    form = DocumentForm("A", tags=(cars.id,))
    office.do(documents.change, DocumentId(paper.id), 1, form)

    renamed = office.do(kinds.change_tag, replace(cars, name="Vehicles")).result
    assert (renamed.name, renamed.version) == ("Vehicles", 2)
    with pytest.raises(Conflict):
        office.do(kinds.change_tag, cars)
    with pytest.raises(Invalid) as turned:
        office.do(kinds.change_tag, replace(renamed, parent_id=leases.id))
    assert codes(turned) == ["kinds.in-a-circle"]

    assert office.do(kinds.remove_tag, cars.id).result == 1
    (left,) = office.ask(kinds.sorting).tags
    assert (left.name, left.parent_id) == ("Leases", None)
    for gone in (cars.id, TagId(1)):
        with pytest.raises(NotFound):
            office.do(kinds.remove_tag, gone)


def test_two_tags_beside_each_other_are_not_called_alike(office: Office) -> None:
    office.do(kinds.add_tag, "Cars")

    with pytest.raises(Invalid) as refused:
        office.do(kinds.add_tag, "cars")

    assert codes(refused) == ["kinds.code-taken"]


def test_a_field_of_the_office_holds_values_that_fit(office: Office) -> None:
    office.do(kinds.add_field, "site", {"en": "Site"}, FieldKind.CHOICE, ("north",))
    paper = office.do(archive.file, "a.txt", "text/plain", b"x").result
    document_id = DocumentId(paper.id)

    with pytest.raises(Invalid) as refused:
        office.do(documents.change, document_id, 1, DocumentForm("A", fields={"site": "x"}))
    office.do(documents.change, document_id, 1, DocumentForm("A", fields={"site": "north"}))

    assert codes(refused) == ["documents.bad-value"]
    assert office.ask(documents.get, document_id).fields == {"site": "north"}
    with pytest.raises(Invalid) as taken:
        office.do(kinds.add_field, "site", {"en": "Site"})
    assert codes(taken) == ["kinds.code-taken"]


def test_a_tag_hangs_under_one_that_is_there(office: Office) -> None:
    with pytest.raises(NotFound):
        office.do(kinds.add_tag, "Alone", TagId(99))


def as_reader(office: Office, *without: Permission) -> Office:
    role = Role("clerk", OWNER.permissions - set(without))
    return Office(office.database, office.clock, Actor("Ville", role))


def test_a_wall_around_a_type_holds_for_what_lies_there_already(office: Office) -> None:
    clerk = as_reader(office, Permission.ARCHIVE_MANAGEMENT)
    lease = office.do(kinds.add_type, LEASE).result
    record = office.do(archive.file, "a.pdf", "application/pdf", b"1").result
    form = DocumentForm("Vuokrasopimus", type_id=lease.id)
    office.do(documents.change, DocumentId(record.id), 1, form)
    assert [hit.title for hit in clerk.ask(search.find, "vuokra")] == ["Vuokrasopimus"]

    walled = replace(LEASE, readers=Readers.MANAGEMENT)
    office.do(kinds.change_type, lease.id, 1, walled)

    assert clerk.ask(search.find, "vuokra") == office.ask(search.find, "vuokra") == ()
    assert clerk.ask(documents.rows, (DocumentId(record.id),)) == ()
    assert [row.title for row in office.ask(documents.rows, (DocumentId(record.id),))]
    assert lease.id not in {one.id for one in clerk.ask(kinds.sorting).types}


def test_nobody_walls_or_opens_a_type_for_a_circle_that_is_not_his(office: Office) -> None:
    clerk = as_reader(office, Permission.ARCHIVE_MANAGEMENT)
    walled = replace(LEASE, readers=Readers.MANAGEMENT)
    lease = office.do(kinds.add_type, walled).result

    with pytest.raises(NotFound):
        clerk.do(kinds.change_type, lease.id, 1, LEASE)
    with pytest.raises(NotAllowed):
        clerk.do(kinds.add_type, replace(walled, code="other"))

    assert clerk.ask(kinds.sorting).circles == {Readers.EVERYONE, Readers.PERSONNEL}


def test_a_tag_tells_only_of_the_documents_that_the_asker_may_see(office: Office) -> None:
    lease = office.do(kinds.add_type, replace(LEASE, readers=Readers.MANAGEMENT)).result
    tag = office.do(kinds.add_tag, "Autot").result
    for content, type_id in ((b"1", lease.id), (b"2", None)):
        record = office.do(archive.file, "a.pdf", "application/pdf", content).result
        form = DocumentForm("A", type_id=type_id, tags=(tag.id,))
        office.do(documents.change, DocumentId(record.id), 1, form)

    removed = as_reader(office, Permission.ARCHIVE_MANAGEMENT).do(kinds.remove_tag, tag.id).result

    assert removed == 1
