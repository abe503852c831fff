"""Many documents sorted alike, and put back as they were."""

from __future__ import annotations

import pytest

from app.domain.archive.form import DocumentForm
from app.domain.shared.refusals import Conflict
from app.outside.clock import FixedClock
from app.services import arranging, documents, kinds
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
