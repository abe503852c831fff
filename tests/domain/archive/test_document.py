"""A document moves only as a records manager allows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.document import (
    Document,
    DocumentState,
    Link,
    Locked,
    Sealed,
    link_of,
)
from app.domain.shared.ids import RecordId
from app.domain.shared.refusals import IllegalTransition, Refusal
from tests.domain.archive.papers import AT, a_document

MOVES: dict[str, Callable[[Document], Document]] = {
    "file": Document.filed,
    "unfile": Document.unfiled,
    "seal": Document.sealed,
    "trash": lambda one: one.trashed(AT),
    "restore": Document.restored,
    "dispose": Document.disposed,
    "take out": lambda one: one.taken_out("Maija"),
    "bring back": Document.brought_back,
    "renew": lambda one: one.renewed(RecordId(one.file_id + 1), "Maija"),
}


def test_a_document_goes_from_the_inbox_to_the_file_and_back() -> None:
    filed = a_document().filed()

    assert filed.state is DocumentState.FILED
    assert filed.unfiled().state is DocumentState.INBOX
    with pytest.raises(IllegalTransition):
        filed.filed()


@pytest.mark.parametrize("state", [DocumentState.INBOX, DocumentState.FILED])
def test_what_was_trashed_comes_back_where_it_was(state: DocumentState) -> None:
    document = a_document(state=state)

    trashed = document.trashed(AT)

    assert (trashed.state, trashed.trashed_at) == (DocumentState.TRASHED, AT)
    assert trashed.restored() == document


def test_a_sealed_document_stays_as_it_is() -> None:
    sealed = a_document().filed().sealed()

    for move in ("unfile", "trash", "take out", "renew"):
        with pytest.raises(Sealed):
            MOVES[move](sealed)
    assert sealed.disposed().state is DocumentState.DISPOSED


def test_who_took_a_document_out_is_the_only_one_to_renew_it() -> None:
    out = a_document().taken_out("Maija")

    with pytest.raises(Locked):
        out.renewed(RecordId(9), "Ville")
    with pytest.raises(Locked):
        out.trashed(AT)
    renewed = out.renewed(RecordId(9), "Maija")
    assert (renewed.file_id, renewed.locked_by) == (9, "")


@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=12))
def test_no_order_of_moves_loses_a_seal_or_revives_what_was_destroyed(names: list[str]) -> None:
    document = a_document()

    for name in names:
        before = document
        with suppress(Refusal):
            document = MOVES[name](document)

        assert document.is_sealed or not before.is_sealed
        assert document.file_id == before.file_id or not before.is_sealed
        assert before.state is not DocumentState.DISPOSED or document.state is before.state
        assert (document.state is DocumentState.TRASHED) == (document.trashed_at is not None)


def test_a_source_names_the_record_that_a_document_belongs_to() -> None:
    assert link_of("invoice:123") == Link("invoice", 123)
    assert Link("invoice", 123).source == "invoice:123"
    for other in ("", "invoice", "mail:abc", ":5", "invoice:-1", "invoice:٣"):
        assert link_of(other) is None
