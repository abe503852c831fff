"""Deducting: all papers of a work come to the whole, and nothing is taken off twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.accounting.sales import SalesAccounts
from app.domain.invoices.deducting import (
    check_final,
    check_taken,
    left_to_deduct,
    taken_at,
)
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.posting import entry_for
from app.domain.invoices.stages import Share
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, RatePeriod, VatCode
from tests.builders import a_draft, a_line, journey_6, off
from tests.domain.invoices.works import credit, final, part, share
from tests.domain.strategies import decimals, drafts

ACCOUNTS = SalesAccounts(
    AccountId(1), {"": AccountId(2)}, {"": AccountId(3)}, advances=AccountId(4)
)


def amounts(*papers: Invoice) -> tuple[str, str, str]:
    """Return net, VAT and gross of papers together; what credit notes give back is below zero."""
    net = tax = gross = Decimal(0)
    for one in papers:
        sign = -1 if one.kind is Kind.CREDIT_NOTE else 1
        totals = totals_of(one)
        net += sign * totals.net.amount
        tax += sign * totals.tax.amount
        gross += sign * totals.gross.amount
    return str(net), str(tax), str(gross)


def booked(papers: Iterable[Invoice]) -> dict[int, int]:
    """Return what the accounts stand at when papers were booked."""
    sums: defaultdict[int, int] = defaultdict(int)
    for place, one in enumerate(papers, start=1):
        advances = ACCOUNTS.as_advances()
        of = advances if one.kind is Kind.CREDIT_NOTE and not one.deducted else ACCOUNTS
        entry = entry_for(one, totals_of(one), of, EntryId(place), "1")
        for side in entry.postings if entry else ():
            sums[side.account_id] += side.amount.minor
    return {account: minor for account, minor in sums.items() if minor}


def test_a_down_payment_and_the_final_invoice_come_to_the_whole() -> None:
    whole = replace(journey_6(), issued_on=None)
    first = part(whole, share("30"))

    last = final(whole, (first,))

    assert amounts(first) == ("171.58", "34.39", "205.97")
    assert amounts(first, last) == amounts(whole) == ("571.93", "114.63", "686.56")
    assert [line.deducts for line in last.lines[4:]] == [first.id] * 3


def test_a_cent_of_vat_that_rounding_would_lose_is_kept() -> None:
    whole = a_draft(a_line("1", "100.05"))
    papers = [part(whole, share("33.33")) for _ in range(2)]

    last = final(whole, papers)

    assert amounts(*papers, last) == amounts(whole)


def test_what_was_credited_meanwhile_is_left_out() -> None:
    whole = a_draft(a_line("1", "1000"))
    wrong, right = part(whole, share("30")), part(whole, share("20"))
    note = credit(wrong)

    last = final(whole, (wrong, right, note))

    assert [one.number for one in last.deducted] == [right.number]
    assert amounts(last) == ("800.00", "204.00", "1004.00")
    assert amounts(wrong, right, note, last) == amounts(whole)


def test_nothing_is_left_once_the_final_invoice_took_it_off() -> None:
    whole = a_draft(a_line("1", "1000"))
    first = part(whole, share("30"))
    last = final(whole, (first,))

    again = final(whole, (first,))
    papers = (first, last)

    assert left_to_deduct(papers) == ()
    assert {one.code for one in check_final(again, papers, left_to_deduct(papers))} == {
        "invoices.deduction-changed",
        "invoices.final-issued-before",
    }


def test_a_credited_final_invoice_gives_back_what_it_took_off() -> None:
    whole = a_draft(a_line("1", "1000"))
    first = part(whole, share("30"))
    last = final(whole, (first,))
    note = credit(last)

    left = left_to_deduct((first, last, note))

    assert [(str(one.net.amount), str(one.tax.amount)) for one in left] == [("300.00", "76.50")]
    assert amounts(first, last, note) == amounts(first)
    assert booked((first, last, note)) == booked((first,))


def test_a_down_payment_that_was_taken_off_cannot_be_credited_as_well() -> None:
    whole = a_draft(a_line("1", "1000"))
    first = part(whole, share("30"))
    last = final(whole, (first,))

    note = credit(first)

    assert [one.code for one in check_taken(note, (first, last))] == ["invoices.deducted-by-final"]
    assert list(check_taken(note, (first,))) == []


def test_a_final_invoice_takes_off_all_there_is_as_it_is() -> None:
    whole = a_draft(a_line("1", "1000"))
    first, second = part(whole, share("30")), part(whole, share("10"))
    left = left_to_deduct((first, second))
    last = final(whole, (first,))
    changed = replace(last, lines=(last.lines[0], a_line("-1", "299")))

    missing = [(one.field, one.facts) for one in check_final(last, (first, second), left)]
    wrong = check_final(
        replace(changed, lines=(last.lines[0], replace(last.lines[1], price=last.lines[0].price))),
        (first, second),
        left,
    )

    assert missing == [("lines", {"number": second.number})]
    assert next(one.field for one in wrong) == "lines.1.price"


def test_a_new_rate_corrects_the_vat_of_an_advance() -> None:
    old = a_draft(a_line("1", "1000", "14"))
    first = part(old, share("50"))
    whole = a_draft(a_line("1", "1000", "13.5"))

    last = final(whole, (first,))

    assert amounts(last) == ("500.00", "65.00", "565.00")
    assert amounts(first, last) == ("1000.00", "135.00", "1135.00")


def test_where_the_law_keeps_the_rate_of_an_advance_only_the_rest_has_the_new_one() -> None:
    old = a_draft(a_line("1", "1000", "14"))
    first = part(old, share("50"))
    whole = a_draft(a_line("1", "1000", "13.5"))
    periods = (
        RatePeriod(date(2025, 1, 1), Rate(Decimal(14))),
        RatePeriod(date(2026, 4, 1), Rate(Decimal("13.5"))),
    )
    codes = {"14": VatCode("14", Category.STANDARD, periods)}

    left = taken_at(left_to_deduct((first,)), whole, codes, date(2026, 4, 2))
    last = final(whole, (first,), left)

    assert [(str(one.tax.amount), str(one.billed.amount)) for one in left] == [("67.50", "70.00")]
    assert amounts(last) == ("500.00", "67.50", "567.50")
    assert left_to_deduct((first, last)) == ()


def test_a_down_payment_is_received_in_advance_until_the_final_invoice_sells_it() -> None:
    whole = a_draft(a_line("1", "1000"))
    first = part(whole, share("30"))
    last = final(whole, (first,))

    assert booked((first,)) == {1: 37650, 4: -30000, 3: -7650}
    assert booked((first, last)) == {1: 125500, 2: -100000, 3: -25500}
    assert booked((first, credit(first))) == {}


@given(
    drafts(),
    st.lists(
        st.tuples(decimals(1, 40, 2), st.sampled_from((Kind.DOWN_PAYMENT, Kind.PARTIAL))),
        min_size=1,
        max_size=3,
    ),
)
def test_all_papers_of_a_work_come_to_the_whole(
    whole: Invoice, shares: list[tuple[Decimal, Kind]]
) -> None:
    assume(_is_sound(whole))
    papers = [part(whole, Share(percent=Rate(much)), kind) for much, kind in shares]

    last = final(whole, papers)

    assert amounts(*papers, last) == amounts(whole)
    assert left_to_deduct((*papers, last)) == ()
    as_once = replace(last, kind=Kind.INVOICE, lines=whole.lines, deducted=())
    assert booked((*papers, last)) == booked((as_once,))


@given(drafts(), decimals(1, 99, 2))
def test_a_credited_part_leaves_no_trace(whole: Invoice, much: Decimal) -> None:
    assume(_is_sound(whole))
    first = part(whole, Share(percent=Rate(much)))
    assume(first.lines)
    note = credit(first)

    last = final(whole, (first, note)) if left_to_deduct((first, note)) else whole

    assert left_to_deduct((first, note)) == ()
    assert amounts(first, note, last) == amounts(whole)


def _is_sound(whole: Invoice) -> bool:
    """Say whether a draft has one line for each rate, so that its codes do not mix."""
    keys = [(line.category, line.rate, line.vat) for line in whole.lines if not line.is_heading]
    return bool(keys) and len({key[:2] for key in keys}) == len(set(keys))


def test_a_discount_of_the_work_is_not_on_what_is_taken_off() -> None:
    whole = a_draft(a_line("1", "1000"), discount=off("100"))
    first = part(whole, share("50"))

    last = final(whole, (first,))

    assert amounts(first) == ("450.00", "114.75", "564.75")
    assert amounts(first, last) == amounts(whole)
