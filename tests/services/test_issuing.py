"""Issuing: number, entry and paper together or none of them, in order, for ever."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from app.domain.accounting.sales import AccountMissing
from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import NotADraft, State
from app.domain.shared.ids import InvoiceId
from app.domain.shared.numbering import EarlierThanLast, SeriesClosed
from app.domain.shared.refusals import Conflict, Invalid
from app.formats.packs import pack
from app.lang.formats import formats_in
from app.lang.messages import sentence
from app.lang.texts import say_in
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.issuing import BATCH
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import (
    AAMU,
    LUMO,
    a_content,
    a_written_line,
    at,
    count,
    drafted,
    issued,
    opened_books,
)

YEARS = ("2026", "2027")


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_issuing_numbers_books_and_files_in_one_step(office: Office) -> None:
    draft = drafted(office)

    done = office.do(invoices.issue, draft.id)

    invoice = done.result
    assert (invoice.state, invoice.number, invoice.reference) == (
        State.ISSUED,
        "20260001",
        "202600017",
    )
    assert (invoice.issued_on, invoice.due_on) == (TODAY, TODAY + timedelta(days=14))
    assert {"invoice", "journal_entry", "archive_file", "number_series"} <= done.changed
    with office.database.read() as unit:
        (entry,) = unit.ledger.entries_of(f"invoice:{draft.id}")
        (record,) = unit.archive.of(f"invoice:{draft.id}")
    assert (entry.booked_on, entry.number) == (TODAY, "2026-00001")
    assert (record.name, record.is_sealed) == ("20260001.pdf", True)


def test_a_refused_command_leaves_no_gap_in_the_numbers(office: Office) -> None:
    first = drafted(office)
    office.do(invoices.issue, first.id)
    with pytest.raises(NotADraft):
        office.do(invoices.issue, first.id)

    assert issued(office).number == "20260002"


def test_a_fault_after_the_number_was_taken_leaves_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = drafted(office)

    def broken(*_: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("app.services.issuing.document_of", broken)
    with pytest.raises(RuntimeError):
        office.do(invoices.issue, draft.id)
    monkeypatch.undo()

    assert office.ask(invoices.get, draft.id) == draft
    assert [count(office, table) for table in ("journal_entry", "archive_file")] == [0, 0]
    assert office.do(invoices.issue, draft.id).result.number == "20260001"


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (a_content(customer_id=None), "customer_id"),
        (replace(a_content(), lines=()), "lines"),
        (a_content(issued_on=TODAY + timedelta(days=3)), "issued_on"),
        (a_content(replace(a_written_line(), vat="unheard")), "lines.0.vat"),
    ],
)
def test_what_is_not_right_is_not_issued(office: Office, content: Draft, field: str) -> None:
    draft = drafted(office, content)

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, draft.id)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert office.ask(invoices.get, draft.id).state is State.DRAFT


def test_numbers_rise_with_their_days(office: Office) -> None:
    issued(office)
    earlier = drafted(office, a_content(issued_on=TODAY - timedelta(days=1)))

    with pytest.raises(EarlierThanLast):
        office.do(invoices.issue, earlier.id)


def test_an_entry_may_be_of_an_earlier_day_than_the_last(office: Office) -> None:
    tomorrow = TODAY + timedelta(days=1)
    issued(office, a_content(issued_on=tomorrow))

    again = issued(at(office, tomorrow))

    assert again.number == "20260002"


def test_the_first_invoice_of_a_new_year_opens_its_series(office: Office) -> None:
    issued(office)

    new_year = at(office, date(2027, 1, 4))

    assert issued(new_year).number == "20270001"
    with office.database.read() as unit:
        found = {(one.kind, one.year): one.last for one in unit.numbers.rows()}
    used = {"invoice": 1, "journal": 1}
    kinds = pack(LUMO.country).series
    assert found == {(kind, year): used.get(kind, 0) for kind in kinds for year in YEARS}


def test_a_year_before_the_books_began_is_not_opened(office: Office) -> None:
    draft = drafted(office, a_content(issued_on=date(2025, 12, 31)))

    with pytest.raises(SeriesClosed) as refused:
        office.do(invoices.issue, draft.id)

    told = sentence(refused.value.code, refused.value.facts, say_in("en"), formats_in("en", "FI"))
    assert told.what == "The day 31 Dec 2025 is before the books that are kept here."
    assert "They begin on 1 Jan 2026." in told.why
    assert told.todo.startswith("Choose 1 Jan 2026 or a later day")


def test_years_that_begin_in_july_never_write_the_same_number(database: Database) -> None:
    office = Office(database, FixedClock(date(2027, 5, 3)), Actor("Maija"))
    opened_books(office, replace(LUMO, year_starts=7), date(2027, 5, 3))

    numbers = [issued(office).number, issued(at(office, date(2027, 8, 2))).number]

    assert numbers == ["20260001", "20270001"]


def test_an_invoice_over_nothing_takes_no_entry_number(office: Office) -> None:
    free = issued(office, a_content(a_written_line(discount="100")))
    sold = issued(office)

    with office.database.read() as unit:
        assert unit.ledger.entries_of(f"invoice:{free.id}") == ()
        (entry,) = unit.ledger.entries_of(f"invoice:{sold.id}")
    assert entry.number == "2026-00001"


def test_without_receivables_nothing_is_issued(office: Office) -> None:
    with office.database.write() as unit:
        for account in unit.ledger.accounts():
            closed = replace(account, is_closed=True, version=2)
            unit.ledger.save_account(account, closed)
    draft = drafted(office)

    with pytest.raises(AccountMissing):
        office.do(invoices.issue, draft.id)


def test_the_buyer_is_the_one_of_the_day_of_issue(office: Office) -> None:
    draft = drafted(office)
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        unit.contacts.save(before, replace(before, name="Aamu Kahvilat Oy"), office.clock.now())

    invoice = office.do(invoices.issue, draft.id).result

    assert invoice.buyer is not None
    assert invoice.buyer.name == "Aamu Kahvilat Oy"
    (row,) = office.ask(invoices.rows, (draft.id,))
    assert row.customer_name == "Aamu Kahvilat Oy"


def test_many_are_issued_in_order_and_those_refused_are_named(office: Office) -> None:
    good, other = drafted(office), drafted(office)
    bad = drafted(office, a_content(customer_id=None))
    told: list[tuple[int, int]] = []
    wanted = (good.id, bad.id, InvoiceId(9), good.id, other.id)

    done = office.do_watched(lambda n, of: told.append((n, of)), invoices.issue_many, wanted)

    found = done.result
    assert [(row.id, row.number) for row in found.issued] == [
        (good.id, "20260001"),
        (other.id, "20260002"),
    ]
    assert [(one.invoice_id, one.code) for one in found.refused] == [
        (bad.id, "office.invalid"),
        (InvoiceId(9), "office.not-found"),
        (good.id, "invoices.not-a-draft"),
    ]
    assert [problem.field for problem in found.refused[0].problems] == ["customer_id"]
    assert told == [(place, 5) for place in range(5)]
    assert count(office, "archive_file") == 2
    assert office.ask(invoices.get, bad.id) == bad


def audit_rows(office: Office) -> list[tuple[str, str, str, str]]:
    with office.database.read() as unit:
        found = unit.connection.execute(
            text("SELECT command, refused, arguments, changes FROM audit ORDER BY seq")
        )
        return [(row[0], row[1], row[2], row[3]) for row in found]


def test_each_of_many_has_an_audit_row_of_its_own(office: Office) -> None:
    drafts = [drafted(office).id for _ in range(BATCH + 2)]
    bad = drafted(office, a_content(customer_id=None))
    before = len(audit_rows(office))

    office.do(invoices.issue_many, (*drafts, bad.id))

    *each, last = audit_rows(office)[before:]
    issued = [json.loads(row[2])[0][0] for row in each if not row[1]]
    records = [[one["record"] for one in json.loads(row[3])] for row in each if not row[1]]
    assert {row[0] for row in each} == {"invoices.issue"}
    assert issued == drafts
    assert all(f"invoice:{one}" in found for one, found in zip(drafts, records, strict=True))
    assert all(found[-2].startswith("record:") for found in records)
    assert all(found[-1].startswith("document:") for found in records)
    assert [row[1:] for row in each if row[1]] == [("office.invalid", f"[[{bad.id}],{{}}]", "[]")]
    assert (last[0], last[3]) == ("invoices.issue_many", "[]")
    assert max(len(part) for row in (*each, last) for part in row) < 10_000
    with office.database.read() as unit:
        assert tuple(unit.audit.broken()) == ()


def test_a_run_that_is_cancelled_issues_nothing(office: Office) -> None:
    drafts = tuple(drafted(office).id for _ in range(3))

    def stop(done: int, of: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.do_watched(stop, invoices.issue_many, drafts)

    counts = office.ask(invoices.counts)
    assert (counts["draft"], counts["issued"], counts["open"]) == (3, 0, 0)
    assert issued(office).number == "20260001"


@pytest.mark.parametrize("missing", [Permission.INVOICES_DRAFT, Permission.INVOICES_ISSUE])
def test_nobody_issues_without_the_permission(office: Office, missing: Permission) -> None:
    draft = drafted(office)
    role = Role("limited", frozenset(Permission) - {missing})
    limited = Office(office.database, office.clock, Actor("Eve", role))
    command = {
        Permission.INVOICES_DRAFT: invoices.discard,
        Permission.INVOICES_ISSUE: invoices.issue,
    }[missing]

    with pytest.raises(NotAllowed):
        limited.do(command, draft.id)

    assert office.ask(invoices.get, draft.id) == draft


def test_the_audit_says_who_issued_what_and_what_changed(office: Office) -> None:
    draft = drafted(office)
    office.do(invoices.issue, draft.id)

    with office.database.read() as unit:
        assert list(unit.audit.broken()) == []
        newest = text("SELECT seq, who, command, arguments FROM audit ORDER BY seq DESC LIMIT 1")
        last, who, command, arguments = unit.connection.execute(newest).one()
        by_record = {
            one.record: {"before": one.before, "after": one.after}
            for seq, one in unit.audit.changes()
            if seq == last
        }
    assert (who, command, json.loads(arguments)[0]) == ("Maija", "invoices.issue", [draft.id])
    invoice = by_record[f"invoice:{draft.id}"]
    assert (invoice["before"]["state"], invoice["after"]["number"]) == ("draft", "20260001")
    assert {name.split(":")[0] for name in by_record} == {
        "invoice",
        "number_series",
        "entry",
        "record",
        "document",
    }


def test_an_issued_row_is_not_changed_by_any_save(office: Office) -> None:
    invoice = issued(office)
    tampered = replace(invoice, note="later", version=invoice.version + 1)

    with pytest.raises(Conflict), office.database.write() as unit:
        unit.invoices.save(invoice, tampered, office.ask(invoices.totals, a_content()))

    assert office.ask(invoices.get, invoice.id) == invoice
