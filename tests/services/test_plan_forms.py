"""Forms of plans: problems at their fields, and the next invoices as they would be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.invoices.invoice import Kind
from app.domain.recurring.plan import Billing, Makes
from app.domain.recurring.rise import Rise
from app.domain.recurring.schedule import Unit
from app.domain.shared.quantities import Quantity, Rate
from app.outside.clock import FixedClock
from app.services import plan_forms, plans, recurring
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.recurring import a_form, a_rent, planned
from tests.trade import a_content, issued, opened_books

JANUARY_31 = date(2027, 1, 31)


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


def test_an_invoice_becomes_a_monthly_plan_from_today_on(office: Office) -> None:
    invoice = issued(office, a_content(note="Kiitos", delivered_on=TODAY))

    form = office.ask(plan_forms.form_of, invoice.id)

    assert (form.name, form.anchor_on, form.unit) == (
        "Kahvila Aamu Oy · Gadget",
        TODAY,
        Unit.MONTH,
    )
    assert (form.content.note, form.content.delivered_on, form.content.issued_on) == (
        "Kiitos",
        None,
        None,
    )
    assert form.makes is Makes.DRAFT
    assert office.ask(plan_forms.check, form) == ()


def test_a_credit_note_is_no_plan(office: Office) -> None:
    content = replace(a_form().content, kind=Kind.CREDIT_NOTE)

    (problem,) = office.ask(plan_forms.check, a_form(content=content))

    assert (problem.field, problem.code) == ("content.kind", "recurring.only-invoices")


def test_a_review_shows_the_next_invoices_with_their_days(office: Office) -> None:
    form = a_form(anchor_on=JANUARY_31, billing=Billing.ARREARS)

    review = office.ask(plan_forms.review, form)

    assert review.problems == ()
    assert [one.begins_on for one in review.upcoming[:3]] == [
        JANUARY_31,
        date(2027, 2, 28),
        date(2027, 3, 31),
    ]
    assert review.days[:2] == (date(2027, 2, 28), date(2027, 3, 31))
    assert len(review.upcoming) == plan_forms.SHOWN_AHEAD


def test_a_review_shows_the_prices_after_a_rise(office: Office) -> None:
    form = a_form(rise=Rise(date(2026, 3, 1), Rate(Decimal(10))))

    found = office.ask(plan_forms.review, form).upcoming

    assert [one.gross.amount for one in found[:3] if one.gross] == [1255, 1255, Decimal("1380.5")]


def test_a_rise_that_is_wrong_hides_no_invoice(office: Office) -> None:
    review = office.ask(plan_forms.review, a_form(rise=Rise(date(2026, 3, 1))))

    assert [one.field for one in review.problems] == ["rise.percent"]
    assert review.upcoming


def test_what_is_wrong_with_the_plan_itself_shows_no_invoice(office: Office) -> None:
    review = office.ask(plan_forms.review, a_form(every=0))

    assert [one.field for one in review.problems] == ["every"]
    assert review.upcoming == ()


def test_figures_that_the_books_cannot_hold_are_told_at_their_line(office: Office) -> None:
    line = replace(a_rent(), quantity=Quantity(Decimal("0.0000001")))

    (problem,) = office.ask(plan_forms.check, a_form(line))

    assert (problem.field, problem.code) == (
        "content.lines.0.quantity",
        "number.too-many-places",
    )


def test_a_plan_that_is_billed_is_reviewed_from_where_it_stands(office: Office) -> None:
    plan = planned(office)
    office.run(recurring.run)
    form = office.ask(plans.get, plan.id).form

    review = office.ask(plan_forms.review, replace(form, name="Uusi"), plan.id)

    assert review.upcoming[0].begins_on == date(2026, 4, 1)
    (wrong,) = office.ask(plan_forms.check, replace(form, anchor_on=date(2026, 3, 5)), plan.id)
    assert (wrong.field, wrong.code) == ("anchor_on", "recurring.begins-billed")
