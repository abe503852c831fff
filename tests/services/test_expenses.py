from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.accounting.exchange import DayRate
from app.domain.employees.alarms import AlarmKind
from app.domain.employees.approving import OwnApproval
from app.domain.employees.timeline import Happened
from app.domain.expenses.expense import ExpenseClaim, ExpenseState, Paying
from app.domain.expenses.making import ClaimForm, LineForm
from app.domain.expenses.policy import ExpenseLimit
from app.domain.expenses.refused import (
    ClaimNotADraft,
    ClaimNotApproved,
    ClaimNotPosted,
    ClaimNotRejected,
    ClaimNotSubmitted,
    PaidBeforePosted,
    PaidWithPayroll,
)
from app.domain.shared.ids import DocumentId, EmployeeId, ExpenseClaimId, ExpenseRuleId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import (
    alarms,
    archive,
    documents,
    expense_limits,
    expenses,
    person_events,
    search,
)
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests import employing
from tests.builders import TODAY
from tests.claiming import DAY, a_drive, a_meal, account, submitted, the_journey
from tests.timing import at_desk, hire
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


@pytest.fixture
def aino(office: Office) -> EmployeeId:
    return hire(office.database, user="Aino")


@pytest.fixture
def claim(office: Office, aino: EmployeeId) -> ExpenseClaim:
    return submitted(office, the_journey(office, aino))


def postings(office: Office, claim: ExpenseClaim) -> list[tuple[str, str, str]]:
    """Return the account, amount and VAT code of each posting that a claim has made."""
    with office.database.read() as unit:
        numbers = {one.id: one.number for one in unit.ledger.accounts()}
        entries = unit.ledger.entries_of(f"expense-claim:{claim.id}")
    return [
        (numbers[side.account_id], str(side.amount.amount), side.vat)
        for entry in entries
        for side in entry.postings
    ]


def test_the_claim_of_the_journey_comes_to_152_and_is_booked_and_paid(
    office: Office, claim: ExpenseClaim
) -> None:
    approved = office.do(expenses.approve, claim.id, claim.version).result

    posted = office.do(expenses.post, approved.id).result
    (paid,) = office.do(expenses.pay, (posted.id,)).result

    assert [str(one.gross.amount) for one in claim.lines] == ["116.60", "23.40", "12.00"]
    assert [str(one.net.amount) for one in claim.lines] == ["116.60", "20.62", "9.56"]
    assert (claim.number, str(claim.gross.amount)) == ("EXP-2026-0001", "152.00")
    assert postings(office, claim) == [
        ("7440", "116.60", ""),
        ("7400", "20.62", "reduced"),
        ("7200", "9.56", "standard"),
        ("1763", "2.78", "reduced"),
        ("1763", "2.44", "standard"),
        ("2956", "-152.00", ""),
        ("2956", "152.00", ""),
        ("1910", "-152.00", ""),
    ]
    assert (paid.state, paid.paid_on) == (ExpenseState.PAID, TODAY)


def test_nobody_approves_or_rejects_a_claim_of_their_own(
    office: Office, claim: ExpenseClaim
) -> None:
    aino = at_desk(office, "aino")

    for decide in (expenses.approve, expenses.reject):
        with pytest.raises(OwnApproval):
            aino.do(decide, claim.id, claim.version)


def test_a_rejected_claim_is_mended_and_keeps_its_number(
    office: Office, claim: ExpenseClaim
) -> None:
    rejected = office.do(expenses.reject, claim.id, claim.version, " whose car? ").result
    again = office.do(expenses.redraft, claim.id).result
    form = office.ask(expenses.opened, claim.id).form

    saved = office.do(expenses.save, claim.id, again.version, form).result
    handed = office.do(expenses.submit, claim.id, saved.version).result

    assert (rejected.answer, again.state) == ("whose car?", ExpenseState.DRAFT)
    assert (handed.number, handed.gross) == (claim.number, claim.gross)
    with pytest.raises(ClaimNotADraft):
        office.do(expenses.remove, claim.id)


