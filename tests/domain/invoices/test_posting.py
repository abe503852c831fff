"""An invoice in the books."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from app.domain.accounting.journal import Entry, Journal
from app.domain.accounting.sales import SalesAccounts
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.issue import issue
from app.domain.invoices.posting import NotIssued, entry_for, nets_by_code
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import total
from tests.builders import TODAY, a_draft, a_line, journey_6, percent
from tests.domain.strategies import drafts

ACCOUNTS = SalesAccounts(
    receivables=AccountId(1700),
    sales={
        "": AccountId(3000),
        "reduced": AccountId(3010),
        "low": AccountId(3020),
    },
    output_vat={"": AccountId(2930), "reduced": AccountId(2931), "low": AccountId(2932)},
)


def booked(draft: Invoice) -> Entry | None:
    issued = issue(draft, "20260001", TODAY, "")
    return entry_for(issued, totals_of(issued), ACCOUNTS, EntryId(5), "1")


def test_journey_6_is_booked_to_the_cent() -> None:
    entry = booked(journey_6())

    assert entry is not None
    assert [(side.account_id, str(side.amount.amount)) for side in entry.postings] == [
        (1700, "686.56"),
        (3000, "-345.07"),
        (3010, "-112.86"),
        (3020, "-114.00"),
        (2930, "-87.99"),
        (2931, "-15.24"),
        (2932, "-11.40"),
    ]


def test_an_entry_names_its_voucher_its_day_and_its_book() -> None:
    entry = booked(a_draft())

    assert entry is not None
    assert (entry.id, entry.number, entry.journal) == (5, "1", Journal.SALES)
    assert (entry.booked_on, entry.source) == (TODAY, "invoice:1")
    assert entry.text == "20260001 Kahvila Aamu Oy"


def test_an_invoice_over_nothing_is_not_booked() -> None:
    assert booked(a_draft(a_line(discount=percent("100")))) is None


def test_lines_that_cancel_out_are_booked_where_they_belong() -> None:
    entry = booked(a_draft(a_line("1", "100", "0"), a_line("-1", "100", "10")))

    assert entry is not None
    assert sum(side.amount.minor for side in entry.postings) == 0
    assert len(entry.postings) == 4


def test_a_draft_is_not_booked() -> None:
    with pytest.raises(NotIssued):
        entry_for(a_draft(), totals_of(a_draft()), ACCOUNTS, EntryId(5), "1")


def test_codes_taxed_together_keep_their_own_net() -> None:
    lines = [replace(a_line("1", "0.05"), vat=vat) for vat in ("goods", "services", "services")]
    draft = a_draft(*lines, discount=percent("50"))

    nets = nets_by_code(draft, totals_of(draft))

    assert [(vat, net.minor) for vat, net in nets] == [("goods", 2), ("services", 5)]


@given(drafts())
def test_every_entry_balances_and_holds_the_total(draft: Invoice) -> None:
    entry = booked(draft)
    totals = totals_of(draft)

    sides = entry.postings if entry else ()
    assert sum(side.amount.minor for side in sides) == 0
    owed = sum(side.amount.minor for side in sides if side.account_id == ACCOUNTS.receivables)
    assert owed == totals.gross.minor


@given(drafts())
def test_the_nets_by_code_sum_to_the_net(draft: Invoice) -> None:
    totals = totals_of(draft)

    nets = nets_by_code(draft, totals)

    assert total(tuple(net for _, net in nets), draft.currency) == totals.net
