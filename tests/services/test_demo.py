"""The sample company of every country is whole: its invoices are issued, booked and filed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.invoices.invoice import State
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import accounting, admin, demo, invoices, welcome
from app.services.permissions import Actor
from tests.databases import Samples

CLOCK = FixedClock(date(2026, 3, 10))
ANNA = Actor("Anna")


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_company_has_issued_invoices_and_a_draft(
    sample_of: Samples, country: str
) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, ANNA)

    rows = office.ask(invoices.first, View(sort="number"), 50)
    states = {row.state for row in rows}
    assert states == {State.ISSUED, State.DRAFT}
    assert office.ask(admin.company).is_sample
    office.close()


def test_the_finnish_sample_holds_the_invoice_of_journey_six_as_a_draft(sample_of: Samples) -> None:
    office = welcome.open_office(sample_of("FI"), CLOCK, ANNA)

    drafts = office.ask(invoices.first, View(only=("draft",)), 50)

    assert 686_56 in {row.gross_minor for row in drafts}
    office.close()


@pytest.mark.parametrize(("country", "currency"), [("FI", "SEK"), ("TH", "EUR")])
def test_a_sample_is_paid_in_another_currency_with_a_gain(
    sample_of: Samples, country: str, currency: str
) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, ANNA)

    rows = office.ask(invoices.first, View(sort="number"), 50)
    foreign = next(row for row in rows if row.currency == currency)
    frozen = office.ask(invoices.get, foreign.id).exchange
    balance = office.ask(accounting.trial_balance, CLOCK.today(), "en")
    gains = [row for row in balance.rows if "gain" in row.name.lower()]

    assert frozen is not None
    assert foreign.open_minor == 0
    assert [row.credit_minor > 0 for row in gains] == [True]
    assert balance.difference_minor == 0
    office.close()


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def note(done: int, of: int) -> None:
        told.append((done, of))

    demo.create_sample(tmp_path / "Sample.backdesk", "US", CLOCK, ANNA, note).close()

    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] > 5