def test_moves_that_are_not_in_the_table_are_refused(office: Office, claim: ExpenseClaim) -> None:
    form = office.ask(expenses.opened, claim.id).form
    with pytest.raises(ClaimNotADraft):
        office.do(expenses.save, claim.id, claim.version, form)
    with pytest.raises(ClaimNotADraft):
        office.do(expenses.submit, claim.id, claim.version)
    with pytest.raises(ClaimNotRejected):
        office.do(expenses.redraft, claim.id)
    with pytest.raises(ClaimNotApproved):
        office.do(expenses.post, claim.id)
    with pytest.raises(ClaimNotPosted):
        office.do(expenses.pay, (claim.id,))
    with pytest.raises(Conflict):
        office.do(expenses.approve, claim.id, claim.version - 1)
    approved = office.do(expenses.approve, claim.id, claim.version).result
    with pytest.raises(ClaimNotSubmitted):
        office.do(expenses.approve, claim.id, approved.version)


def test_a_claim_is_posted_and_paid_once_and_not_before_its_days(
    office: Office, claim: ExpenseClaim
) -> None:
    office.do(expenses.approve, claim.id, claim.version)
    office.do(expenses.post, claim.id)

    with pytest.raises(ClaimNotApproved):
        office.do(expenses.post, claim.id)
    for day in (date(2026, 3, 8), date(2026, 3, 11)):
        with pytest.raises(PaidBeforePosted):
            office.do(expenses.pay, (claim.id,), day)
    office.do(expenses.pay, (claim.id,), DAY)
    with pytest.raises(ClaimNotPosted):
        office.do(expenses.pay, (claim.id,))


def test_what_the_payroll_pays_is_not_paid_from_the_bank_too(
    office: Office, aino: EmployeeId
) -> None:
    form = replace(the_journey(office, aino), paying=Paying.PAYROLL)
    claim = submitted(office, form)
    office.do(expenses.approve, claim.id, claim.version)
    office.do(expenses.post, claim.id)

    waiting = office.ask(expenses.with_payroll, (aino,))
    with pytest.raises(PaidWithPayroll):
        office.do(expenses.pay, (claim.id,))

    assert [one.id for one in waiting] == [claim.id]
    assert office.ask(expenses.with_payroll, (EmployeeId(7),)) == ()


def test_one_claim_that_cannot_be_paid_leaves_all_unpaid(
    office: Office, aino: EmployeeId, claim: ExpenseClaim
) -> None:
    office.do(expenses.approve, claim.id, claim.version)
    office.do(expenses.post, claim.id)
    other = submitted(office, ClaimForm(aino, "Drive", (a_drive("10"),)))

    with pytest.raises(ClaimNotPosted):
        office.do(expenses.pay, (claim.id, other.id))

    assert office.ask(expenses.get, claim.id).state is ExpenseState.POSTED


def test_a_receipt_of_the_archive_that_was_claimed_before_is_told(
    office: Office, aino: EmployeeId
) -> None:
    record = office.do(archive.file, "lunch.pdf", "application/pdf", b"%PDF-1.4 x").result
    document = DocumentId(record.id)
    office.ask(documents.get, document)
    form = ClaimForm(aino, "Lunch", (a_meal(office, document),))
    claim = submitted(office, form)

    again = office.ask(expenses.check, form)
    same = office.ask(expenses.check, form, claim.id)
    twice = office.ask(expenses.check, replace(form, lines=form.lines * 2), claim.id)

    assert [(one.code, one.facts) for one in again] == [
        ("expenses.same-receipt", {"number": claim.number})
    ]
    assert same == ()
    assert [one.field for one in twice] == ["lines.1.document_id"]
    with pytest.raises(NotFound):
        office.do(expenses.draft, ClaimForm(aino, "x", (a_meal(office, DocumentId(7)),)))


def test_an_expense_of_the_same_day_and_amount_is_told(office: Office, aino: EmployeeId) -> None:
    claim = submitted(office, ClaimForm(aino, "Drive", (a_drive(),)))

    found = office.ask(expenses.check, ClaimForm(aino, "Drive again", (a_drive(),)))

    assert [(one.code, one.facts["number"]) for one in found] == [
        ("expenses.same-expense", claim.number)
    ]


def test_what_is_over_a_limit_wants_a_reason(office: Office, aino: EmployeeId) -> None:
    limit = ExpenseLimit(
        ExpenseRuleId(0),
        1,
        "Meals: 20 a day",
        date(2026, 1, 1),
        Money(2000, "EUR"),
        account_id=account(office, "7400"),
    )
    office.do(expense_limits.write, limit)
    form = the_journey(office, aino)

    with pytest.raises(Invalid) as told:
        office.do(expenses.draft, form)
    lines = (form.lines[0], replace(form.lines[1], reason="two guests"), form.lines[2])
    claim = office.do(expenses.draft, replace(form, lines=lines)).result

    assert [(one.field, one.code) for one in told.value.problems if not one.is_warning] == [
        ("lines.1.reason", "expenses.over-limit")
    ]
    assert [one.over_limit for one in claim.lines] == ["", "Meals: 20 a day", ""]


