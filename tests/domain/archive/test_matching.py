"""A question can be asked of one part of a document alone."""

from __future__ import annotations

from app.domain.archive.matching import FACT, AllOf, AnyOf, Part, Run, any_of, within


def test_one_alternative_is_no_alternative() -> None:
    assert any_of([Run(("a",)), Run(("a",))]) == Run(("a",))
    assert any_of([]) == AnyOf(())


def test_words_are_asked_of_a_part_and_facts_are_left_out() -> None:
    words = AnyOf((Run(("a",)), Run(("b", "c"), None, is_open=True)))
    asked = AllOf((words, Run((f"{FACT}t3",)), Run(("d",), Part.SENDER)), (Run(("x",)),))

    titled = AnyOf((Run(("a",), Part.TITLE), Run(("b", "c"), Part.TITLE, is_open=True)))
    assert within(asked, Part.TITLE) == AllOf((titled,))
    assert within(Run((f"{FACT}t3",)), Part.TITLE) is None
    assert within(AllOf(()), Part.TITLE) is within(AnyOf(()), Part.TITLE) is None
