"""The sample's post is filed as a clerk would: bills with their sums, and some waiting."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.row import Wanted
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import documents, receiving, welcome
from app.services.permissions import Actor
from tests.databases import Samples

CLOCK = FixedClock(date(2026, 3, 10))


@pytest.mark.parametrize("country", ["FI", "TH", "DE", "US"])
def test_every_sample_has_post_filed_and_waiting(sample_of: Samples, country: str) -> None:
    office = welcome.open_office(sample_of(country), CLOCK, Actor("Anna"))

    rows = office.ask(documents.first, View(), 100, Wanted(states=()))
    papers = [row for row in rows if not row.file_name[:1].isdigit()]
    kinds = {row.media_type for row in rows}
    waiting = [row for row in papers if row.state is DocumentState.INBOX]
    office.close()

    assert {"application/pdf", "image/jpeg", "message/rfc822"} <= kinds
    assert len(waiting) >= 3
    assert any(row.amount and row.type_id for row in papers)


def test_the_finnish_bills_come_to_the_right_sums(sample_of: Samples) -> None:
    office = welcome.open_office(sample_of("FI"), CLOCK, Actor("Anna"))

    rows = office.ask(documents.first, View(), 100, Wanted(states=()))
    by_reference = {row.reference: row for row in rows if row.reference}
    attached = by_reference["2026-118"]
    came = office.ask(receiving.arrivals, attached.id)
    links = office.ask(documents.seen, attached.id).links
    office.close()

    assert by_reference["40817"].amount == Money(276_49, "EUR")
    assert attached.amount == Money(609_93, "EUR")
    assert attached.correspondent == "Hämeen Sähkötarvike Oy"
    assert [one.origin.value for one in came] == ["mail"]
    assert [link.kind for link in links] == ["document"]
