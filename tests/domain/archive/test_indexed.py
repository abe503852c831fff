"""A document is found by its words, each where it stands, and by facts that no text can hold."""

from __future__ import annotations

from datetime import date

from app.domain.archive.indexed import FACT, Indexed
from app.domain.shared.ids import ContactId, DocumentTypeId, TagId
from tests.domain.archive.papers import a_document


def test_words_stand_where_they_were_written() -> None:
    one = a_document("Sähkö", reference="RF 12", note="Maksettu", fields={"room": "B2"})

    indexed = Indexed(one, "Voima Oy", "lasku.pdf", ("Erä 1", "ค่าไฟ"))

    assert list(indexed.title_tokens()) == ["sahko"]
    assert list(indexed.sender_tokens()) == ["voima", "oy"]
    assert list(indexed.card_tokens()) == ["rf", "12", "maksettu", "lasku", "pdf", "b2"]
    assert list(indexed.text_tokens())[-7:-5] == ["era", "1"]


def test_facts_are_tokens_that_no_text_can_hold() -> None:
    parts = {"type_id": DocumentTypeId(3), "correspondent_id": ContactId(4), "tags": (TagId(5),)}
    one = a_document(f"{FACT}x", is_sealed=True, **parts)

    facts = [token for token in Indexed(one).text_tokens() if token.startswith(FACT)]

    assert facts == [f"{FACT}{fact}" for fact in ("sinbox", "t3", "c4", "g5", "x")]
    assert list(Indexed(one).title_tokens()) == ["x"]


def test_a_document_without_a_day_is_of_the_day_on_which_it_came() -> None:
    one = a_document()

    assert Indexed(one).day == one.received_at.date()
    assert Indexed(a_document(day=date(2020, 1, 2))).day == date(2020, 1, 2)
