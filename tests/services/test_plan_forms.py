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
from app.domain.shared.ids import PlanId
from app.domain.shared.quantities import Quantity, Rate
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import drafts, plan_forms, plans, recurring
from app.services.office import Office
from app.services.permissions import Actor
from app.services.plan_forms import Asked
from app.storage.database import Database
from tests.builders import TODAY
from tests.documents.reading import page_texts
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


def test_the_editor_is_told_figures_and_problems_at_its_own_fields(office: Office) -> None:
    form = a_form(a_rent(text="{munth}"), anchor_on=date(2025, 12, 1), every=0)

    review = office.ask(plan_forms.reviewed, Asked(form))

    assert [(one.field, one.code) for one in review.problems if not one.is_warning] == [
        ("lines.0.description", "recurring.unknown-placeholder"),
        ("every", "recurring.interval-out-of-range"),
    ]
    assert review.places == (0,)
    assert review.totals is not None


def test_the_page_shows_the_next_invoice_with_its_words(office: Office) -> None:
    page = office.ask(plan_forms.page, Asked(a_form()))
    steps = office.ask(plan_forms.explanation, a_form())

    assert "Vuokra tammikuu" in page_texts(page)[0]
    assert steps[-1].code == "explain.gross"


def test_no_page_is_shown_of_a_plan_that_cannot_be_counted(office: Office) -> None:
    with pytest.raises(Invalid):
        office.ask(plan_forms.page, Asked(a_form(every=0)))


def test_a_form_opens_with_the_plan_or_an_invoice_or_what_was_typed(office: Office) -> None:
    plan, invoice = planned(office), issued(office, a_content())
    new = PlanId(77)

    known = office.ask(plan_forms.opened, plan.id)
    repeated = office.ask(plan_forms.opened, new, invoice.id)
    office.do(drafts.keep, "plan", 78, 0, {"fields": {"name": "x", "customer_id": "7"}})
    typed = office.ask(plan_forms.opened, new)
    held = office.ask(plan_forms.opened, new, None, frozenset({78}))

    assert (known.plan, known.form, [row.id for row in known.customers]) == (plan, plan.form, [7])
    assert repeated.plan is None
    assert repeated.form.content.lines[0].description == "Gadget"
    assert typed.kept is not None
    assert (typed.kept.entity, [row.id for row in typed.customers]) == (78, [7])
    assert (held.kept, held.form.content.lines) == (None, ())


def test_a_plan_that_repeats_an_invoice_is_not_warned_of_that(office: Office) -> None:
    form = office.ask(plan_forms.form_of, issued(office).id)

    review = office.ask(plan_forms.reviewed, Asked(form))

    assert review.problems == ()
