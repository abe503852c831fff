"""Offers of several sources become one for each value, and are written on the card."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.archive.clues.finding import Home, clues_in
from app.domain.archive.kinds import DocumentType
from app.domain.archive.offers import (
    Choice,
    Offer,
    by_contacts,
    by_lessons,
    by_text,
    chosen,
    title_by_text,
    weighed,
)
from app.domain.archive.suggesting import SURE, Because, Likely, Target
from app.domain.contacts.duplicates import Reason
from app.domain.shared.ids import ContactId, DocumentTypeId, TagId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Invalid
from tests.domain.archive.papers import a_document

BECAUSE = (Because("found", {"text": "x", "page": "1"}),)
BILL = DocumentType(DocumentTypeId(7), 1, "bill", {"en": "Bill"})
TEXT = "LASKU\nLaskun numero 4711\nPäiväys 3.3.2026\nEräpäivä 17.3.2026\nMaksettava 5,00 €"


def test_the_same_answer_of_two_sources_is_surer_and_names_both() -> None:
    offers = (
        Offer("binder", "A1", 60, BECAUSE),
        Offer("binder", "A1", 70, (Because("sender", {"count": "3"}),)),
    )

    (one,) = weighed(a_document(), offers)

    assert one.sureness == 88
    assert [each.code for each in one.because] == ["sender", "found"]


def test_only_the_surest_of_answers_that_exclude_each_other_is_sure() -> None:
    offers = (Offer("type_id", "1", 95, BECAUSE), Offer("type_id", "2", 92, BECAUSE))

    first, second = weighed(a_document(), offers)

    assert (first.value, first.is_sure) == ("1", True)
    assert (second.value, second.sureness) == ("2", SURE - 1)


def test_tags_do_not_exclude_each_other() -> None:
    offers = (Offer("tags", "1", 95, BECAUSE), Offer("tags", "2", 92, BECAUSE))

    assert all(one.is_sure for one in weighed(a_document(), offers))


def test_what_is_written_already_is_not_offered() -> None:
    document = a_document(binder="A1", tags=(TagId(1),), fields={"site": "north"})
    offers = (
        Offer("binder", "B2", 95, BECAUSE),
        Offer("tags", "1", 95, BECAUSE),
        Offer("fields.site", "south", 95, BECAUSE),
    )

    assert weighed(document, offers) == ()


def test_a_text_offers_type_days_amount_and_number() -> None:
    clues = clues_in((TEXT,), Home("FI", "EUR"))

    offers = {one.field: one.value for one in by_text(a_document(), clues, [BILL])}

    assert offers == {
        "type_id": "7",
        "day": "2026-03-03",
        "due_on": "2026-03-17",
        "amount": "5.00 EUR",
        "reference": "4711",
    }


def test_a_title_is_offered_in_place_of_a_file_name_only() -> None:
    clues = clues_in((TEXT,))

    named = list(title_by_text(a_document("scan.pdf"), clues, "scan.pdf"))
    written = list(title_by_text(a_document("Electricity"), clues, "scan.pdf"))

    assert [one.value for one in named] == ["Lasku 4711"]
    assert written == []


def test_a_mark_that_two_contacts_bear_is_not_sure() -> None:
    clues = clues_in(("info@aalto.fi",))
    key = ("info@aalto.fi", Reason.EMAIL)

    (one,) = by_contacts(clues, {key: [ContactId(1)]})
    several = list(by_contacts(clues, {key: [ContactId(1), ContactId(2)]}))

    assert (one.value, one.is_sure) == ("1", True)
    assert not any(each.is_sure for each in several)


def test_lessons_are_offered_under_the_names_of_the_form() -> None:
    found = [Likely(Target(family, "1"), 90, BECAUSE) for family in ("type", "tag", "field:site")]

    assert [one.field for one in by_lessons(found)] == ["type_id", "tags", "fields.site"]


def test_choices_are_written_on_the_card() -> None:
    form = chosen(
        a_document(tags=(TagId(1),)),
        (
            Choice("title", "T"),
            Choice("type_id", "7"),
            Choice("correspondent_id", "8"),
            Choice("tags", "2"),
            Choice("day", "2026-03-03"),
            Choice("due_on", "2026-03-17"),
            Choice("amount", "5.00 EUR"),
            Choice("reference", "4711"),
            Choice("binder", "A1"),
            Choice("note", "n"),
            Choice("fields.site", "north"),
        ),
    )

    assert (form.title, form.type_id, form.correspondent_id, form.tags) == ("T", 7, 8, (1, 2))
    assert (form.day, form.due_on) == (date(2026, 3, 3), date(2026, 3, 17))
    assert (form.amount, form.reference, form.binder) == (Money(500, "EUR"), "4711", "A1")
    assert (form.note, form.fields) == ("n", {"site": "north"})


@pytest.mark.parametrize(
    "wrong",
    [Choice("day", "soon"), Choice("tags", "x"), Choice("amount", "5 ???"), Choice("id", "1")],
)
def test_what_fits_no_field_is_refused(wrong: Choice) -> None:
    with pytest.raises(Invalid):
        chosen(a_document(), (wrong,))
