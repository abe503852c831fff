"""Issuing reminders: reckoned once more, numbered, filed and told; and nothing of it booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.archive.document import DocumentState, Link
from app.domain.contacts.address import Address
from app.domain.invoices.invoice import Invoice
from app.domain.reminders.run import LetterState, NotReady, RunEnded, RunState, Withdrawn
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import Invalid
from app.services import claims, documents, reminder_issuing, reminders, search
from app.services.office import Cancelled, Office
from app.storage.checks import check
from app.storage.database import Database
from tests.builders import a_contact
from tests.paying import paid, part
from tests.reminding import an_owed_office, claimed, due, prepared, run_on
from tests.trade import AT, at, count

RUN_DAY = date(2026, 3, 1)
DUE = date(2026, 1, 15)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def another(office: Office, name: str, number: int) -> ContactId:
    contact = replace(a_contact(name, number=str(number)), id=ContactId(number))
    with office.database.write() as unit:
        unit.contacts.add(contact, AT)
    return contact.id


def two_customers(office: Office) -> tuple[Invoice, Invoice]:
    """Return an overdue invoice of each of two customers."""
    return due(office, "1000", DUE), due(office, "500", DUE, another(office, "Baari Bee", 1002))


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace(
        "\xa0", " "
    )


def test_a_letter_is_numbered_filed_sealed_and_found(office: Office) -> None:
    invoice = due(office, "1000", DUE)
    (letter,) = run_on(office, RUN_DAY)
    later = at(office, RUN_DAY)

    assert letter.document_id is not None
    document = later.ask(documents.get, letter.document_id)
    with later.database.read() as unit:
        links = unit.document_links.of(document.id)
    hits = later.ask(search.find, "REM-2026-0001")

    assert (letter.number, letter.reference) == ("REM-2026-0001", invoice.reference)
    assert (document.state, document.is_sealed) == (DocumentState.FILED, True)
    assert {Link("reminder", letter.id), Link("invoice", invoice.id)} <= set(links)
    assert ("reminder", letter.id) in {(hit.kind, hit.entity_id) for hit in hits}
    assert check(later.database) == ()


def test_the_page_before_and_after_says_the_same_but_its_number(office: Office) -> None:
    due(office, "1000", DUE)
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    (letter,) = later.ask(reminders.letters, run.id)

    before = text_of(later.ask(reminder_issuing.page, letter.id))
    later.run(reminder_issuing.issue, run.id)
    after = text_of(later.ask(reminder_issuing.page, letter.id))

    assert "1 012,95" in before
    assert "1 012,95" in after
    assert "REM-2026-0001" not in before
    assert "REM-2026-0001" in after


def test_who_paid_meanwhile_is_left_out_with_the_reason(office: Office) -> None:
    first, second = two_customers(office)
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    paid(later, "1000", part(first, "1000"))

    outcome = later.run(reminder_issuing.issue, run.id)

    issued, skipped = later.ask(reminders.letters, run.id)
    assert (outcome.issued, outcome.skipped, outcome.run.state) == (1, 1, RunState.ISSUED)
    assert (skipped.state, skipped.code) == (LetterState.SKIPPED, "reminders.paid-meanwhile")
    assert [one.code for one in skipped.named] == ["reminders.paid-meanwhile"]
    assert [one.invoice_id for one in issued.reminded] == [second.id]
    assert issued.number == "REM-2026-0001"


def test_what_was_paid_or_disputed_meanwhile_leaves_its_letter(office: Office) -> None:
    first, second, third = (due(office, gross, DUE) for gross in ("1000", "500", "200"))
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    paid(later, "1000", part(first, "1000"))
    later.do(claims.dispute, (second.id,), "Wrong colour")

    later.run(reminder_issuing.issue, run.id)

    (letter,) = later.ask(reminders.letters, run.id)
    assert [one.invoice_id for one in letter.reminded] == [third.id]
    assert {one.invoice_id: one.code for one in letter.named} == {
        second.id: "reminders.disputed",
        first.id: "reminders.paid-meanwhile",
    }
    assert letter.principal_minor == 20_000


def test_a_customer_whose_address_went_is_skipped(office: Office) -> None:
    customer = another(office, "Baari Bee", 1002)
    due(office, "500", DUE, customer)
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    with later.database.write() as unit:
        before = unit.contacts.get(customer)
        unit.contacts.save(before, replace(before, addresses=(Address(),), version=2), AT)

    later.run(reminder_issuing.issue, run.id)

    (letter,) = later.ask(reminders.letters, run.id)
    assert letter.code == "reminders.without-address"


def test_what_was_issued_stays_when_it_is_stopped_and_the_rest_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_customers(office)
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    monkeypatch.setattr(reminder_issuing, "BATCH", 1)
    told: list[int] = []

    def stop_after_one(done: int, of: int) -> None:
        told.append(done)
        if done:
            raise Cancelled

    stopped = later.run_watched(stop_after_one, reminder_issuing.issue, run.id).result
    ended = later.run(reminder_issuing.issue, run.id)

    numbers = [one.number for one in later.ask(reminders.letters, run.id)]
    assert (stopped.issued, stopped.is_stopped, stopped.run.state) == (1, True, RunState.PREPARED)
    assert (ended.issued, ended.run.state) == (1, RunState.ISSUED)
    assert numbers == ["REM-2026-0001", "REM-2026-0002"]
    with pytest.raises(RunEnded):
        later.run(reminder_issuing.issue, run.id)


def test_each_letter_has_its_own_row_of_the_audit(office: Office) -> None:
    two_customers(office)
    before = count(office, "audit")

    run_on(office, RUN_DAY)

    assert count(office, "audit") == before + 1 + 2 + 1


def test_a_withdrawn_letter_keeps_its_number_and_claims_no_more(office: Office) -> None:
    invoice = due(office, "1000", DUE)
    (letter,) = run_on(office, RUN_DAY)
    later = at(office, RUN_DAY)

    gone = later.do(reminder_issuing.withdraw, letter.id, "Sent to the wrong firm").result

    assert (gone.state, gone.number) == (LetterState.WITHDRAWN, "REM-2026-0001")
    assert claimed(later, invoice.id).total.minor == 0
    assert later.ask(claims.standing, invoice.id).level == 0
    assert run_on(office, RUN_DAY)[0].number == "REM-2026-0002"
    with pytest.raises(NotReady):
        later.do(reminder_issuing.withdraw, letter.id, "Again")


def test_only_the_newest_reminder_is_withdrawn_and_with_a_reason(office: Office) -> None:
    due(office, "1000", DUE)
    (first,) = run_on(office, RUN_DAY)
    run_on(office, date(2026, 3, 15))
    later = at(office, date(2026, 3, 15))

    with pytest.raises(Withdrawn):
        later.do(reminder_issuing.withdraw, first.id, "Too early")
    with pytest.raises(Invalid):
        later.do(reminder_issuing.withdraw, first.id, " ")


def test_who_gets_no_letter_has_no_page(office: Office) -> None:
    invoice = due(office, "1000", DUE)
    later = at(office, RUN_DAY)
    later.do(claims.stop, (invoice.id,))
    run = prepared(office, RUN_DAY)
    (skipped,) = later.ask(reminders.letters, run.id)

    with pytest.raises(NotReady):
        later.ask(reminder_issuing.page, skipped.id)
