"""Letters of ours come back as they were written; what was issued is kept by the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy.exc import DBAPIError

from app.domain.correspondence.body import Body
from app.domain.correspondence.letter import Channel, Dispatch, Enclosed, OutgoingState
from app.domain.correspondence.row import OutgoingRow
from app.domain.shared.ids import DocumentId, LetterId, MergeRunId, TemplateId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.chances import few
from tests.databases import on_sqlite
from tests.domain.correspondence.bodies import BODIES
from tests.domain.correspondence.letters import an_outgoing
from tests.storage.letters import AAMU, ANNA, AT, CONTRACT, DAY, furnish, issued, received, written
from tests.storage.plans import plans_of

S = OutgoingState


@pytest.fixture(autouse=True)
def furnished(database: Database) -> None:
    furnish(database)


def test_a_letter_comes_back_as_it_was_written(database: Database) -> None:
    letter = issued(
        database,
        "OUT-2026-0001",
        addressee_id=AAMU.id,
        type_id=CONTRACT.id,
        channel=Channel.REGISTERED,
        signatory_id=ANNA.id,
        layout="din5008b",
        enclosures=("Contract", "Invoice"),
        attachments=(Enclosed(DocumentId(4), "Map", "a" * 64), Enclosed(DocumentId(5))),
        copies_to=("Accounts",),
        our_reference="IN-2026-0001",
        your_reference="KA 7",
        responsible="Anna",
        template_id=TemplateId(6),
        run_id=MergeRunId(7),
        answers=LetterId(8),
        approved_by="Anna",
        note="ขอบคุณ",
        reason="",
    )

    with database.read() as unit:
        assert unit.letters_out.get(letter.id) == letter
        ways = unit.letters_out.ways
        assert ways.numbered("OUT-2026-0001") == letter.id
        assert ways.numbered("OUT-2026-0002") is None
        assert list(ways.of_run(7)) == list(ways.answering((8,))) == [letter.id]
        assert list(ways.of_papers((letter.document_id or 0,))) == [letter.id]


@on_sqlite
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=few(15))
@given(body=BODIES)
def test_every_body_comes_back(database: Database, body: Body) -> None:
    letter = written(database, body=body)

    with database.read() as unit:
        assert unit.letters_out.get(letter.id).body == body


def test_a_letter_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.letters_out.get(LetterId(99))


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    before = written(database)
    with database.write() as unit:
        unit.letters_out.save(before, replace(before, subject="mine"))

    with pytest.raises(Conflict), database.write() as unit:
        unit.letters_out.save(before, replace(before, subject="theirs"))
    with pytest.raises(Conflict), database.write() as unit:
        unit.letters_out.remove(before)

    with database.read() as unit:
        assert unit.letters_out.get(before.id).subject == "mine"


def test_a_row_says_what_the_register_shows(database: Database) -> None:
    letter = issued(database, "OUT-2026-0001", signatory_id=ANNA.id, responsible="Maija")
    way = ("Kahvila Aamu Oy, Tampere", "RR123456785FI", Money(845, "EUR"))
    with database.write() as unit:
        unit.dispatches.add(Dispatch(letter.id, "a" * 64, Channel.POST, AT, "Maija", "x"), 1)
        unit.dispatches.add(Dispatch(letter.id, "a" * 64, Channel.REGISTERED, AT, "Maija", *way), 2)

    with database.read() as unit:
        (row,) = unit.letters_out.rows([letter.id])

    assert row == OutgoingRow(
        id=letter.id,
        state=S.ISSUED,
        number="OUT-2026-0001",
        dated_on=DAY,
        addressee="Kahvila Aamu Oy",
        subject="Vastaus",
        type_id=None,
        channel=Channel.POST,
        signatory="Anna Virta",
        responsible="Maija",
        document_id=letter.document_id,
        sent_at=AT,
        tracking="RR123456785FI",
        postage=Money(845, "EUR"),
    )


@pytest.mark.parametrize("sort", ["dated_on", "number", "addressee"])
def test_the_register_is_sorted_by_a_column(database: Database, sort: str) -> None:
    first = issued(database, "1")
    other = replace(an_outgoing().addressee, name="Zetterberg Ab")
    second = issued(database, "2", DAY + timedelta(days=1), addressee=other)

    with database.read() as unit:
        assert list(unit.letters_out.spine(View(sort=sort))) == [first.id, second.id]
        falling = View(sort=sort, is_descending=True)
        assert list(unit.letters_out.spine(falling)) == [second.id, first.id]


def test_drafts_stand_above_the_newest_letters(database: Database) -> None:
    old = issued(database, "1", DAY - timedelta(days=1))
    draft = written(database)
    new = issued(database, "2")

    with database.read() as unit:
        assert list(unit.letters_out.spine()) == [draft.id, new.id, old.id]
        assert list(unit.letters_out.first(View(only=("draft",)), 5)) == [draft.id]
        assert unit.letters_out.counts() == {S.DRAFT: 1, S.ISSUED: 2}
        assert list(unit.letters_out.spine(View(), {old.id})) == [old.id]


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE letter_out SET number = 'OUT-2026-0009'",
        "UPDATE letter_out SET number = NULL",
        "UPDATE letter_out SET body = '{}'",
        "UPDATE letter_out SET subject = 'other'",
        "UPDATE letter_out SET document_id = NULL",
        "UPDATE letter_out SET thread_id = 99",
        "UPDATE letter_out SET dated_on = '2026-03-09'",
        "UPDATE letter_out SET state = 'draft'",
        "UPDATE letter_out SET state = 'approved'",
        "UPDATE letter_out SET state = 'filed'",
        "DELETE FROM letter_out",
        "UPDATE letter_dispatch SET tracking = 'X'",
        "DELETE FROM letter_dispatch",
        "UPDATE letter_in SET number = 'IN-2026-0009'",
        "UPDATE letter_in SET number = NULL",
        "UPDATE letter_in SET state = 'received'",
        "DELETE FROM letter_in",
        "DELETE FROM letter_thread",
    ],
)
def test_the_database_refuses_to_rewrite_a_letter(database: Database, deed: str) -> None:
    letter = issued(database, "OUT-2026-0001")
    received(database, "IN-2026-0001")
    with database.write() as unit:
        unit.dispatches.add(Dispatch(letter.id, "a" * 64, Channel.POST, AT, "Maija", "x"), 1)

    with pytest.raises(DBAPIError, match=r"(?i)guard_|foreign key"), database.write() as unit:
        unit.connection.exec_driver_sql(deed)


@pytest.mark.parametrize("state", [S.SENT, S.VOIDED])
def test_a_sent_letter_is_not_voided_and_a_voided_one_not_sent(
    database: Database, state: OutgoingState
) -> None:
    issued(database, "OUT-2026-0001", state=state)
    other = S.VOIDED if state is S.SENT else S.SENT

    with pytest.raises(DBAPIError, match="guard_letter_out"), database.write() as unit:
        unit.connection.exec_driver_sql(f"UPDATE letter_out SET state = '{other.value}'")  # noqa: S608  our own words


def test_no_letter_is_issued_without_a_number_and_a_paper(database: Database) -> None:
    written(database)

    for deed in (
        "UPDATE letter_out SET state = 'issued', number = 'OUT-1'",
        "UPDATE letter_out SET state = 'issued', document_id = 5",
    ):
        with pytest.raises(DBAPIError, match="guard_letter_out"), database.write() as unit:
            unit.connection.exec_driver_sql(deed)


def test_a_draft_can_be_rewritten_and_forgotten(database: Database) -> None:
    letter = written(database)

    with database.write() as unit:
        saved = unit.letters_out.save(letter, replace(letter, subject="Other"))
        unit.letters_out.remove(saved)

    with database.read() as unit:
        assert unit.letters_out.rows([letter.id]) == ()


@on_sqlite
def test_the_register_walks_an_index(database: Database) -> None:
    views = {
        View(): "ix_letter_out_list",
        View(only=("draft",)): "ix_letter_out_state",
        View(sort="number"): "sqlite_autoindex_letter_out_1",
        View(sort="addressee", is_descending=True): "ix_letter_out_addressee_key",
    }
    for view, index in views.items():
        with database.read() as unit, plans_of(unit.connection) as plans:
            unit.letters_out.first(view, 100)

        assert [step for step in plans if index in step], (view, plans)
        assert not [step for step in plans if "TEMP B-TREE" in step], (view, plans)


@on_sqlite
def test_the_other_ways_to_a_letter_walk_an_index(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        ways = unit.letters_out.ways
        ways.answering((1,))
        ways.of_run(1)
        ways.of_papers((1,))
        ways.numbered("1")
        unit.letters_out.rows((1,))

    assert not [step for step in plans if step.startswith("SCAN")], plans
