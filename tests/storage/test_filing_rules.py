"""Filing rules come back as they were kept, in their order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.rules import FilingRule, Then, When
from app.domain.shared.ids import ContactId, DocumentTypeId, FilingRuleId, TagId, new_id
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

WHEN = When(
    ContactId(2), DocumentTypeId(3), ("kWh",), "bill*", Money(1, "EUR"), Money(9, "EUR"), "/in"
)
THEN = Then(DocumentTypeId(3), ContactId(2), (TagId(4),), "A1", "note", "draft")


def a_rule(name: str = "Power", position: int = 0) -> FilingRule:
    return FilingRule(FilingRuleId(new_id()), 1, position, name, WHEN, THEN)


def test_a_rule_comes_back_as_it_was_kept(database: Database) -> None:
    rule = a_rule()
    with database.write() as unit:
        unit.filing_rules.add(rule)

    with database.read() as unit:
        assert unit.filing_rules.get(rule.id) == rule


def test_rules_stand_in_their_order(database: Database) -> None:
    first, second = a_rule("A"), a_rule("B", 1)
    with database.write() as unit:
        unit.filing_rules.add(second)
        unit.filing_rules.add(first)
        assert unit.filing_rules.all() == (first, second)

        unit.filing_rules.arrange((second, first))

        assert [one.name for one in unit.filing_rules.all()] == ["B", "A"]


def test_a_changed_rule_has_the_next_version_and_an_old_one_is_refused(database: Database) -> None:
    rule = a_rule()
    with database.write() as unit:
        unit.filing_rules.add(rule)
        saved = unit.filing_rules.save(rule, replace(rule, is_active=False))

        assert (saved.version, unit.filing_rules.get(rule.id)) == (2, saved)
        with pytest.raises(Conflict):
            unit.filing_rules.save(rule, rule)


def test_a_removed_rule_is_gone(database: Database) -> None:
    rule = a_rule()
    with database.write() as unit:
        unit.filing_rules.add(rule)
        unit.filing_rules.remove(rule)

        assert unit.filing_rules.all() == ()
        with pytest.raises(NotFound):
            unit.filing_rules.get(rule.id)
