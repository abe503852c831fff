"""Drafts are complete with what the office knows, and kept only where they are right."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.shared.ids import InvoiceId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid, NotFound
from app.outside.clock import FixedClock
from app.services.drafting import UNKEPT, Drafting, placed
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import AAMU, a_content, a_written_line, count, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


def test_a_draft_is_complete_and_keeps_the_id_it_is_given(office: Office) -> None:
    with office.database.write() as unit:
        drafting = Drafting(office.desk(unit, no_progress))
        looked_at = drafting.written(a_content())
        kept = drafting.kept(a_content(), InvoiceId(5))

    assert (looked_at.id, looked_at.language, looked_at.terms_days) == (UNKEPT, "fi", 14)
    assert (kept.id, kept.version, count(office, "invoice")) == (InvoiceId(5), 1, 1)


def test_a_draft_whose_figures_are_wrong_is_not_kept(office: Office) -> None:
    wrong = replace(a_written_line(), quantity=Quantity(Decimal("0.0000001")))

    with pytest.raises(Invalid), office.database.write() as unit:
        Drafting(office.desk(unit, no_progress)).kept(a_content(wrong), InvoiceId(5))

    assert count(office, "invoice") == 0


def test_who_was_read_before_is_not_read_again(office: Office) -> None:
    with office.database.read() as unit:
        drafting = Drafting(office.desk(unit, no_progress))
        known = replace(AAMU, name="Uusi nimi")
        drafting.meet(known)

        assert drafting.contact(AAMU.id) is known
        with pytest.raises(NotFound):
            drafting.written(a_content(customer_id=99))


def test_problems_stand_at_the_lines_as_they_were_written() -> None:
    blank = replace(a_written_line("0", "0"), description="")
    content = a_content(blank, a_written_line())

    (moved,) = placed((Problem("lines.0.vat", "invoices.unknown-vat"),), content)

    assert moved.field == "lines.1.vat"
