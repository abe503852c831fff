"""On no day two contracts of a person hold at once; a version gives way to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.employees.contract import Contract, ContractKind, ContractState, Pay, masked
from app.domain.employees.contracting import (
    ContractsOverlap,
    EndsAlready,
    EndsTooEarly,
    NotADraft,
    NotSigned,
    VersionTooEarly,
    changed,
    check,
    check_pay,
    discard,
    end,
    is_held,
    longest_probation,
    meets,
    months_after,
    sign,
    terms_of,
    tidied,
)
from app.domain.employees.employee import Employee
from app.domain.shared.ids import ContractId, EmployeeId
from app.domain.shared.money import money
from tests.employing import SALARY, STARTS, terms

ANNA = Employee(EmployeeId(1), 1, "EMP-1", STARTS)
DAY = date(2024, 4, 20)


def a_draft(number: int, starts_on: date = STARTS, ends_on: date | None = None) -> Contract:
    return terms(starts_on, ends_on).as_draft(ContractId(number), ANNA.id, SALARY)


def signed(draft: Contract) -> Contract:
    return sign(draft, DAY, ())[0]


def test_a_signed_contract_is_not_written_on() -> None:
    one = signed(a_draft(1))

    assert (one.state, one.signed_on, one.version) == (ContractState.SIGNED, DAY, 2)
    for deed in (lambda: changed(one, terms()), lambda: discard(one), lambda: sign(one, DAY, ())):
        with pytest.raises(NotADraft):
            deed()


def test_a_draft_is_changed_and_discarded() -> None:
    other = tidied(replace(terms(), position=" Cook  "))

    after = changed(a_draft(1), other)

    assert terms_of(after) == replace(terms(), position="Cook")
    assert discard(after).state is ContractState.DISCARDED
    assert masked(after).pay is None


def test_contracts_that_share_a_day_are_refused() -> None:
    first = signed(a_draft(1, ends_on=date(2024, 12, 31)))

    with pytest.raises(ContractsOverlap) as refused:
        sign(a_draft(2, date(2024, 12, 31)), DAY, (first,))

    assert refused.value.facts["ends"] == date(2024, 12, 31)
    assert sign(a_draft(3, date(2025, 1, 1)), DAY, (first,))[0].state is ContractState.SIGNED


def test_drafts_and_discarded_contracts_stand_in_nobodys_way() -> None:
    assert len(sign(a_draft(2), DAY, (a_draft(1), discard(a_draft(3))))) == 1


def test_a_new_version_begins_where_the_former_ends() -> None:
    first = signed(a_draft(1))
    second = replace(a_draft(2, date(2025, 3, 1)), follows_id=first.id)

    new, former = sign(second, DAY, (first,))

    assert (former.state, former.ends_on) == (ContractState.REPLACED, date(2025, 2, 28))
    assert is_held(former) and not meets(new, former)


def test_a_version_that_begins_on_the_same_day_leaves_the_former_no_day() -> None:
    first = signed(a_draft(1))

    _new, former = sign(replace(a_draft(2), follows_id=first.id), DAY, (first,))

    assert former.state is ContractState.DISCARDED


def test_a_version_before_the_former_or_after_its_end_is_refused() -> None:
    first = signed(a_draft(1))
    early = replace(a_draft(2, STARTS - timedelta(1)), follows_id=first.id)
    ended = end(first, date(2024, 6, 30), "")

    with pytest.raises(VersionTooEarly):
        sign(early, DAY, (first,))
    with pytest.raises(NotSigned):
        sign(replace(a_draft(2, date(2025, 1, 1)), follows_id=first.id), DAY, (ended,))


def test_a_contract_ends_on_one_of_its_days() -> None:
    fixed = signed(a_draft(1, ends_on=date(2024, 12, 31)))

    ended = end(fixed, date(2024, 7, 15), " own wish ")

    assert (ended.state, ended.ends_on, ended.reason) == (
        ContractState.ENDED,
        date(2024, 7, 15),
        "own wish",
    )
    with pytest.raises(EndsTooEarly):
        end(fixed, STARTS - timedelta(1), "")
    with pytest.raises(EndsAlready):
        end(fixed, date(2025, 1, 1), "")
    with pytest.raises(NotSigned):
        end(ended, date(2024, 7, 14), "")


def test_what_is_wrong_with_terms_is_told_at_its_field() -> None:
    wrong = replace(
        terms(date(2024, 4, 30), date(2024, 4, 29)),
        position="",
        hours=Decimal("37.555"),
        notice_days=-1,
        probation_until=date(2024, 4, 1),
    )

    assert [one.field for one in check(wrong, ANNA)] == [
        "ends_on",
        "starts_on",
        "probation_until",
        "position",
        "hours",
        "notice_days",
    ]


def test_a_fixed_term_has_an_end_and_nobody_is_hired_after_leaving() -> None:
    left = replace(ANNA, ends_on=date(2024, 12, 31))
    late = replace(terms(date(2025, 1, 1)), kind=ContractKind.FIXED_TERM)

    found = [one.code for one in check(late, left)]

    assert found == ["contracts.no-end", "contracts.after-employment"]


@pytest.mark.parametrize(
    ("country", "starts", "ends", "latest"),
    [
        ("FI", date(2026, 1, 1), None, date(2026, 6, 30)),
        ("FI", date(2025, 8, 31), None, date(2026, 2, 27)),
        ("FI", date(2026, 1, 1), date(2026, 4, 30), date(2026, 3, 1)),
        ("TH", date(2026, 1, 1), None, date(2026, 4, 29)),
        ("US", date(2026, 1, 1), None, None),
    ],
)
def test_the_law_says_how_long_a_probation_may_be(
    country: str, starts: date, ends: date | None, latest: date | None
) -> None:
    agreed = terms(starts, ends)

    assert longest_probation(agreed, country) == latest
    if latest is not None:
        long = replace(agreed, probation_until=latest + timedelta(1))
        (found,) = check(long, ANNA, country)
        assert found.code == "contracts.long-probation" and found.is_warning


def test_a_month_after_the_29th_of_february_is_the_29th_and_a_year_the_28th() -> None:
    leap = date(2024, 2, 29)

    assert months_after(leap, 1) == date(2024, 3, 29)
    assert months_after(leap, 12) == date(2025, 2, 28)
    assert months_after(date(9999, 12, 31), 1) == date.max


def test_no_pay_is_below_nought_and_the_problem_does_not_tell_it() -> None:
    (found,) = check_pay(Pay(money(Decimal("-4711.23"), "EUR")))

    assert found.code == "contracts.negative-pay" and "4711" not in str(found)
    assert check_pay(None) == check_pay(SALARY) == ()


SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 15), st.booleans()), min_size=1, max_size=8
)


@given(SPANS)
def test_whatever_is_signed_each_day_has_one_contract_at_most(
    spans: list[tuple[int, int, bool]],
) -> None:
    kept: dict[int, Contract] = {}
    for number, (start, length, follows) in enumerate(spans, start=1):
        begins = STARTS + timedelta(start)
        draft = a_draft(number, begins, begins + timedelta(length))
        last = next((one for one in kept.values() if one.state is ContractState.SIGNED), None)
        if follows and last is not None:
            draft = replace(draft, follows_id=last.id)
        try:
            written = sign(draft, DAY, tuple(kept.values()))
        except (ContractsOverlap, VersionTooEarly):
            continue
        kept.update((one.id, one) for one in written)

    held = [one for one in kept.values() if is_held(one)]
    assert not any(meets(one, two) for one in held for two in held if one.id < two.id)
