"""Filing rules through the services: tried out, applied to what comes in, walled off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.form import form_of
from app.domain.archive.receiving import Incoming, Origin
from app.domain.archive.rules import FilingRule, Then, When
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, TagId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import archive, documents, filing_rules, kinds, reading, receiving
from app.services.filing_rules import RuleForm
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.archive.mail import papers, senders
from tests.services.mailed import Mailroom, read
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def a_type(office: Office, code: str) -> DocumentTypeId:
    return next(one.id for one in office.ask(kinds.sorting).types if one.code == code)


def a_rule(office: Office, when: When, then: Then, name: str = "Power") -> FilingRule:
    return office.do(filing_rules.add_rule, RuleForm(name, when, then)).result


def taken(office: Office, text: str = "kWh", name: str = "scan.txt") -> DocumentId:
    record = office.do(archive.file, name, "text/plain", text.encode()).result
    read(office, record, text)
    return DocumentId(record.id)


def received(office: Office, text: str, place: str = "") -> DocumentId:
    with office.database.write() as unit:
        stored = unit.contents.put([text.encode()])
    coming = Incoming("scan.txt", "text/plain", stored.sha256, stored.size, Origin.CHOSEN, place)
    (one,) = office.do(receiving.keep, (coming,)).result
    office.run(reading.read_some)
    return one.document_id


def clerk(office: Office, *permissions: Permission) -> Office:
    role = Role("clerk", frozenset({Permission.ARCHIVE_READ, *permissions}))
    return Office(office.database, office.clock, Actor("Ville", role))


def test_what_comes_in_is_sorted_by_the_rules_in_their_order(office: Office) -> None:
    bill, tag = a_type(office, "bill"), office.do(kinds.add_tag, "power").result.id
    a_rule(office, When(words=("kwh",)), Then(type_id=bill, tags=(tag,), binder="A"))
    a_rule(office, When(type_id=bill), Then(binder="B", note="Check the meter"))

    one, other = received(office, "Used: 412 kWh"), received(office, "Nothing")

    document = office.ask(documents.get, one)
    assert (document.type_id, document.tags, document.binder) == (bill, (tag,), "A")
    assert document.note == "Check the meter"
    assert office.ask(documents.get, other).type_id is None


def test_a_folder_sender_or_amount_decides_before_anybody_wrote_it_down(office: Office) -> None:
    room = Mailroom(office)
    paper = next(one for one in papers(99, among=senders()[:1]) if one.minor and not one.is_scan)
    contact = room.contact(paper.sender, is_marked=True)
    a_rule(office, When(correspondent_id=contact), Then(binder="Sender"))
    a_rule(office, When(least=Money(paper.minor, "EUR")), Then(note="Large"))
    a_rule(office, When(folder="/scans"), Then(note="Scanned"))

    one = office.ask(documents.get, received(office, paper.text, "/scans/a.txt"))

    assert (one.binder, one.note) == ("Sender", "Scanned\nLarge")


def test_a_rule_is_tried_out_without_changing_anything(office: Office) -> None:
    ids = [taken(office, text, f"{place}.txt") for place, text in enumerate(("kWh", "kWh", "m3"))]
    form = RuleForm("Power", When(words=("kWh",)), Then(binder="A"))

    trial = office.ask(filing_rules.try_out, form)

    assert (trial.tried, trial.fitting, trial.touched) == (3, 2, 2)
    assert {one.document_id for one in trial.examples} == set(ids[:2])
    assert all(office.ask(documents.get, one).version == 1 for one in ids)


def test_a_rule_is_run_over_what_is_there_and_only_fills_what_is_empty(office: Office) -> None:
    one, other = taken(office), taken(office, "kWh too", "b.txt")
    form = replace(form_of(office.ask(documents.get, other)), binder="Mine")
    office.do(documents.change, other, 1, form)
    office.do(documents.file, (one, other))
    rule = a_rule(office, When(words=("kwh",), title="*.txt"), Then(binder="A"))

    assert office.do(filing_rules.run_rule, rule.id).result == 1

    assert office.ask(documents.get, one).binder == "A"
    assert office.ask(documents.get, other).binder == "Mine"
    assert office.do(filing_rules.run_rule, rule.id).result == 0


def test_rules_are_changed_put_into_another_order_and_removed(office: Office) -> None:
    first = a_rule(office, When(words=("a",)), Then(binder="A"), "A")
    second = a_rule(office, When(words=("b",)), Then(binder="B"), "B")

    ordered = office.do(filing_rules.reorder_rules, (second.id,)).result
    form = RuleForm("Off", first.when, first.then, is_active=False)
    changed = office.do(filing_rules.change_rule, first.id, ordered[1].version, form).result

    assert [one.name for one in ordered] == ["B", "A"]
    with pytest.raises(Conflict):
        office.do(filing_rules.change_rule, first.id, 1, form)
    office.do(filing_rules.remove_rule, second.id)
    assert office.ask(filing_rules.rules) == (changed,)


def test_a_rule_that_is_switched_off_does_nothing(office: Office) -> None:
    form = RuleForm("Off", When(words=("kwh",)), Then(binder="A"), is_active=False)
    office.do(filing_rules.add_rule, form)

    assert office.ask(documents.get, received(office, "kWh")).binder == ""


@pytest.mark.parametrize(
    ("when", "then", "field"),
    [
        (When(), Then(binder="A"), "when"),
        (When(words=("a",)), Then(), "then"),
        (When(type_id=DocumentTypeId(1)), Then(binder="A"), "when.type_id"),
        (When(words=("a",)), Then(type_id=DocumentTypeId(1)), "then.type_id"),
        (When(words=("a",)), Then(tags=(TagId(1),)), "then.tags"),
    ],
)
def test_a_wrong_rule_names_its_fields(office: Office, when: When, then: Then, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        a_rule(office, when, then)

    assert [one.field for one in refused.value.problems] == [field]


def test_a_rule_names_contacts_and_steps_that_are_there(office: Office) -> None:
    with pytest.raises(NotFound):
        a_rule(office, When(correspondent_id=ContactId(1)), Then(binder="A"))
    with pytest.raises(Invalid):
        a_rule(office, When(words=("a",)), Then(type_id=a_type(office, "bill"), stage="moon"))


def test_rules_about_hidden_types_are_hidden_too(office: Office) -> None:
    personal = a_type(office, "personnel")
    a_rule(office, When(words=("salary",)), Then(type_id=personal))
    arranger = clerk(office, Permission.ARCHIVE_ARRANGE)

    assert arranger.ask(filing_rules.rules) == ()
    with pytest.raises(Invalid):
        a_rule(arranger, When(words=("salary",)), Then(type_id=personal))


def test_a_trial_counts_no_document_that_the_asker_may_not_see(office: Office) -> None:
    one = taken(office)
    form = replace(form_of(office.ask(documents.get, one)), type_id=a_type(office, "personnel"))
    office.do(documents.change, one, 1, form)
    rule = RuleForm("Power", When(words=("kWh",)), Then(binder="A"))

    assert clerk(office, Permission.ARCHIVE_ARRANGE).ask(filing_rules.try_out, rule).touched == 0
