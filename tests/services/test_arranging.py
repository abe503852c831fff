"""Many documents sorted alike, and put back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.form import DocumentForm
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import arranging, documents, filing, kinds
from app.services.arranging import Arrangement
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.test_documents import a_type, changed, taken
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_only_what_is_named_changes_and_what_has_it_already_is_left(office: Office) -> None:
    one, other = taken(office), taken(office, "b.pdf")
    tag = office.do(kinds.add_tag, "cars").result
    bill = a_type(office, "bill").id
    changed(office, one, type_id=bill, tags=(tag.id,), reference="47")

    done = office.do(arranging.arrange, (one, other), Arrangement(bill, tags=(tag.id,))).result

    assert [change.document_id for change in done] == [other]
    assert office.ask(documents.get, one).reference == "47"
    assert office.ask(documents.get, other).tags == (tag.id,)


def test_what_was_sorted_alike_is_put_back_unless_somebody_changed_it(office: Office) -> None:
    one = taken(office)
    bill = a_type(office, "bill").id
    done = office.do(arranging.arrange, (one,), Arrangement(bill)).result

    back = office.do(arranging.put_back, done).result
    first = office.ask(documents.get, one).type_id
    office.do(arranging.put_back, back)
    changed(office, one, title="Theirs")

    assert first is None
    with pytest.raises(Conflict):
        office.do(arranging.put_back, done)


def test_a_stage_goes_with_its_type() -> None:
    form = DocumentForm("T", stage="signed")

    assert Arrangement().onto(form) == form


def test_two_tags_become_one_with_what_stands_under_the_first(office: Office) -> None:
    autos, old = office.do(filing.add_tag_path, ("autos", "old")).result
    (cars,) = office.do(filing.add_tag_path, ("cars",)).result
    one, other = taken(office), taken(office, "b.pdf")
    changed(office, one, tags=(autos.id,))
    changed(office, other, tags=(autos.id, cars.id))

    count = office.do(arranging.merge_tags, autos.id, cars.id).result

    assert count == 2
    assert [office.ask(documents.get, each).tags for each in (one, other)] == [(cars.id,)] * 2
    tags = {tag.id: tag for tag in office.ask(kinds.sorting).tags}
    assert tags[old.id].parent_id == cars.id and autos.id not in tags
    with pytest.raises(Invalid):
        office.do(arranging.merge_tags, cars.id, old.id)
    with pytest.raises(NotFound):
        office.do(arranging.merge_tags, autos.id, cars.id)


def test_a_field_is_renamed_and_keeps_its_code(office: Office) -> None:
    field = office.do(kinds.add_field, "rent", {"en": "Rent"}).result

    after = office.do(arranging.change_field, replace(field, names={"en": " Monthly rent "})).result

    assert (after.code, after.names, after.version) == ("rent", {"en": "Monthly rent"}, 2)
    with pytest.raises(Conflict):
        office.do(arranging.change_field, field)
    with pytest.raises(Invalid):
        office.do(arranging.change_field, replace(after, names={"en": " "}))
