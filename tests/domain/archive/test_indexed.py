"""A document is found by its words, each where it stands, and by facts that no text can hold."""

from __future__ import annotations

from datetime import date

from app.domain.archive.indexed import (
    BINDER,
    FILE,
    KNOWN,
    REFERENCE,
    SEALED,
    TAGGED,
    UNTYPED,
    Indexed,
    block,
    kind,
    own_field,
    state,
    tag,
)
from app.domain.archive.matching import FACT
from app.domain.shared.ids import DocumentTypeId, TagId
from app.domain.shared.money import Money
from tests.domain.archive.papers import a_document


def facts(one: Indexed) -> set[str]:
    return {token for token in one.text_tokens() if token.startswith(FACT)}


def test_words_stand_where_they_were_written_each_field_behind_its_name() -> None:
    one = a_document("Sähkö", reference="RF 12", note="Maksettu", fields={"room-no": "B2"})

    indexed = Indexed(one, "Voima Oy", "lasku.pdf", ("Erä 1", "ค่าไฟ"))

    assert list(indexed.title_tokens()) == ["sahko"]
    assert list(indexed.sender_tokens()) == ["voima", "oy"]
    named = [REFERENCE, "rf", "12", FILE, "lasku", "pdf", own_field("room-no"), "b2", "maksettu"]
    assert list(indexed.card_tokens()) == named
    assert list(indexed.text_tokens())[-7:-5] == ["era", "1"]
    assert BINDER in list(Indexed(a_document(binder="7")).card_tokens())


def test_facts_are_tokens_that_no_text_can_hold() -> None:
    one = Indexed(a_document(f"{FACT}x", type_id=DocumentTypeId(3), tags=(TagId(5),)))

    assert {KNOWN, state("inbox"), kind(3), tag(5), TAGGED} <= facts(one)
    assert list(one.title_tokens()) == ["x"]
    assert UNTYPED in facts(Indexed(a_document()))
    assert SEALED in facts(Indexed(a_document(is_sealed=True)))


def test_numbers_lie_in_blocks() -> None:
    one = a_document(
        day=date(2020, 1, 2), due_on=date(2026, 4, 1), amount=Money(12345, "EUR"), serial=7
    )

    found = facts(Indexed(one))

    assert {block(one) for one in ("de2020", "da20200102", "aa123450", "na7", "uc202604")} <= found


def test_no_fact_is_cut_by_what_is_written_in_it() -> None:
    assert own_field("room-no").removeprefix(FACT).replace(FACT, "").isalnum()


def test_a_document_without_a_day_is_of_the_day_on_which_it_came() -> None:
    one = a_document()

    assert Indexed(one).day == one.received_at.date()
    assert Indexed(a_document(day=date(2020, 1, 2))).day == date(2020, 1, 2)
