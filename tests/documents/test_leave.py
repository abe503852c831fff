"""Leave on paper says why so many days are left, and who is away, in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents.leave import describe_calendar, describe_proof, signed
from app.documents.text import plain
from app.domain.leave.leave import Accrual, EntryKind
from app.domain.leave.ledger import Account, due
from app.domain.leave.proof import Proof, proof_lines
from app.domain.leave.row import AwayCalendar, AwayRow, AwaySpan
from app.domain.leave.spans import Span
from app.domain.shared.ids import EmployeeId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.reports import an_imprint
from tests.leaving import ANNA, a_grant, a_service, a_type

FINNISH = replace(an_imprint(), say=say_in("fi"), formats=formats_in("fi", "FI"))
DAY = date(2025, 8, 31)
MONDAY, SUNDAY = date(2026, 7, 6), date(2026, 7, 12)


def a_proof() -> Proof:
    kind = a_type(Accrual.FI_ANNUAL, (), since=date(2025, 4, 1))
    kind = replace(kind, names={"en": "Annual leave", "fi": "Vuosiloma"})
    entries = due(Account(ANNA, kind, a_service(date(2020, 1, 1))), DAY)
    by_hand = replace(a_grant(DAY, "-1", EntryKind.ADJUSTED), reason="Sovittu")
    lines = proof_lines([*((one, False) for one in entries), (by_hand, True)], DAY, {})
    head = (ANNA, "Anna Virtanen", "7", date(2020, 1, 1), kind, DAY)
    return Proof(*head, tuple(lines), "162/2005")


def test_a_proof_says_each_row_with_its_rule_and_the_sum() -> None:
    told = plain(describe_proof(a_proof(), FINNISH))

    assert "Vuosiloma" in told
    assert "huhtikuu 2025: Täysi kuukausi" in told
    assert "12,5" in told
    assert "Sovittu" in told
    assert "11,5" in told
    assert "162/2005" in told


def test_what_is_not_written_yet_has_a_star_and_a_note() -> None:
    told = plain(describe_proof(a_proof(), FINNISH))

    assert "Kirjattu käsin *" in told
    assert "ei vielä kirjattu" in told


def test_an_empty_ledger_says_so() -> None:
    told = plain(describe_proof(replace(a_proof(), lines=()), FINNISH))

    assert "Kirjanpito on tyhjä." in told


def a_calendar(*spans: AwaySpan) -> AwayCalendar:
    rests = frozenset({date(2026, 7, 11), SUNDAY})
    row = AwayRow(EmployeeId(1), "Anna Virtanen", "Myynti", spans, rests)
    return AwayCalendar(Span(MONDAY, SUNDAY), (row,))


def test_a_calendar_says_who_is_away_when_and_of_health_no_more() -> None:
    sick = replace(a_type(Accrual.NONE, ()), names={"fi": "Sairausloma"}, is_health=True)
    away = AwaySpan(Span(MONDAY, SUNDAY), sick, is_asked=False, is_half=False)

    told = plain(describe_calendar(a_calendar(away), FINNISH))

    assert "6.7.2026 – 12.7.2026 (poissa)" in told
    assert "Anna Virtanen" in told
    assert "5" in told


def test_half_a_day_and_what_is_only_asked_for_are_said() -> None:
    kind = replace(a_type(), names={"fi": "Vuosiloma"})
    half = AwaySpan(Span(MONDAY, MONDAY), kind, is_asked=True, is_half=True)

    told = plain(describe_calendar(a_calendar(half), FINNISH))

    assert "(Vuosiloma, puoli päivää, pyydetty)" in told
    assert "0,5" in told


def test_where_nobody_is_away_the_calendar_says_so() -> None:
    assert "Kukaan ei ole poissa." in plain(describe_calendar(a_calendar(), FINNISH))


def test_what_is_added_has_a_plus() -> None:
    assert signed(Decimal("2.5"), FINNISH.formats) == "+2,5"
    assert signed(Decimal(0), FINNISH.formats) == "0"
