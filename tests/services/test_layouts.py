"""Layouts have names of their own, one is the usual one of each paper, and none in use goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contacts.contact import Terms
from app.domain.invoices.designs import Design
from app.domain.invoices.draft import content_of
from app.domain.invoices.layout import InvoiceLayout, LayoutForm, LayoutInUse, PaperKind
from app.domain.shared.ids import LayoutId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import invoices, layouts
from app.services.dressing import Wardrobe
from app.services.office import Office, no_progress
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import AAMU, AT, a_content, drafted, issued, opened_books

OURS = LayoutForm(" Our  papers ", Design.MODERN, "#0F766E", usual_for=(PaperKind.INVOICE,))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def added(office: Office, form: LayoutForm = OURS) -> InvoiceLayout:
    return office.do(layouts.add, form).result.layout


def worn_by(office: Office, customer_wears: LayoutId | None) -> None:
    """Let the customer have a layout of its own."""
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        terms = replace(before.terms, layout_id=customer_wears)
        unit.contacts.save(before, replace(before, terms=terms), AT)


def test_a_layout_is_kept_tidy_and_listed_by_name(office: Office) -> None:
    ours = added(office)
    first = added(office, replace(OURS, name="A plain one", usual_for=()))

    assert (ours.form.name, ours.form.accent) == ("Our papers", "#0f766e")
    assert office.ask(layouts.layouts) == (first, ours)
    assert office.ask(layouts.get, ours.id) == ours


def test_two_layouts_in_use_have_two_names(office: Office) -> None:
    added(office)

    with pytest.raises(Invalid) as taken:
        added(office)

    assert [one.code for one in taken.value.problems] == ["layouts.name-taken"]


def test_each_paper_has_one_usual_layout(office: Office) -> None:
    first = added(office)

    kept = office.do(layouts.add, replace(OURS, name="Other")).result

    assert office.ask(layouts.get, first.id).form.usual_for == ()
    assert kept.layout.form.usual_for == (PaperKind.INVOICE,)
    assert kept.before[1:] == (first,)


def test_a_layout_is_made_the_usual_one_of_all_papers_and_that_is_taken_back(
    office: Office,
) -> None:
    first, other = added(office), added(office, replace(OURS, name="Other", usual_for=()))

    kept = office.do(layouts.make_usual, other.id, 1, ()).result
    office.do(layouts.restore, kept.before)

    assert kept.layout.form.usual_for == tuple(PaperKind)
    assert office.ask(layouts.get, first.id).form == first.form
    assert office.ask(layouts.get, other.id).form == other.form


def test_a_duplicate_has_a_name_of_its_own_and_is_usual_for_nothing(office: Office) -> None:
    ours = added(office)

    names = [
        office.do(layouts.duplicate, ours.id, "Our papers").result.layout.form.name
        for _ in range(2)
    ]

    assert names == ["Our papers 2", "Our papers 3"]
    assert all(one.form.usual_for == () for one in office.ask(layouts.layouts) if one.id != ours.id)


def test_somebody_else_s_change_is_not_written_over(office: Office) -> None:
    ours = added(office)
    office.do(layouts.change, ours.id, 1, replace(ours.form, accent="#1d4ed8"))

    with pytest.raises(Conflict):
        office.do(layouts.change, ours.id, 1, ours.form)


def test_a_layout_in_use_is_not_put_away(office: Office) -> None:
    ours = added(office)
    theirs = added(office, replace(OURS, name="Theirs", usual_for=()))
    worn_by(office, theirs.id)

    with pytest.raises(LayoutInUse) as usual:
        office.do(layouts.put_away, ours.id, 1)
    with pytest.raises(LayoutInUse) as own:
        office.do(layouts.put_away, theirs.id, 1)

    assert usual.value.facts == {"papers": 1, "customers": 0}
    assert own.value.facts == {"papers": 0, "customers": 1}


def test_a_layout_that_nothing_uses_is_put_away_and_taken_back(office: Office) -> None:
    ours = added(office, replace(OURS, usual_for=()))

    away = office.do(layouts.put_away, ours.id, 1).result

    assert office.ask(layouts.layouts) == ()
    assert office.ask(layouts.layouts, with_archived=True) == (away,)
    assert office.do(layouts.take_back, ours.id, 2).result.is_usable


def test_a_name_that_was_given_anew_is_not_taken_back(office: Office) -> None:
    ours = added(office, replace(OURS, usual_for=()))
    office.do(layouts.put_away, ours.id, 1)
    added(office)

    with pytest.raises(Invalid):
        office.do(layouts.take_back, ours.id, 2)


def test_papers_wear_the_usual_layout_or_the_customer_s_own(office: Office) -> None:
    usual, own = added(office), added(office, replace(OURS, name="Own", usual_for=()))

    with office.database.read() as unit:
        before = Wardrobe(office.desk(unit, no_progress)).layout(PaperKind.INVOICE, AAMU.id)
        note = Wardrobe(office.desk(unit, no_progress)).layout(PaperKind.DELIVERY_NOTE, AAMU.id)
    worn_by(office, own.id)
    with office.database.read() as unit:
        after = Wardrobe(office.desk(unit, no_progress)).layout(PaperKind.INVOICE, AAMU.id)

    assert (before, after) == (usual, own)
    assert note.id == 0


def test_one_invoice_wears_the_layout_that_was_chosen_for_it(office: Office) -> None:
    added(office)
    chosen = added(office, replace(OURS, name="Special", usual_for=()))
    draft = drafted(office, replace(a_content(), layout_id=chosen.id))

    invoice = office.do(invoices.issue, draft.id).result

    with office.database.read() as unit:
        worn = Wardrobe(office.desk(unit, no_progress)).layout_of(invoice)
        shown = Wardrobe(office.desk(unit, no_progress)).layout_of(draft)
    assert (shown, worn.frozen_of) == (chosen, chosen.id)
    assert content_of(draft).layout_id == chosen.id
    assert content_of(invoice).layout_id is None
    assert office.do(invoices.copy, invoice.id).result.layout_id is None


def test_a_chosen_layout_that_went_out_of_use_is_told_and_the_usual_one_taken(
    office: Office,
) -> None:
    usual = added(office)
    chosen = added(office, replace(OURS, name="Special", usual_for=()))
    content = replace(a_content(), layout_id=chosen.id)
    before = office.ask(invoices.review, content).problems
    office.do(layouts.put_away, chosen.id, 1)

    after = office.ask(invoices.review, content).problems
    issued_ = office.do(invoices.issue, drafted(office, content).id).result

    assert [one.code for one in after if one not in before] == ["layouts.out-of-use"]
    assert (after[-1].field, after[-1].is_warning) == ("layout_id", True)
    with office.database.read() as unit:
        assert Wardrobe(office.desk(unit, no_progress)).layout_of(issued_).frozen_of == usual.id


def test_a_receipt_without_a_layout_of_its_own_wears_that_of_invoices(office: Office) -> None:
    ours = added(office)
    with office.database.read() as unit:
        before = Wardrobe(office.desk(unit, no_progress)).layout(PaperKind.RECEIPT, AAMU.id)
    receipts = added(office, replace(OURS, name="Receipts", usual_for=(PaperKind.RECEIPT,)))

    with office.database.read() as unit:
        after = Wardrobe(office.desk(unit, no_progress)).layout(PaperKind.RECEIPT, AAMU.id)

    assert (before, after) == (ours, receipts)


def test_an_issued_invoice_keeps_the_layout_that_it_was_issued_with(office: Office) -> None:
    ours = added(office)
    invoice = issued(office)
    filed = office.ask(invoices.pdf, invoice.id)
    other = replace(ours.form, design=Design.COMPACT)
    office.do(layouts.change, ours.id, 1, other)

    with office.database.read() as unit:
        layout = Wardrobe(office.desk(unit, no_progress)).layout_of(invoice)

    assert layout.form == ours.form
    assert layout.frozen_of == ours.id
    assert office.ask(invoices.pdf, invoice.id) == filed


def test_invoices_of_one_state_of_a_layout_share_what_they_wore(office: Office) -> None:
    ours = added(office)
    first, second = issued(office), issued(office)
    office.do(layouts.change, ours.id, 1, replace(ours.form, accent="#1d4ed8"))
    third = issued(office)

    assert first.layout_id == second.layout_id is not None
    assert third.layout_id not in {None, first.layout_id}
    assert office.ask(layouts.layouts) == (office.ask(layouts.get, ours.id),)


def test_without_a_layout_an_invoice_wears_the_plain_one(office: Office) -> None:
    assert issued(office).layout_id is None


def test_what_issued_papers_wore_cannot_be_changed_as_a_layout(office: Office) -> None:
    added(office)
    worn = issued(office).layout_id
    assert worn is not None

    with pytest.raises(NotFound):
        office.do(layouts.change, worn, 1, OURS)


def test_a_draft_is_shown_in_the_usual_layout(office: Office) -> None:
    plain = office.ask(invoices.page, drafted(office).id)
    added(office)

    assert office.ask(invoices.page, drafted(office).id) != plain


def test_nobody_changes_layouts_without_the_permission(office: Office) -> None:
    clerk = Actor("Eve", Role("clerk", frozenset({Permission.INVOICES_READ})))
    eve = Office(office.database, FixedClock(TODAY), clerk)

    with pytest.raises(NotAllowed):
        eve.do(layouts.add, OURS)

    assert eve.ask(layouts.layouts) == ()


def test_a_customer_s_terms_name_its_layout() -> None:
    assert Terms(layout_id=LayoutId(7)).layout_id == 7
