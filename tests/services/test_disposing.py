"""Disposal through the services: listed with reasons, signed, destroyed, certified, resumable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from app.domain.admin.company import Company
from app.domain.admin.users import SecondPair
from app.domain.archive.disposal import (
    Disposal,
    DisposalKind,
    DisposalState,
    Fate,
    NothingDue,
    SameHand,
    Stay,
)
from app.domain.archive.document import DocumentState
from app.domain.archive.holds import HoldForm
from app.domain.archive.record import Filing
from app.domain.archive.row import Wanted
from app.domain.shared.ids import DisposalId, DocumentId, RecordId
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import archive, disposing, documents, holding, proving
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission
from app.services.second_looks import Waits
from app.storage import checks
from app.storage.contents import Destroyed, disposed
from app.storage.database import Database
from app.storage.destroying import destroy
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.pairs import approve, ask_for, join, seen_by
from tests.services.test_documents import a_type, as_clerk, changed, taken
from tests.trade import LUMO, at, opened_books

COUNTRIES = {
    "DE": Company("Muster Werk GmbH", "DE", "EUR", "en"),
    "FI": LUMO,
    "TH": Company("ตัวอย่างสยาม", "TH", "THB", "th"),
    "US": Company("Sample Works LLC", "US", "USD", "en"),
}
TRASH = DisposalKind.TRASH


def an_office(database: Database, country: str = "FI", **parts: Any) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened, replace(COUNTRIES[country], **parts))
    return opened


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def filed(office: Office, name: str, code: str = "bill", **parts: Any) -> DocumentId:
    one = taken(office, name)
    changed(office, one, **({"type_id": a_type(office, code).id, "day": TODAY} | parts))
    office.do(documents.file, (one,))
    return one


def signed(office: Office, kind: DisposalKind = DisposalKind.DUE) -> Disposal:
    proposed = office.do(disposing.propose, kind).result
    return office.do(disposing.sign, proposed.id, proposed.version, "Ville").result


def carried_out(office: Office, kind: DisposalKind = DisposalKind.DUE) -> Disposal:
    ready = signed(office, kind)
    begun = office.do(disposing.begin, ready.id, ready.version).result
    return office.do(disposing.finish, begun.id).result


def due_on(office: Office, day: date) -> set[DocumentId]:
    return {item.document_id for item in at(office, day).ask(disposing.due)}


def test_bytes_are_gone_the_document_says_so_and_a_certificate_is_filed(office: Office) -> None:
    one = filed(office, "bill.pdf", day=date(2010, 5, 1))
    office.do(documents.renew, one, Filing("better.pdf", "application/pdf"), b"second version")

    done = carried_out(office)

    assert done.state is DisposalState.DONE
    (item,) = done.of(Fate.DESTROYED)
    assert [(file.number, file.name) for file in item.files] == [(1, "bill.pdf"), (2, "better.pdf")]
    seen = office.ask(documents.seen, one)
    assert seen.document.state is DocumentState.DISPOSED
    for number in (1, 2):
        with pytest.raises(Destroyed):
            office.ask(documents.content, one, number)
    certificate = office.ask(documents.seen, DocumentId(done.certificate_id or 0))
    assert certificate.document.is_sealed
    assert certificate.type is not None
    assert certificate.type.code == "certificate"
    assert office.ask(documents.content, certificate.document.id).startswith(b"%PDF")
    assert checks.check(office.database) == ()
    assert office.ask(proving.verify).findings == ()
    with pytest.raises(NothingDue):
        office.do(disposing.propose)


@on_sqlite
def test_the_words_of_what_is_destroyed_leave_the_index(database: Database) -> None:
    office = an_office(database)
    filed(office, "xanthippe.pdf", day=date(2010, 5, 1))
    wanted = text("SELECT count(*) FROM document_index_data WHERE instr(block, 'xanthip') > 0")

    def blocks() -> int:
        with database.read() as unit:
            return unit.connection.scalar(wanted) or 0

    before = blocks()
    carried_out(office)

    assert before > 0
    assert blocks() == 0


def test_bytes_that_another_document_needs_stay(office: Office) -> None:
    old = filed(office, "bill.pdf", day=date(2010, 5, 1))
    record = office.do(archive.file, "again.pdf", "application/pdf", b"bill.pdf").result

    carried_out(office)

    assert office.ask(documents.content, DocumentId(record.id)) == b"bill.pdf"
    assert office.ask(documents.get, old).state is DocumentState.DISPOSED


def test_what_is_filed_again_later_is_kept_again(office: Office) -> None:
    filed(office, "bill.pdf", day=date(2010, 5, 1))
    carried_out(office)

    record = office.do(archive.file, "again.pdf", "application/pdf", b"bill.pdf").result

    assert office.ask(documents.content, DocumentId(record.id)) == b"bill.pdf"
    with (
        pytest.raises(SQLAlchemyError, match="guard_content"),
        office.database.contents.writing() as connection,
    ):
        connection.execute(text("DELETE FROM content_chunk"))


def test_a_struck_document_stays_and_comes_again_on_the_next_list(office: Office) -> None:
    one = filed(office, "a.pdf", day=date(2010, 5, 1))
    other = filed(office, "b.pdf", day=date(2010, 5, 1))
    proposed = office.do(disposing.propose).result
    assert office.ask(disposing.due) == ()

    struck = office.do(
        disposing.strike, proposed.id, proposed.version, one, "still in court"
    ).result
    ready = office.do(disposing.sign, struck.id, struck.version, "Maija").result
    begun = office.do(disposing.begin, ready.id, ready.version).result
    office.do(disposing.finish, begun.id)

    assert office.ask(documents.get, one).state is DocumentState.FILED
    assert office.ask(documents.get, other).state is DocumentState.DISPOSED
    assert due_on(office, TODAY) == {one}


@pytest.mark.parametrize("change", ["hold", "day", "event", "locked", "unfiled"])
def test_what_changed_after_the_signature_stays(office: Office, change: str) -> None:
    parts = {"event_on": date(2000, 1, 1)} if change == "event" else {"day": date(2010, 5, 1)}
    one = filed(office, "a.pdf", "contract" if change == "event" else "bill", **parts)
    filed(office, "b.pdf", day=date(2010, 5, 1))
    ready = signed(office)
    if change == "hold":
        office.do(holding.place, HoldForm("Audit", "Letter", documents=(one,)))
    elif change == "locked":
        office.do(documents.take_out, one)
    elif change == "unfiled":
        office.do(documents.unfile, (one,))
    else:
        changed(office, one, **({"day": TODAY} if change == "day" else {"event_on": None}))

    begun = office.do(disposing.begin, ready.id, ready.version).result
    done = office.do(disposing.finish, begun.id).result

    stays = {"hold": Stay.HELD, "locked": Stay.LOCKED, "unfiled": Stay.MOVED}
    (kept,) = done.of(Fate.KEPT)
    assert (kept.document_id, kept.why) == (one, stays.get(change, Stay.NOT_DUE).value)
    assert office.ask(documents.content, one) == b"a.pdf"


def test_four_eyes_ask_for_another_name(office: Office) -> None:
    filed(office, "a.pdf", day=date(2010, 5, 1))
    office.do(disposing.set_rules, 0, 30, True)  # noqa: FBT003  as scripts do
    proposed = office.do(disposing.propose).result

    with pytest.raises(SameHand):
        office.do(disposing.sign, proposed.id, proposed.version, "MAIJA")

    signed_by = office.do(disposing.sign, proposed.id, proposed.version, "Ville").result
    assert signed_by.state is DisposalState.SIGNED


def test_a_user_signs_with_the_own_name_whatever_is_written(office: Office) -> None:
    filed(office, "a.pdf", day=date(2010, 5, 1))
    join(office.database)
    anna, ben = seen_by(office, "Anna"), seen_by(office, "Ben")
    anna.do(disposing.set_rules, 0, 30, True)  # noqa: FBT003  as scripts do
    proposed = anna.do(disposing.propose).result

    with pytest.raises(SameHand):
        anna.do(disposing.sign, proposed.id, proposed.version, "Ben")

    signed_by = ben.do(disposing.sign, proposed.id, proposed.version, "Anna").result
    assert signed_by.signed_by == "Ben"


def test_what_one_signed_alone_waits_where_deletions_are_asked_for(office: Office) -> None:
    one = filed(office, "a.pdf", day=date(2010, 5, 1))
    join(office.database)
    anna = seen_by(office, "Anna")
    ask_for(anna, SecondPair.DELETE)
    proposed = anna.do(disposing.propose).result
    ready = anna.do(disposing.sign, proposed.id, proposed.version, "").result

    with pytest.raises(Waits):
        anna.do(disposing.begin, ready.id, ready.version)
    assert office.ask(documents.content, one) == b"a.pdf"
    approve(seen_by(office, "Ben"))

    assert office.ask(documents.get, one).state is DocumentState.DISPOSED


def test_four_eyes_are_not_given_up_by_one_where_deletions_are_asked_for(office: Office) -> None:
    join(office.database)
    anna = seen_by(office, "Anna")
    anna.do(disposing.set_rules, 0, 30, True)  # noqa: FBT003  as scripts do
    ask_for(anna, SecondPair.DELETE)

    with pytest.raises(Waits):
        anna.do(disposing.set_rules, 1, 30, False)  # noqa: FBT003  as scripts do

    assert anna.ask(disposing.rules).is_four_eyes


def test_a_list_may_be_dropped_until_it_is_carried_out(office: Office) -> None:
    one = filed(office, "a.pdf", day=date(2010, 5, 1))
    ready = signed(office)
    with pytest.raises(Conflict):
        office.do(disposing.drop, ready.id, 1)

    office.do(disposing.drop, ready.id, ready.version)

    assert due_on(office, TODAY) == {one}
    for illegal in (disposing.begin, disposing.drop):
        with pytest.raises(IllegalTransition):
            office.do(illegal, ready.id, ready.version + 1)
    with pytest.raises(IllegalTransition):
        office.do(disposing.finish, ready.id)


@pytest.mark.parametrize("came", ["before the bytes", "after the bytes"])
def test_a_crash_in_the_middle_is_finished_at_the_next_start(office: Office, came: str) -> None:
    one = filed(office, "a.pdf", day=date(2010, 5, 1))
    ready = signed(office)
    begun = office.do(disposing.begin, ready.id, ready.version).result
    if came == "after the bytes":
        names = [file.sha256 for file in begun.items[0].files]
        destroy(
            office.database.contents, names, begun.certificate_id or RecordId(0), office.clock.now()
        )

    (done,) = disposing.finish_begun(office)

    assert done.state is DisposalState.DONE
    with pytest.raises(Destroyed):
        office.ask(documents.content, one)
    assert office.ask(documents.get, DocumentId(done.certificate_id or 0)).is_sealed
    assert checks.check(office.database) == ()
    assert disposing.finish_begun(office) == ()
    with office.database.contents.writing() as connection:
        assert connection.scalar(select(func.count()).select_from(disposed)) == 1


def test_the_database_gives_nothing_up_without_a_signed_list(office: Office) -> None:
    filed(office, "a.pdf", day=date(2010, 5, 1))
    proposed = office.do(disposing.propose).result
    statements = (
        "UPDATE document SET state = 'disposed'",
        "DELETE FROM disposal",
        "DELETE FROM disposal_item",
    )

    for statement in statements:
        with (
            pytest.raises(SQLAlchemyError, match="guard_"),
            office.database.write() as unit,
        ):
            unit.connection.execute(text(statement))

    assert office.ask(disposing.get, proposed.id) == proposed


def test_what_is_destroyed_does_not_come_back(office: Office) -> None:
    filed(office, "a.pdf", day=date(2010, 5, 1))
    carried_out(office)

    for statement in (
        "UPDATE document SET state = 'filed' WHERE state = 'disposed'",
        "UPDATE disposal SET signed_by = 'x'",
        "UPDATE disposal_item SET fate = 'kept'",
    ):
        with (
            pytest.raises(SQLAlchemyError, match="guard_"),
            office.database.write() as unit,
        ):
            unit.connection.execute(text(statement))
    with (
        pytest.raises(SQLAlchemyError, match="guard_content_disposed"),
        office.database.contents.writing() as connection,
    ):
        connection.execute(text("DELETE FROM content_disposed"))


def test_the_trash_is_emptied_after_its_days_of_what_no_law_asks_for(office: Office) -> None:
    junk, bill = taken(office, "junk.pdf"), filed(office, "bill.pdf")
    office.do(documents.trash, (junk, bill))
    month = date(2026, 4, 9)
    early, late = at(office, date(2026, 4, 8)), at(office, month)

    assert early.ask(disposing.due, TRASH) == ()
    assert [item.document_id for item in late.ask(disposing.due, TRASH)] == [junk]

    carried_out(late, TRASH)

    assert office.ask(documents.get, junk).state is DocumentState.DISPOSED
    assert office.do(documents.restore, (bill,)).result[0].state is DocumentState.FILED
    office.do(documents.trash, (bill,))
    assert [
        item.document_id for item in at(office, date(2033, 1, 1)).ask(disposing.due, TRASH)
    ] == [bill]


def test_the_days_of_the_trash_are_the_office_s(office: Office) -> None:
    office.do(documents.trash, (taken(office),))
    rules = office.do(disposing.set_rules, 0, 7, False).result  # noqa: FBT003  as scripts do

    assert len(at(office, date(2026, 3, 17)).ask(disposing.due, TRASH)) == 1
    assert office.ask(disposing.rules) == rules
    with pytest.raises(Invalid):
        office.do(disposing.set_rules, rules.version, 0, False)  # noqa: FBT003  as scripts do
    with pytest.raises(Conflict):
        office.do(disposing.set_rules, 0, 9, False)  # noqa: FBT003  as scripts do


def test_what_stands_behind_a_wall_is_on_no_list_for_others(office: Office) -> None:
    filed(office, "salary.pdf", "personnel", event_on=date(2000, 1, 1))
    rights = (Permission.ARCHIVE_READ, Permission.ARCHIVE_DISPOSE)
    clerk = as_clerk(office, *rights)
    listed = signed(office)

    assert (clerk.ask(disposing.due), clerk.ask(disposing.disposals)) == ((), ())
    with pytest.raises(NotFound):
        clerk.do(disposing.sign, listed.id, listed.version, "Ville")

    office.do(disposing.begin, listed.id, listed.version)
    assert disposing.finish_begun(clerk) == ()
    (done,) = disposing.finish_begun(office)
    with pytest.raises(NotFound):
        clerk.ask(disposing.get, done.id)
    assert office.ask(disposing.get, DisposalId(done.id)).items[0].title == "salary.pdf"
    assert office.ask(documents.count, Wanted((DocumentState.DISPOSED,))) == 1


def test_nobody_signs_for_what_he_cannot_read(office: Office) -> None:
    bill = filed(office, "bill.pdf", day=date(2000, 1, 1))
    filed(office, "salary.pdf", "personnel", event_on=date(2000, 1, 1))
    clerk = as_clerk(office, Permission.ARCHIVE_READ, Permission.ARCHIVE_DISPOSE)
    listed = office.do(disposing.propose).result

    (shown,) = clerk.ask(disposing.disposals)

    assert [item.document_id for item in shown.items] == [bill]
    with pytest.raises(NotAllowed):
        clerk.do(disposing.sign, listed.id, listed.version, "Ville")
