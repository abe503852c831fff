"""One draft for many: each customer gets one or is told of; all are undone while drafts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Terms
from app.domain.contacts.form import ContactForm
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Invoice, State
from app.domain.shared.ids import ContactId, MailingListId
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import bulk, contacts, invoices, mailing_lists, products
from app.services.bulk import ForMany
from app.services.office import Cancelled, Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import AAMU, LAMP, a_content, a_written_line, count, drafted, opened_books

FEE = Draft(lines=(a_written_line("1", "60"),))


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


def a_member(office: Office, name: str, **parts: Any) -> ContactId:
    form = ContactForm(name, addresses=(Address("Katu 1", postcode="37100", town="Nokia"),))
    return office.do(contacts.add, replace(form, **parts)).result.id


@pytest.fixture
def club(office: Office) -> MailingListId:
    for name in ("Anna", "Bertta", "Cecilia"):
        a_member(office, name)
    form = MailingForm("Nokia", Wanted(town="Nokia"))
    return office.do(mailing_lists.add, form).result.id


def made(office: Office, outcome: ForMany) -> list[Invoice]:
    ids = [one.invoice_id for one in outcome.made if one.invoice_id is not None]
    return [office.ask(invoices.get, one) for one in ids]


def test_everybody_on_a_list_gets_a_draft_of_its_own(office: Office, club: MailingListId) -> None:
    outcome = office.do(bulk.make, FEE, club).result

    drafts = made(office, outcome)
    assert [one.buyer.name if one.buyer else "" for one in drafts] == ["Anna", "Bertta", "Cecilia"]
    assert {one.state for one in drafts} == {State.DRAFT}
    assert {one.gross.amount for one in outcome.made if one.gross} == {Decimal("75.30")}
    assert outcome.skipped == ()


def test_a_preview_says_who_would_get_what_and_writes_nothing(
    office: Office, club: MailingListId
) -> None:
    found = office.ask(bulk.preview, FEE, club, (AAMU.id,))

    assert [one.name for one in found] == ["Anna", "Bertta", "Cecilia", "Kahvila Aamu Oy"]
    assert count(office, "invoice") == 0


def test_who_cannot_get_one_is_skipped_with_the_reason(office: Office, club: MailingListId) -> None:
    gone = a_member(office, "Dora")
    office.do(contacts.put_away, (gone,))

    outcome = office.do(bulk.make, FEE, club, (gone,)).result

    assert len(outcome.made) == 3
    (skipped,) = outcome.skipped
    assert (skipped.name, skipped.invoice_id) == ("Dora", None)
    assert [one.code for one in skipped.problems] == ["invoices.customer-put-away"]


def test_who_was_put_away_but_stands_on_the_list_by_hand_is_told_of(office: Office) -> None:
    gone = a_member(office, "Dora")
    listed = office.do(mailing_lists.add, MailingForm("Dora", None, (gone,))).result
    office.do(contacts.put_away, (gone,))

    outcome = office.do(bulk.make, FEE, listed.id).result

    assert (outcome.made, len(outcome.skipped)) == ((), 1)


def test_a_product_that_was_put_away_is_billed_to_nobody(
    office: Office, club: MailingListId
) -> None:
    content = Draft(lines=(DraftLine(product_id=LAMP.id),))
    office.do(products.put_away, (LAMP.id,))

    outcome = office.do(bulk.make, content, club).result

    assert outcome.made == ()
    assert {one.problems[0].code for one in outcome.skipped} == {"invoices.product-put-away"}


def test_nobody_on_the_list_is_told(office: Office) -> None:
    empty = office.do(mailing_lists.add, MailingForm("Oulu", Wanted(town="Oulu"))).result

    with pytest.raises(Invalid) as refused:
        office.do(bulk.make, FEE, empty.id)

    assert [one.code for one in refused.value.problems] == ["bulk.nobody"]


def test_a_contact_that_is_chosen_and_on_the_list_gets_one(
    office: Office, club: MailingListId
) -> None:
    anna = office.ask(bulk.preview, FEE, club)[0].contact_id

    outcome = office.do(bulk.make, FEE, club, (anna, anna)).result

    assert len(outcome.made) == 3


def test_what_belongs_to_the_customer_of_a_draft_is_left_to_each(office: Office) -> None:
    english = a_member(office, "Emma", terms=Terms(days=30, language="en"))
    lamp = DraftLine(description="Valaisin", product_id=LAMP.id)
    draft = drafted(office, a_content(lamp, your_reference="Maija", note="Hei"))

    content = office.ask(bulk.content, draft.id)
    (new,) = made(office, office.do(bulk.make, content, None, (english,)).result)

    assert (content.customer_id, content.language, content.terms_days) == (None, "", None)
    assert (new.language, new.terms_days, new.your_reference) == ("en", 30, "")
    assert (new.lines[0].description, new.note) == ("Lamp", "Hei")


def test_what_a_clerk_chose_for_a_draft_holds_for_each(office: Office) -> None:
    english = a_member(office, "Emma", terms=Terms(days=30, language="en"))
    draft = drafted(office, a_content(terms_days=7, language="th"))

    content = office.ask(bulk.content, draft.id)
    (new,) = made(office, office.do(bulk.make, content, None, (english,)).result)

    assert (new.language, new.terms_days) == ("th", 7)


def test_drafts_are_undone_while_nobody_touched_them(office: Office, club: MailingListId) -> None:
    outcome = office.do(bulk.make, FEE, club).result
    ids = tuple(one.invoice_id for one in outcome.made if one.invoice_id is not None)
    office.do(invoices.issue, ids[0])
    changed = office.ask(invoices.content, ids[1])
    office.do(invoices.revise, ids[1], 1, replace(changed, note="x"))

    undone = office.do(bulk.undo, ids).result

    assert undone == ids[2:]
    states = [office.ask(invoices.get, one).state for one in ids]
    assert states == [State.ISSUED, State.DRAFT, State.DISCARDED]


def test_work_that_is_cancelled_leaves_nothing(office: Office, club: MailingListId) -> None:
    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.do_watched(stop, bulk.make, FEE, club)

    assert count(office, "invoice") == 0


def test_the_audit_has_a_row_for_each_draft(office: Office, club: MailingListId) -> None:
    before = count(office, "audit")

    office.do(bulk.make, FEE, club)

    assert count(office, "audit") == before + 4