def test_a_receipt_from_abroad_is_converted_and_has_no_vat_to_deduct(
    office: Office, aino: EmployeeId
) -> None:
    with office.database.write() as unit:
        unit.exchange_rates.put((DayRate("SEK", DAY, Decimal("0.09"), "ECB"),))
    line = replace(a_meal(office), currency="sek", amount=Decimal(250), vat="")

    claim = office.do(expenses.draft, ClaimForm(aino, "Stockholm", (line,))).result

    (made,) = claim.lines
    assert (str(made.gross.amount), made.vat.minor, made.foreign) == (
        "22.50",
        0,
        Money(25000, "SEK"),
    )
    assert office.ask(expenses.opened, claim.id).form.lines[0].amount == 250
    with pytest.raises(Invalid):
        office.do(expenses.draft, ClaimForm(aino, "x", (replace(line, currency="NOK"),)))


def test_an_empty_claim_says_all_that_it_lacks(office: Office) -> None:
    found = office.ask(expenses.check, ClaimForm(lines=(LineForm(text="x"),)))

    assert [(one.field, one.code) for one in found if not one.is_warning] == [
        ("employee_id", "expenses.without-person"),
        ("purpose", "expenses.without-purpose"),
        ("lines.0.day", "expenses.without-day"),
        ("lines.0.account_id", "expenses.without-account"),
        ("lines.0.amount", "expenses.without-amount"),
    ]


def test_a_draft_without_a_number_is_removed(office: Office, aino: EmployeeId) -> None:
    made = office.do(expenses.draft, the_journey(office, aino)).result

    office.do(expenses.remove, made.id)

    with pytest.raises(NotFound):
        office.ask(expenses.get, made.id)
    assert office.ask(search.find, "Turku") == ()


def test_claims_are_listed_and_found(office: Office, aino: EmployeeId, claim: ExpenseClaim) -> None:
    drive = office.do(expenses.draft, ClaimForm(aino, "Porvoo", (a_drive("50"),))).result

    def ids(view: View) -> list[int]:
        found = [ExpenseClaimId(one) for one in office.ask(expenses.spine, view)]
        assert [one.id for one in office.ask(expenses.first, view, 9)] == found
        return [one.id for one in office.ask(expenses.rows, tuple(found))]

    assert ids(View()) == [drive.id, claim.id]
    assert ids(View(sort="gross", is_descending=True)) == [claim.id, drive.id]
    assert ids(View(sort="name")) == [claim.id, drive.id]
    assert ids(View(words="porvoo")) == [drive.id]
    assert ids(View(only=("submitted",))) == [claim.id]
    assert office.ask(expenses.counts)["draft"] == 1
    assert office.ask(expenses.numbered, claim.number).id == claim.id
    assert [one.entity_id for one in office.ask(search.find, "152,00")] == [claim.id]
    (row, _) = office.ask(expenses.first, View(sort="made"), 2)
    assert (row.name, row.gross, row.first_on) == ("Aino Virtanen", claim.gross, DAY)


def test_a_claim_that_waits_is_told_until_it_is_decided_on(
    office: Office, claim: ExpenseClaim
) -> None:
    told = [one for one in office.ask(alarms.due) if one.kind is AlarmKind.CLAIM]
    office.do(expenses.approve, claim.id, claim.version)

    assert [(one.employee_id, one.text) for one in told] == [(claim.employee_id, claim.number)]
    assert not [one for one in office.ask(alarms.due) if one.kind is AlarmKind.CLAIM]


def test_a_claim_stands_on_the_timeline_of_its_person(office: Office) -> None:
    person = employing.hire(office)
    claim = submitted(office, the_journey(office, person.id))

    events = office.ask(person_events.of, claim.employee_id)

    (told,) = [one for one in events if one.what is Happened.CLAIM]
    assert (told.day, told.kind, told.record) == (DAY, "expense-claim", claim.id)
    assert told.title == f"{claim.number} {claim.purpose}"
