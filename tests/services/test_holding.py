"""Legal holds through the services: what is held is neither trashed nor destroyed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.domain.archive.document import DocumentState, Sealed
from app.domain.archive.form import form_of
from app.domain.archive.holds import AlreadyLifted, Held, Hold, HoldForm
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import documents, holding, kinds
from app.services.office import Office
from app.services.permissions import NotAllowed, Permission
from app.storage.database import Database
from tests.services.test_documents import a_type, as_clerk, changed, office, taken
from tests.trade import AAMU

__all__ = ["office"]
"""The office of the documents' tests, as a fixture."""


def held(office: Office, **over: Any) -> Hold:
    form = replace(HoldForm("Tax audit", "Letter of 3 March"), **over)
    return office.do(holding.place, form).result


def raw_state(database: Database, document_id: DocumentId, state: str) -> None:
    with database.write() as unit:
        unit.connection.execute(
            text("UPDATE document SET state = :state WHERE id = :id"),
            {"state": state, "id": document_id},
        )


def test_a_held_document_stays_where_it_is(office: Office) -> None:
    one = taken(office)
    hold = held(office, documents=(one,))

    with pytest.raises(Held):
        office.do(documents.trash, (one,))

    assert office.ask(holding.over, one) == (hold,)
    assert office.ask(documents.seen, one).holds == ("Tax audit",)
    office.do(holding.lift, hold.id, hold.version, "closed")
    assert office.do(documents.trash, (one,)).result[0].state is DocumentState.TRASHED


@pytest.mark.parametrize("state", ["trashed", "disposed"])
def test_the_database_itself_keeps_what_is_held(office: Office, state: str) -> None:
    one = taken(office)
    held(office, documents=(one,))

    with pytest.raises(SQLAlchemyError, match="guard_document_update"):
        raw_state(office.database, one, state)


def test_the_database_keeps_what_a_contact_or_a_type_holds(office: Office) -> None:
    bill = a_type(office, "bill").id
    by_contact, by_type, free = (taken(office, name) for name in ("a", "b", "c"))
    changed(office, by_contact, correspondent_id=AAMU.id)
    changed(office, by_type, type_id=bill)
    held(office, contact_id=AAMU.id)
    held(office, type_id=bill)

    for one in (by_contact, by_type):
        with pytest.raises(SQLAlchemyError, match="guard_document_update_held"):
            raw_state(office.database, one, "trashed")
        with (
            pytest.raises(SQLAlchemyError, match="guard_document_update_kept_held"),
            office.database.write() as unit,
        ):
            unit.connection.execute(
                text("UPDATE document SET type_id = NULL, correspondent_id = NULL")
            )

    raw_state(office.database, free, "trashed")


def test_no_change_of_the_card_leads_out_of_a_hold(office: Office) -> None:
    one = taken(office)
    changed(office, one, correspondent_id=AAMU.id)
    held(office, contact_id=AAMU.id)

    changed(office, one, correspondent_id=None)

    with pytest.raises(Held):
        office.do(documents.trash, (one,))
    (row,) = office.ask(holding.holds)
    assert (row.documents, row.contact, row.hold.documents) == (1, AAMU.name, frozenset({one}))


def test_holds_are_listed_with_how_many_they_are_over(office: Office) -> None:
    bill = a_type(office, "bill")
    ones = [taken(office, name) for name in ("a", "b", "c")]
    changed(office, ones[0], type_id=bill.id)
    changed(office, ones[1], correspondent_id=AAMU.id, type_id=bill.id)
    first = held(office, type_id=bill.id)
    held(office, name="All", documents=(ones[2],), contact_id=AAMU.id, type_id=bill.id)
    office.do(holding.lift, first.id, first.version, "done")

    rows = office.ask(holding.holds, "en")

    assert [(row.hold.name, row.documents, row.type_name) for row in rows] == [
        ("All", 3, "Bill"),
        ("Tax audit", 2, "Bill"),
    ]


def test_a_hold_without_reason_or_over_what_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(Invalid):
        held(office)
    for nothing in (
        {"documents": (DocumentId(1),)},
        {"contact_id": ContactId(1)},
        {"type_id": DocumentTypeId(1)},
    ):
        with pytest.raises(NotFound):
            held(office, **nothing)
    hold = held(office, contact_id=AAMU.id)
    with pytest.raises(Invalid):
        office.do(holding.lift, hold.id, hold.version, " ")
    with pytest.raises(Conflict):
        office.do(holding.lift, hold.id, 9, "closed")
    lifted = office.do(holding.lift, hold.id, hold.version, "closed").result
    with pytest.raises(AlreadyLifted):
        office.do(holding.lift, hold.id, lifted.version, "again")


def test_a_lifted_hold_is_not_changed_past_the_services_either(office: Office) -> None:
    hold = held(office, contact_id=AAMU.id)
    office.do(holding.lift, hold.id, hold.version, "closed")

    for statement in (
        "UPDATE legal_hold SET lifted_because = 'x'",
        "DELETE FROM legal_hold",
    ):
        with (
            pytest.raises(SQLAlchemyError, match="guard_legal_hold"),
            office.database.write() as unit,
        ):
            unit.connection.execute(text(statement))


def test_who_may_not_see_personnel_files_holds_none_and_nobody_holds_without_right(
    office: Office,
) -> None:
    one = taken(office)
    personnel = a_type(office, "personnel").id
    changed(office, one, type_id=personnel)
    disposer = as_clerk(office, Permission.ARCHIVE_READ, Permission.ARCHIVE_DISPOSE)
    reader = as_clerk(office, Permission.ARCHIVE_READ)

    for over in ({"documents": (one,)}, {"type_id": personnel}):
        with pytest.raises(NotFound):
            held(disposer, **over)
    with pytest.raises(NotAllowed):
        held(reader, documents=(one,))


def test_a_sealed_card_keeps_its_day_and_its_type(office: Office) -> None:
    one = taken(office)
    bill = a_type(office, "bill").id
    changed(office, one, type_id=bill, day=office.clock.today())
    office.do(documents.file, (one,))
    office.do(documents.seal, (one,))
    sealed = office.ask(documents.get, one)

    others: tuple[dict[str, Any], ...] = ({"day": None}, {"type_id": a_type(office, "other").id})
    for parts in others:
        form = replace(form_of(sealed), **parts)
        with pytest.raises(Sealed):
            office.do(documents.change, one, sealed.version, form)
    changed(office, one, note="paid")
    assert len(office.ask(kinds.sorting).types) > 5
