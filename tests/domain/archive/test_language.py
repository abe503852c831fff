"""Text becomes tokens in its order, Thai among them."""

from __future__ import annotations

from app.domain.archive.language import tokens_of


def test_texts_are_read_on_as_far_as_is_wanted() -> None:
    assert list(tokens_of(("Yksi kaksi", "kolme"), 2)) == ["yksi", "kaksi"]
    assert list(tokens_of(("บิล",))) == ["บิ", "ิล", "ล"]
