"""Planning: one letter per customer with all that is overdue, and never over what is disputed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.reminders.interest import Paid
from app.domain.reminders.law import Debtor
from app.domain.reminders.planning import (
    Customer,
    Debt,
    Ground,
    Owing,
    Planner,
    debts,
    is_overdue,
)
from app.domain.reminders.run import LetterState, Reminder, RunTerms, Way
from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.ids import ContactId, InvoiceId, ReminderRunId
from app.domain.shared.quantities import Rate
from app.formats.packs import pack

DAY = date(2026, 3, 1)
DUE = date(2026, 1, 15)
TERMS = RunTerms(grace_days=7, between_days=14, pay_days=7)
AAMU = Customer(ContactId(7), "Kahvila Aamu Oy", email="maija@aamu.example")
RUN = ReminderRunId(1)


def owing(number: int = 1, due_on: date = DUE, open_minor: int = 100_000, **stands: Any) -> Owing:
    """Return an open document of Kahvila Aamu; what is named more is how it stands."""
    standing = replace(InvoiceStanding(InvoiceId(number)), **stands)
    return Owing(
        InvoiceId(number),
        f"2026{number:04}",
        AAMU.id,
        AAMU.name,
        "EUR",
        due_on - timedelta(days=14),
        due_on,
        open_minor,
        open_minor,
        "202600017",
        standing,
    )


def planned(
    *some: Owing,
    terms: RunTerms = TERMS,
    customer: Customer | None = AAMU,
    level: int | None = None,
    credit: int = 0,
    country: str = "FI",
) -> Reminder:
    ground = Ground(DAY, terms, pack(country).reminders, "EUR")
    return Planner(ground).plan(Debt(customer, AAMU.name, "EUR", some, credit), RUN, level)


def reminded(on: date, level: int = 1, **more: Any) -> dict[str, Any]:
    return {"level": level, "reminded_on": on, **more}


def test_one_letter_holds_all_that_is_overdue_at_the_highest_level() -> None:
    letter = planned(
        owing(1, **reminded(date(2026, 2, 1))),
        owing(2, date(2026, 2, 27)),
        owing(3, date(2026, 3, 20)),
    )

    assert (letter.state, letter.level) == (LetterState.READY, 2)
    assert [(one.number, one.level, one.days) for one in letter.reminded] == [
        ("20260001", 2, 45),
        ("20260002", 1, 2),
    ]
    assert letter.principal_minor == 200_000
    assert letter.pay_by == date(2026, 3, 8)


def test_what_is_disputed_stopped_or_handed_over_is_named_and_bears_nothing() -> None:
    letter = planned(
        owing(1),
        owing(2, dispute="Wrong colour", disputed_on=date(2026, 2, 2)),
        owing(3, is_stopped=True),
        owing(4, **reminded(date(2026, 2, 2), 4)),
        owing(5, **reminded(date(2026, 2, 2), 3)),
    )

    assert [(one.number, one.code) for one in letter.named] == [
        ("20260002", "reminders.disputed"),
        ("20260003", "reminders.stopped"),
        ("20260004", "reminders.handed-over"),
        ("20260005", "reminders.last-sent"),
    ]
    assert letter.principal_minor == 100_000
    assert all(one.interest_minor == one.fee_minor == 0 for one in letter.named)


def test_a_customer_with_nothing_else_is_skipped_with_the_reason() -> None:
    skipped = planned(owing(1, dispute="Wrong colour", disputed_on=DAY))

    assert skipped.state is LetterState.SKIPPED
    assert skipped.facts == {"day": "2026-03-01", "reason": "Wrong colour"}


def test_nothing_is_reminded_of_in_the_days_of_grace_or_too_soon_again() -> None:
    in_grace = planned(owing(1, date(2026, 2, 22)))
    too_soon = planned(owing(1, **reminded(date(2026, 2, 16))))

    assert (in_grace.code, in_grace.facts["from_day"]) == ("reminders.in-grace", "2026-03-02")
    assert (too_soon.code, too_soon.facts["from_day"]) == ("reminders.too-soon", "2026-03-02")
    assert planned(owing(1, date(2026, 2, 21))).state is LetterState.READY
    assert planned(owing(1, **reminded(date(2026, 2, 15)))).level == 2


def test_a_chosen_level_goes_out_early_but_never_twice_on_a_day() -> None:
    early = planned(owing(1, **reminded(date(2026, 2, 28))), level=3)
    again = planned(owing(1, **reminded(DAY)), level=3)

    assert (early.state, early.level) == (LetterState.READY, 3)
    assert again.code == "reminders.too-soon"


def test_businesses_pay_40_euros_for_each_claim_once() -> None:
    first = planned(owing(1), owing(2), level=2)
    later = planned(owing(1, **reminded(date(2026, 2, 1), 2, fee_minor=4000)), owing(2))

    assert [one.fee_minor for one in first.reminded] == [4000, 4000]
    assert [one.fee_minor for one in later.reminded] == [4000, 0]


def test_consumers_in_finland_pay_five_euros_a_letter_after_fourteen_days() -> None:
    person = replace(AAMU, debtor=Debtor.CONSUMER)
    dear = replace(TERMS, fee=Decimal(12), agreed=Rate(Decimal(16)))

    letter = planned(owing(1), owing(2), customer=person, terms=dear)
    fresh = planned(owing(1, date(2026, 2, 20)), customer=person)

    assert [one.fee_minor for one in letter.reminded] == [500, 0]
    assert letter.interest_minor == 2 * 1171
    assert fresh.fee_minor == 0


def test_interest_that_was_paid_is_not_claimed_again() -> None:
    letter = planned(owing(1, interest_minor=1000, interest_paid_minor=1000))

    assert letter.interest_minor == 295


def test_part_payments_lower_the_interest_from_their_day() -> None:
    paid = replace(owing(1, open_minor=40_000), paid=(Paid(date(2026, 2, 4), 60_000),))

    assert planned(paid).interest_minor == 863


def test_credit_notes_and_unused_payments_are_taken_off() -> None:
    letter = planned(owing(1), owing(2, open_minor=-30_000), credit=10_000)
    covered = planned(owing(1), owing(2, open_minor=-30_000), credit=70_000)

    assert letter.total_minor == 100_000 - 30_000 - 10_000 + 1295
    assert [one.number for one in letter.offset] == ["20260002"]
    assert covered.code == "reminders.credit-covers"


def test_who_cannot_or_may_not_be_written_to_is_skipped() -> None:
    nowhere = replace(AAMU, has_address=False)
    by_mail = replace(TERMS, way=Way.EMAIL)

    assert planned(owing(1), customer=nowhere).code == "reminders.without-address"
    assert planned(owing(1), customer=nowhere, terms=by_mail).way is Way.EMAIL
    assert planned(owing(1), customer=replace(AAMU, is_stopped=True)).code == (
        "reminders.customer-stopped"
    )
    assert planned(owing(1), customer=None).code == "reminders.without-customer"


def test_a_gap_in_the_rates_skips_the_customer_and_names_the_day() -> None:
    skipped = planned(owing(1, date(2012, 5, 1)))

    assert (skipped.code, skipped.facts["day"]) == ("reminders.no-rate", "2012-05-02")


def test_a_fee_is_claimed_only_in_the_money_of_the_country() -> None:
    ground = Ground(DAY, TERMS, pack("FI").reminders, "EUR")
    dollars = replace(owing(1), currency="USD")

    letter = Planner(ground).plan(Debt(AAMU, AAMU.name, "USD", (dollars,)), RUN, 2)

    assert (letter.fee_minor, letter.interest_minor) == (0, 1295)


def test_debts_are_put_together_by_customer_and_currency() -> None:
    others = (replace(owing(2), currency="USD"), replace(owing(3), contact_id=None))

    found = debts((owing(1), *others, owing(4)), {AAMU.id: AAMU}, {(AAMU.id, "EUR"): 5})

    assert [(one.name, one.currency, len(one.owing), one.credit_minor) for one in found] == [
        (AAMU.name, "EUR", 2, 5),
        (AAMU.name, "USD", 1, 0),
        (AAMU.name, "EUR", 1, 0),
    ]
    assert is_overdue(found[0], DAY)
    assert not is_overdue(found[0], DUE)


STANDINGS = st.fixed_dictionaries(
    {
        "level": st.integers(0, 4),
        "reminded_on": st.dates(date(2026, 1, 1), DAY),
        "disputed_on": st.none() | st.dates(date(2026, 1, 1), DAY),
        "is_stopped": st.booleans(),
        "interest_minor": st.integers(0, 10_000),
        "interest_paid_minor": st.integers(0, 10_000),
        "fee_minor": st.integers(0, 4000),
        "fee_paid_minor": st.integers(0, 4000),
    }
)
ITEMS = st.lists(
    st.builds(
        lambda due, minor, stands: (due, minor, stands),
        st.dates(date(2024, 1, 1), date(2026, 4, 1)),
        st.integers(-50_000, 500_000).filter(bool),
        STANDINGS,
    ),
    min_size=1,
    max_size=6,
)


@given(ITEMS, st.none() | st.integers(1, 3), st.integers(0, 10_000))
def test_no_letter_ever_reminds_of_what_is_blocked_or_claims_less_than_nothing(
    items: list[tuple[date, int, dict[str, Any]]], level: int | None, credit: int
) -> None:
    some = [owing(place, due, minor, **more) for place, (due, minor, more) in enumerate(items)]

    letter = planned(*some, level=level, credit=credit)

    blocked = {
        one.invoice_id
        for one in some
        if one.standing.disputed_on or one.standing.is_stopped or one.standing.level >= 3
    }
    assert not blocked & {one.invoice_id for one in letter.reminded}
    assert all(one.interest_minor >= 0 and one.fee_minor >= 0 for one in letter.items)
    if letter.state is LetterState.READY:
        assert letter.interest_minor == sum(one.interest_minor for one in letter.reminded)
        assert letter.principal_minor > letter.credit_minor
        assert all(one.due_on < DAY for one in letter.reminded)
