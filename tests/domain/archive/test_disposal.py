"""A disposal goes from proposal to certificate, and destroys nothing that is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.archive.disposal import (
    Case,
    Disposal,
    DisposalKind,
    DisposalRules,
    DisposalState,
    Fate,
    Item,
    NothingDue,
    SameHand,
    Stay,
    Unexplained,
    Unsigned,
    check_rules,
    destroyed,
    kept,
    stay_of_due,
    stay_of_trashed,
)
from app.domain.archive.document import DocumentState
from app.domain.archive.retention import Clock, RetentionClass, ground_of
from app.domain.shared.ids import DisposalId, RecordId
from app.domain.shared.refusals import IllegalTransition, NotFound
from tests.domain.archive.papers import AT, a_document

BILL = a_document(day=date(2026, 5, 1), state=DocumentState.FILED)
VOUCHER = RetentionClass("voucher", {"en": "Vouchers"}, 8, Clock.YEAR_END, "AO § 147 (3)")
GROUND = ground_of(BILL, (VOUCHER,), 1)
ITEM = Item(BILL.id, BILL.title, "bill", date(2026, 5, 1), GROUND)
TODAY = date(2035, 1, 1)


def a_list(*items: Item) -> Disposal:
    proposed = DisposalState.PROPOSED
    return Disposal(DisposalId(1), 1, DisposalKind.DUE, proposed, "Maija", AT, items or (ITEM,))


def test_a_list_is_signed_carried_out_and_done() -> None:
    signed = a_list().signed(" Ville ", AT, four_eyes=True)

    begun = signed.begun(lambda item: destroyed(item, ()), AT, TODAY, RecordId(9))

    assert (signed.signed_by, begun.certificate_id) == ("Ville", 9)
    assert [item.fate for item in begun.items] == [Fate.DESTROYED]
    assert begun.done(AT).state is DisposalState.DONE
    for illegal in (begun.dropped, signed.require_under_way, begun.done(AT).dropped):
        with pytest.raises(IllegalTransition):
            illegal()


def test_four_eyes_are_two_people() -> None:
    with pytest.raises(SameHand):
        a_list().signed("maija", AT, four_eyes=True)
    with pytest.raises(Unsigned):
        a_list().signed("  ", AT, four_eyes=False)
    assert a_list().signed("Maija", AT, four_eyes=False).signed_by == "Maija"


def test_what_is_struck_out_stays_with_its_reason() -> None:
    struck = a_list().struck(BILL.id, "Ville", " still\nneeded ")

    assert [(item.fate, item.by, item.why) for item in struck.items] == [
        (Fate.STRUCK, "Ville", "still needed")
    ]
    with pytest.raises(NothingDue):
        struck.signed("Ville", AT, four_eyes=False)
    with pytest.raises(NotFound):
        struck.struck(BILL.id, "Ville", "again")
    with pytest.raises(Unexplained):
        a_list().struck(BILL.id, "Ville", " ")


def test_a_list_of_which_nothing_is_due_any_more_does_not_get_under_way() -> None:
    signed = a_list().signed("Ville", AT, four_eyes=False)

    with pytest.raises(NothingDue):
        signed.begun(lambda item: kept(item, Stay.HELD), AT, TODAY, RecordId(9))


def test_a_bill_goes_on_the_day_after_its_last_and_not_before() -> None:
    case = Case(BILL, GROUND)

    assert stay_of_due(case, date(2034, 12, 31)) is Stay.NOT_DUE
    assert stay_of_due(case, TODAY) is None
    assert stay_of_due(replace(case, is_held=True), TODAY) is Stay.HELD
    assert stay_of_due(Case(replace(BILL, locked_by="Ville"), GROUND), TODAY) is Stay.LOCKED
    assert stay_of_due(Case(BILL, None), TODAY) is Stay.NOT_DUE
    inbox = replace(BILL, state=DocumentState.INBOX)
    assert stay_of_due(Case(inbox, GROUND), TODAY) is Stay.MOVED


def test_the_trash_gives_up_what_lay_there_long_enough_and_no_law_asks_for() -> None:
    by = datetime(2026, 4, 9, tzinfo=UTC)
    junk = a_document().trashed(by)

    assert stay_of_trashed(Case(junk, None), by, TODAY) is None
    assert stay_of_trashed(Case(junk, None), by - timedelta(1), TODAY) is Stay.MOVED
    assert stay_of_trashed(Case(junk, None, is_held=True), by, TODAY) is Stay.HELD
    bill = Case(BILL.trashed(by), GROUND)
    assert stay_of_trashed(bill, by, date(2034, 12, 31)) is Stay.NOT_DUE
    assert stay_of_trashed(bill, by, TODAY) is None
    assert stay_of_trashed(Case(BILL, GROUND), by, TODAY) is Stay.MOVED


def test_the_trash_keeps_things_for_some_days() -> None:
    assert check_rules(DisposalRules()) == ()
    assert [one.code for one in check_rules(DisposalRules(trash_days=0))] == ["disposal.bad-days"]
