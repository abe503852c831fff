"""Staging: a work in parts, from its draft to the books, and what is refused leaves no trace."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from threading import Barrier

import pytest

from app.domain.invoices.crediting import Take
from app.domain.invoices.deducting import NothingToDeduct
from app.domain.invoices.draft import content_of
from app.domain.invoices.excess import NothingTooMuch
from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.invoices.stages import NoWork, Share
from app.domain.invoices.totals import totals_of
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import accounting, chains, crediting, invoices, staging
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import paid, part, require_agreement
from tests.trade import a_content, a_written_line, count, drafted, journey_6_content, opened_books

THIRTY = Share(percent=Rate(Decimal(30)))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def work(office: Office) -> Invoice:
    return drafted(office, a_content(a_written_line("1", "1000")))


def advance(office: Office, work: Invoice, share: Share = THIRTY) -> Invoice:
    """Issue a down payment of a work."""
    draft = office.do(staging.down_payment, work.id, share).result
    return office.do(invoices.issue, draft.id).result


def finished(office: Office, paper: Invoice) -> Invoice:
    """Issue the final invoice of a work."""
    draft = office.do(staging.final, paper.id).result
    return office.do(invoices.issue, draft.id).result


def credited(office: Office, paper: Invoice, *takes: Take) -> Invoice:
    draft = office.do(crediting.credit, paper.id, takes, "Wrong").result
    return office.do(invoices.issue, draft.id).result


def amounts(one: Invoice) -> tuple[str, str, str]:
    totals = totals_of(one)
    return str(totals.net.amount), str(totals.tax.amount), str(totals.gross.amount)


def balances(office: Office) -> dict[str, int]:
    rows = office.ask(accounting.trial_balance, TODAY, "en").rows
    return {row.number: row.balance_minor for row in rows if row.balance_minor}


def codes(refused: Invalid) -> list[str]:
    return [one.code for one in refused.problems]


def test_a_work_in_three_papers_is_booked_as_if_once(office: Office) -> None:
    work = drafted(office, journey_6_content())
    first = advance(office, work)
    second = office.do(staging.partial, work.id, Share(amount=Decimal(100))).result
    second = office.do(invoices.issue, second.id).result

    last = finished(office, work)

    assert (first.kind, second.kind, last.kind) == (Kind.DOWN_PAYMENT, Kind.PARTIAL, Kind.FINAL)
    assert last.id == work.id
    gross = [totals_of(one).gross.minor for one in (first, second, last)]
    assert sum(gross) == 68656
    stood = balances(office)
    assert stood == {
        "1700": 68656,
        "3000": -34507,
        "3010": -11286,
        "3020": -11400,
        "2941": -8799,
        "2942": -1524,
        "2943": -1140,
    }


def test_a_down_payment_is_an_advance_until_the_end(office: Office, work: Invoice) -> None:
    first = advance(office, work)

    assert amounts(first) == ("300.00", "76.50", "376.50")
    assert first.project_id == work.id
    assert balances(office) == {"1700": 37650, "2850": -30000, "2948": -7650}


def test_the_lines_speak_the_language_of_the_buyer(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    last = finished(office, work)

    assert first.lines[0].description == "Ennakkomaksu, 30 % tilauksesta"
    assert last.lines[-1].description == f"Vähennetään lasku {first.number}, 10.3.2026"


def test_a_part_can_follow_from_an_earlier_paper(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    second = advance(office, first, Share(amount=Decimal(200)))

    last = finished(office, first)

    assert last.id == work.id
    assert amounts(second) == ("200.00", "51.00", "251.00")
    assert amounts(last) == ("500.00", "127.50", "627.50")
    assert [one.number for one in last.deducted] == [first.number, second.number]


def test_parts_never_come_to_more_than_the_work(office: Office, work: Invoice) -> None:
    advance(office, work, Share(amount=Decimal(800)))

    with pytest.raises(Invalid) as refused:
        office.do(staging.partial, work.id, THIRTY)

    assert codes(refused.value) == ["invoices.share-above-work"]
    assert count(office, "invoice") == 2


def test_an_earlier_paper_cannot_be_forgotten(office: Office, work: Invoice) -> None:
    first = advance(office, work)

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, work.id)

    assert codes(refused.value) == ["invoices.not-deducted"]
    assert refused.value.problems[0].facts == {"number": first.number}
    assert office.ask(invoices.get, work.id).state is State.DRAFT


def test_what_was_credited_since_has_to_be_taken_off_anew(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    second = advance(office, work, Share(amount=Decimal(100)))
    draft = office.do(staging.final, work.id).result
    credited(office, first)

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, draft.id)
    last = finished(office, work)

    assert codes(refused.value) == ["invoices.deduction-changed"]
    assert [one.number for one in last.deducted] == [second.number]
    assert amounts(last) == ("900.00", "229.50", "1129.50")


def test_a_deduction_cannot_be_changed_by_hand(office: Office, work: Invoice) -> None:
    advance(office, work)
    draft = office.do(staging.final, work.id).result
    content = content_of(draft)
    lines = (content.lines[0], content.lines[1], content.lines[1])
    twice = replace(content, lines=lines)
    changed = office.do(invoices.revise, draft.id, draft.version, twice).result

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, changed.id)

    assert codes(refused.value) == ["invoices.deduction-changed"]
    assert refused.value.problems[0].field == "lines.2.price"


def test_two_final_invoices_of_one_work_do_not_stand_together(
    office: Office, work: Invoice
) -> None:
    first = advance(office, work)
    last = finished(office, work)

    with pytest.raises(Invalid) as refused:
        office.do(staging.final, first.id)
    credited(office, last)
    again = finished(office, first)

    assert codes(refused.value) == ["invoices.final-issued-before"]
    assert amounts(again) == amounts(last)
    assert again.deducted == last.deducted
    assert [one.invoice_id for one in again.deducted] == [first.id]


def test_a_paper_that_was_taken_off_is_not_credited_as_well(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    finished(office, work)
    note = office.do(crediting.credit, first.id, (), "Wrong").result

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, note.id)

    assert codes(refused.value) == ["invoices.deducted-by-final"]


def test_a_credit_note_on_a_down_payment_takes_the_advance_back(
    office: Office, work: Invoice
) -> None:
    note = credited(office, advance(office, work))

    assert note.project_id == work.id
    assert balances(office) == {}


def test_a_final_invoice_below_zero_is_refused_with_what_to_credit(
    office: Office, work: Invoice
) -> None:
    advance(office, work, Share(amount=Decimal(800)))
    less = replace(content_of(work), lines=(a_written_line("1", "700"),))
    smaller = office.do(invoices.revise, work.id, work.version, less).result

    with pytest.raises(Invalid) as refused:
        office.do(staging.final, smaller.id)

    assert codes(refused.value) == ["invoices.final-below-zero"]
    assert refused.value.problems[0].facts == {"amount": "125.50", "currency": "EUR"}
    assert office.ask(invoices.get, work.id) == smaller


def test_what_is_too_much_is_credited_and_the_final_invoice_comes_to_the_rest(
    office: Office, work: Invoice
) -> None:
    older = advance(office, work, Share(amount=Decimal(600)))
    newer = advance(office, work, Share(amount=Decimal(50)))
    less = replace(content_of(work), lines=(a_written_line("1", "500"),))
    office.do(invoices.revise, work.id, work.version, less)

    notes = []
    for _each in range(2):
        note = office.do(staging.credit_excess, work.id).result
        notes.append(office.do(invoices.issue, note.id).result)
    last = finished(office, work)

    assert [one.origin and one.origin.number for one in notes] == [newer.number, older.number]
    assert [amounts(one)[0] for one in notes] == ["50.00", "100.00"]
    assert notes[0].reason == "Laskutettu enemmän kuin työ maksaa"
    assert amounts(last) == ("0.00", "0.00", "0.00")
    with pytest.raises(NoWork):
        office.do(staging.credit_excess, work.id)


def test_what_is_too_much_is_drafted_once(office: Office, work: Invoice) -> None:
    advance(office, work, Share(amount=Decimal(600)))
    less = replace(content_of(work), lines=(a_written_line("1", "500"),))
    office.do(invoices.revise, work.id, work.version, less)

    first = office.do(staging.credit_excess, work.id).result
    again = office.do(staging.credit_excess, work.id).result

    assert again == first
    assert count(office, "invoice") == 3


def test_where_nothing_is_too_much_nothing_is_credited(office: Office, work: Invoice) -> None:
    advance(office, work)

    with pytest.raises(NothingTooMuch):
        office.do(staging.credit_excess, work.id)

    assert count(office, "invoice") == 2


def test_a_final_invoice_over_nothing_is_settled_at_once(office: Office, work: Invoice) -> None:
    advance(office, work, Share(percent=Rate(Decimal(100))))

    last = finished(office, work)

    assert amounts(last) == ("0.00", "0.00", "0.00")
    assert balances(office) == {"1700": 125500, "3000": -100000, "2941": -25500}


def test_there_is_nothing_to_take_off_before_a_part_is_issued(
    office: Office, work: Invoice
) -> None:
    office.do(staging.down_payment, work.id, THIRTY)

    with pytest.raises(NothingToDeduct):
        office.do(staging.final, work.id)

    assert office.ask(invoices.get, work.id) == work


def test_no_part_is_taken_of_what_is_issued(office: Office, work: Invoice) -> None:
    office.do(invoices.issue, work.id)

    with pytest.raises(NoWork):
        office.do(staging.down_payment, work.id, THIRTY)


def test_the_papers_of_a_work_are_one_chain(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    last = finished(office, work)
    note = credited(office, last)

    links = office.ask(chains.around, note.id)

    assert [(one.record_id, one.depth) for one in links] == [
        (first.id, 0),
        (last.id, 0),
        (note.id, 1),
    ]
    assert office.ask(chains.around, first.id) == links


def test_parts_are_paid_like_any_invoice(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    paid(office, "376.50", part(first, "376.50"))
    last = finished(office, work)
    paid(office, "878.50", part(last, "878.50"))

    require_agreement(office)
    assert balances(office) == {"1910": 125500, "3000": -100000, "2941": -25500}


def test_who_may_only_read_drafts_no_part(office: Office, work: Invoice) -> None:
    reader = Role("reader", frozenset({Permission.INVOICES_READ}))
    there = Office(office.database, office.clock, Actor("Reino", reader))

    with pytest.raises(NotAllowed):
        there.do(staging.down_payment, work.id, THIRTY)

    assert there.ask(staging.left, work.id) == ()


def test_two_clerks_do_not_give_the_same_part_back_twice(office: Office, work: Invoice) -> None:
    first = advance(office, work)
    last = office.do(staging.final, work.id).result
    note = office.do(crediting.credit, first.id, (), "Wrong").result
    begin = Barrier(2)

    def issues(draft: Invoice) -> bool:
        clerk = Office(office.database, office.clock, Actor("Pekka"))
        begin.wait()
        try:
            clerk.do(invoices.issue, draft.id)
        except Invalid:
            return False
        return True

    with ThreadPoolExecutor(2) as clerks:
        done = list(clerks.map(issues, (last, note)))

    assert sorted(done) == [False, True]
