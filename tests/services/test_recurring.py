"""Runs of recurring invoices: each period is billed once, in its language and at its rate."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from app.domain.contacts.form import form_of
from app.domain.invoices.invoice import Invoice, State
from app.domain.invoices.totals import totals_of
from app.domain.recurring.plan import BilledAlready, Billing, Makes, Plan, PlanState, Supply
from app.domain.recurring.rise import Rise
from app.domain.shared.ids import InvoiceId, PlanId
from app.domain.shared.quantities import Rate, UnitPrice
from app.domain.shared.refusals import NotFound
from app.outside.clock import FixedClock
from app.services import contacts, invoices, plans, products, recurring
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.recurring import BATCH, Outcome, TooFarAhead
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.recurring import JANUARY, a_form, a_rent, planned
from tests.services.test_issuing_together import require_whole
from tests.trade import AAMU, LAMP, at, count, opened_books

FEBRUARY, MARCH, APRIL = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)
NEW_YEAR = date(2026, 1, 5)


def an_office(database: Database) -> Office:
    return Office(database, FixedClock(TODAY), Actor("Maija"))


@pytest.fixture
def office(database: Database) -> Office:
    opened_books(an_office(database))
    return an_office(database)


def made(office: Office, outcome: Outcome) -> list[Invoice]:
    return [office.ask(invoices.get, one) for one in (*outcome.issued, *outcome.drafted)]


def net_and_vat(invoice: Invoice) -> list[tuple[Decimal, Decimal]]:
    return [(one.base.amount, one.tax.amount) for one in totals_of(invoice).vat]


def test_every_period_that_is_due_is_billed_once(office: Office) -> None:
    plan = planned(office)

    first = office.run(recurring.run)
    second = office.run(recurring.run)

    assert [one.period_from for one in made(office, first)] == [JANUARY, FEBRUARY, MARCH]
    assert second == Outcome()
    assert office.ask(plans.get, plan.id).next_on == APRIL
    require_whole(office.database, 3)


def test_texts_are_written_in_the_language_of_the_reader(office: Office) -> None:
    planned(office, a_rent(text="Vuokra {month} {year} ({from}–{to}), sitten {next_month}"))

    (first, *_others) = made(office, office.run(recurring.run))

    assert first.lines[0].description == (
        "Vuokra tammikuu 2026 (1.1.2026–31.1.2026), sitten helmikuu"
    )


def test_a_thai_reader_reads_the_buddhist_year(office: Office) -> None:
    content = replace(a_form(a_rent(text="ค่าเช่า {month} {year}")).content, language="th")
    planned(office, content=content)

    (first, *_others) = made(office, office.run(recurring.run))

    assert first.lines[0].description == "ค่าเช่า มกราคม 2569"


def test_journey_10_the_plan_switches_to_the_new_rate_by_itself(office: Office) -> None:
    then = at(office, NEW_YEAR)
    planned(
        then,
        a_rent("200", "reduced"),
        anchor_on=date(2025, 12, 1),
        billing=Billing.ARREARS,
    )

    (december,) = made(then, then.run(recurring.run))
    (january,) = made(then, at(office, date(2026, 2, 1)).run(recurring.run))

    assert net_and_vat(december) == [(Decimal(200), Decimal(28))]
    assert net_and_vat(january) == [(Decimal(200), Decimal(27))]
    assert (december.issued_on, december.delivered_on) == (NEW_YEAR, date(2025, 12, 31))


def test_a_period_over_a_change_of_rate_is_parted_by_its_days(office: Office) -> None:
    then = at(office, date(2026, 1, 17))
    planned(
        then,
        a_rent("310", "reduced"),
        anchor_on=date(2025, 12, 17),
        billing=Billing.ARREARS,
        supply=Supply.BY_DAYS,
    )

    (invoice,) = made(then, then.run(recurring.run))

    assert sorted(net_and_vat(invoice)) == [
        (Decimal(150), Decimal(21)),
        (Decimal(160), Decimal("21.60")),
    ]
    assert invoice.lines[0].description == "Vuokra joulukuu\n17.12.2025–31.12.2025"


def test_a_price_rise_is_told_before_and_holds_from_its_day(office: Office) -> None:
    rise = Rise(MARCH, Rate(Decimal(5)), notice_days=60)
    plan = planned(office, rise=rise)

    january, february, march = made(office, office.run(recurring.run))

    assert january.note == "Uudet hinnat 1.3.2026 alkaen:\nVuokra tammikuu: 1 050,00 €"
    assert february.note
    assert march.note == ""
    prices = [one.lines[0].price for one in (january, february, march)]
    assert prices == [Decimal(1000), Decimal(1000), Decimal(1050)]
    assert office.ask(plans.get, plan.id).form.rise is None


def test_a_plan_may_make_drafts(office: Office) -> None:
    planned(office, makes=Makes.DRAFT)

    outcome = office.run(recurring.run, FEBRUARY)

    assert [one.state for one in made(office, outcome)] == [State.DRAFT, State.DRAFT]
    assert outcome.issued == ()
    assert len(office.ask(plans.seen, next(iter(ids(office)))).done) == 2


def ids(office: Office) -> tuple[PlanId, ...]:
    with office.database.read() as unit:
        return tuple(map(PlanId, unit.plan_lists.spine()))


def test_a_preview_says_what_a_run_would_make_and_writes_nothing(office: Office) -> None:
    planned(office)

    found = office.ask(recurring.preview)

    assert [(one.begins_on, one.gross.amount if one.gross else None) for one in found] == [
        (JANUARY, Decimal(1255)),
        (FEBRUARY, Decimal(1255)),
        (MARCH, Decimal(1255)),
    ]
    assert not any(one.is_skipped for one in found)
    assert count(office, "invoice") == 0


def test_a_run_may_look_ahead_but_no_more_than_a_year(office: Office) -> None:
    planned(office)

    assert len(office.ask(recurring.preview, APRIL)) == 4
    with pytest.raises(TooFarAhead):
        office.ask(recurring.preview, TODAY + timedelta(days=400))
    with pytest.raises(TooFarAhead):
        office.run(recurring.run, TODAY + timedelta(days=400))


def test_only_the_plans_that_are_chosen_are_billed(office: Office) -> None:
    chosen, other = planned(office), planned(office, name="Toinen")

    outcome = office.run(recurring.run, None, (chosen.id,))

    assert len(outcome.issued) == 3
    assert office.ask(plans.get, other.id).made == 0
    assert office.ask(recurring.due).plans == 1


def put_customer_away(office: Office) -> str:
    office.do(contacts.put_away, (AAMU.id,))
    return "invoices.customer-put-away"


def put_product_away(office: Office) -> str:
    office.do(products.put_away, (LAMP.id,))
    return "invoices.product-put-away"


def forget_vat_code(office: Office) -> str:
    with office.database.write() as unit:
        unit.connection.execute(
            text("UPDATE recurring_plan SET form = replace(form, '\"standard\"', '\"gone\"')")
        )
    return "invoices.unknown-vat"


@pytest.mark.parametrize("makes", list(Makes))
@pytest.mark.parametrize("lose", [put_customer_away, put_product_away, forget_vat_code])
def test_what_cannot_be_billed_is_skipped_with_the_reason_and_billed_later(
    office: Office, makes: Makes, lose: object
) -> None:
    line = replace(a_rent(), product_id=LAMP.id, price=UnitPrice(Decimal(1)))
    plan = planned(office, line, makes=makes)
    assert callable(lose)
    code = lose(office)

    (told,) = office.ask(recurring.preview)
    outcome = office.run(recurring.run)

    assert told.is_skipped
    assert code in [one.code for one in told.problems]
    assert [(one.plan_id, one.begins_on) for one in outcome.skipped] == [(plan.id, JANUARY)]
    assert code in [one.code for one in outcome.skipped[0].problems]
    assert (outcome.issued, outcome.drafted, count(office, "invoice")) == ((), (), 0)
    assert office.ask(plans.get, plan.id).next_on == JANUARY


def test_what_the_law_only_asks_of_a_customer_is_told_and_billed(office: Office) -> None:
    bare = replace(form_of(AAMU), addresses=(), number="1002", name="Ei osoitetta")
    customer = office.do(contacts.add, bare).result
    content = replace(a_form().content, customer_id=customer.id)
    planned(office, content=content, times=1)

    (told,) = office.ask(recurring.preview)

    assert not told.is_skipped
    assert {one.code for one in told.problems} == {"invoices.buyer-address-incomplete"}
    assert len(office.run(recurring.run).issued) == 1


def test_what_is_wrong_with_one_plan_stops_no_other(office: Office) -> None:
    planned(office, replace(a_rent(), vat="gone"))
    right = planned(office)

    outcome = office.run(recurring.run)

    assert len(outcome.issued) == 3
    assert office.ask(plans.get, right.id).next_on == APRIL
    require_whole(office.database, 3)


def test_a_plan_that_has_come_to_its_end_is_over(office: Office) -> None:
    plan = planned(office, times=2)

    outcome = office.run(recurring.run)

    assert len(outcome.issued) == 2
    assert office.ask(plans.get, plan.id).state is PlanState.ENDED


def test_the_last_period_is_billed_by_its_days(office: Office) -> None:
    planned(office, a_rent("310"), ends_on=date(2026, 1, 15))

    (invoice,) = made(office, office.run(recurring.run))

    assert (invoice.period_to, invoice.lines[0].price) == (date(2026, 1, 15), Decimal(150))


def test_who_may_only_draft_cannot_run_plans_that_issue(office: Office) -> None:
    planned(office)
    role = Role("drafter", frozenset(Permission) - {Permission.INVOICES_ISSUE})
    drafter = Office(office.database, office.clock, Actor("Ville", role))

    with pytest.raises(NotAllowed):
        drafter.run(recurring.run)

    assert count(office, "invoice") == 0


def test_a_discarded_draft_is_made_again_for_its_period(office: Office) -> None:
    plan = planned(office, makes=Makes.DRAFT, times=1)
    (first,) = office.run(recurring.run).drafted
    with pytest.raises(BilledAlready):
        office.do(recurring.again, plan.id, JANUARY)
    office.do(invoices.discard, first)

    again = office.do(recurring.again, plan.id, JANUARY).result

    assert (again.period_from, again.lines[0].description) == (JANUARY, "Vuokra tammikuu")
    assert office.ask(plans.made_by, again.id) == office.ask(plans.get, plan.id)
    with pytest.raises(NotFound):
        office.do(recurring.again, plan.id, FEBRUARY)


def test_the_audit_tells_of_every_invoice_by_itself(office: Office) -> None:
    planned(office)

    outcome = office.run(recurring.run)

    with office.database.read() as unit:
        wanted = text("SELECT arguments FROM audit WHERE command = 'recurring.run' ORDER BY seq")
        told = [json.loads(one)[0][0] for one in unit.connection.scalars(wanted)]
    assert told == list(outcome.issued)


def test_a_run_that_is_stopped_keeps_what_it_made(office: Office) -> None:
    everyone = [planned(office, times=1).id for _ in range(BATCH + 2)]

    def stop(done: int, of: int) -> None:
        if done:
            raise Cancelled

    outcome = office.run_watched(stop, recurring.run).result
    rest = office.run(recurring.run)

    assert outcome.is_stopped
    assert (len(outcome.issued), len(rest.issued)) == (BATCH, len(everyone) - BATCH)
    require_whole(office.database, len(everyone))


def test_the_invoice_of_a_plan_leads_back_to_it(office: Office) -> None:
    plan = planned(office)
    (first, *_others) = office.run(recurring.run).issued

    found = office.ask(plans.made_by, first)

    assert isinstance(found, Plan)
    assert found.id == plan.id
    assert office.ask(plans.made_by, InvoiceId(77)) is None
