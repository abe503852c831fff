from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.hours.overtime import Limit, OvertimeRule, OvertimeRules, Step
from app.domain.shared.ids import OvertimeRuleId
from app.domain.shared.refusals import Conflict, Invalid
from app.services import overtime_rules
from app.services.office import Office

RULE = OvertimeRule(
    OvertimeRuleId(0),
    1,
    date(2026, 1, 1),
    OvertimeRules(" Agreement  of 2026 ", weekly=Limit(None, (Step(0, 150),))),
    agreement=" Retail ",
)


def test_a_rule_is_kept_tidy_beside_the_law_of_the_country(office: Office) -> None:
    kept = office.do(overtime_rules.write, RULE).result

    held = office.ask(overtime_rules.held)

    assert held.own == (kept,)
    assert (kept.rules.name, kept.agreement, bool(kept.id)) == ("Agreement of 2026", "Retail", True)
    assert (held.law.name, held.law.checked_on) == (
        "Working Hours Act 872/2019",
        date(2026, 11, 22),
    )


def test_two_rules_of_one_agreement_do_not_begin_on_one_day(office: Office) -> None:
    kept = office.do(overtime_rules.write, RULE).result

    with pytest.raises(Invalid) as told:
        office.do(overtime_rules.write, replace(RULE, agreement="retail"))

    assert [one.code for one in told.value.problems] == ["hours.same-rule"]
    assert office.ask(overtime_rules.problems, kept) == ()


def test_a_rule_is_changed_and_put_away_and_a_stale_change_is_refused(office: Office) -> None:
    kept = office.do(overtime_rules.write, RULE).result

    later = office.do(
        overtime_rules.change, replace(kept, valid_from=date(2026, 4, 1), is_closed=True)
    ).result

    assert (later.version, later.is_closed) == (2, True)
    with pytest.raises(Conflict):
        office.do(overtime_rules.change, kept)
