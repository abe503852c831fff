"""Filing rules fit when all holds that they ask for, and write only where nothing is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.kinds import DocumentType, Stage
from app.domain.archive.rules import Case, FilingRule, Then, When, applied, check, fits, tidied
from app.domain.shared.ids import ContactId, DocumentTypeId, FilingRuleId, TagId
from app.domain.shared.money import Money
from tests.domain.archive.papers import a_document

CONTRACT = DocumentType(
    DocumentTypeId(7), 1, "contract", {"en": "Contract"}, stages=(Stage("draft", {"en": "Draft"}),)
)
TYPES = {CONTRACT.id: CONTRACT}
CASE = Case(
    a_document("Scan 1", correspondent_id=ContactId(2), amount=Money(5000, "EUR")),
    "scan1.pdf",
    ("/scans/office/scan1.pdf",),
    ("Sähkölasku\nkWh", "page two"),
)


def a_rule(when: When, then: Then, name: str = "Rule") -> FilingRule:
    return FilingRule(FilingRuleId(1), 1, 0, name, when, then)


@pytest.mark.parametrize(
    "when",
    [
        When(correspondent_id=ContactId(2)),
        When(words=("SÄHKÖ", "page two")),
        When(title="scan*"),
        When(title="CAN"),
        When(least=Money(5000, "EUR"), most=Money(5000, "EUR")),
        When(folder="/scans/"),
        When(correspondent_id=ContactId(2), words=("kwh",), folder="/Scans"),
    ],
)
def test_a_rule_fits_when_all_it_asks_for_holds(when: When) -> None:
    assert fits(when, CASE)


@pytest.mark.parametrize(
    "when",
    [
        When(correspondent_id=ContactId(3)),
        When(type_id=DocumentTypeId(7)),
        When(words=("kwh", "water")),
        When(title="invoice*"),
        When(least=Money(5001, "EUR")),
        When(most=Money(4999, "EUR")),
        When(least=Money(1, "THB")),
        When(folder="/elsewhere"),
        When(correspondent_id=ContactId(2), words=("water",)),
    ],
)
def test_a_rule_fits_not_when_anything_fails(when: When) -> None:
    assert not fits(when, CASE)


def test_what_the_text_says_counts_until_the_card_says_something() -> None:
    bare = a_document("Scan")
    seen = replace(bare, correspondent_id=ContactId(9))

    assert fits(When(correspondent_id=ContactId(9)), Case(bare, seen=seen))
    assert not fits(When(correspondent_id=ContactId(9)), replace(CASE, seen=seen))


def test_rules_write_in_their_order_only_into_empty_fields_and_gather_tags() -> None:
    rules = (
        a_rule(When(words=("kwh",)), Then(type_id=CONTRACT.id, tags=(TagId(1),), binder="A")),
        a_rule(When(type_id=CONTRACT.id), Then(tags=(TagId(2),), binder="B", stage="draft")),
        replace(a_rule(When(words=("kwh",)), Then(note="off")), is_active=False),
    )

    after = applied(rules, CASE, TYPES)

    assert (after.type_id, after.binder, after.stage) == (CONTRACT.id, "A", "draft")
    assert (after.tags, after.note) == ((1, 2), "")
    assert applied(rules, replace(CASE, document=after), TYPES) == after


def test_a_note_is_added_once_and_a_step_only_where_the_type_has_it() -> None:
    rule = a_rule(When(words=("kwh",)), Then(note="Check it", stage="signed"))
    case = replace(CASE, document=replace(CASE.document, note="Mine", type_id=CONTRACT.id))

    after = applied((rule, rule), case, TYPES)

    assert (after.note, after.stage) == ("Mine\nCheck it", "")


def test_a_rule_that_asks_or_does_nothing_is_wrong() -> None:
    codes = [one.code for one in check(a_rule(When(), Then(), name=""))]
    bounds = When(least=Money(2, "EUR"), most=Money(1, "EUR"))

    assert codes == ["rules.without-name", "rules.without-condition", "rules.without-deed"]
    assert [one.code for one in check(a_rule(bounds, Then(binder="A")))] == ["rules.upside-down"]


def test_a_rule_is_kept_tidy() -> None:
    rule = a_rule(When(words=(" kWh ", "", "kWh")), Then(tags=(TagId(1), TagId(1))), " Power ")

    tidy = tidied(rule)

    assert (tidy.name, tidy.when.words, tidy.then.tags) == ("Power", ("kWh",), (1,))
