"""Alternatives are said as simply as they can be."""

from __future__ import annotations

from app.domain.archive.matching import AnyOf, Run, any_of


def test_one_alternative_is_no_alternative() -> None:
    assert any_of([Run(("a",)), Run(("a",))]) == Run(("a",))
    assert any_of([Run(("a",)), Run(("b",))]) == AnyOf((Run(("a",)), Run(("b",))))
    assert any_of([]) == AnyOf(())
