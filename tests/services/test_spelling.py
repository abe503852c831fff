"""A program for each language, begun with its first word, and given up when it keeps failing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.spelling import AT_ONCE, MOST_FAILURES, Spelling
from tests.stand_in_speller import a_speller

pytestmark = pytest.mark.skipif(os.name == "nt", reason="The stand-in is a script.")


@pytest.fixture
def spelling(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Spelling]:
    monkeypatch.setenv("PATH", str(a_speller(tmp_path / "bin")))
    made = Spelling()
    yield made
    made.close()


def test_words_are_judged_in_their_language(spelling: Spelling) -> None:
    assert spelling.judge("en", "FI", ("dear", "teh")) == {"dear": None, "teh": ("the", "ten")}
    assert spelling.judge("fi", "FI", ("kiitos",)) == {"kiitos": None}
    assert spelling.judge("th", "TH", ("dear",)) is None


def test_many_words_are_judged_some_at_once(spelling: Spelling) -> None:
    words = tuple(f"word{'x' * at}" for at in range(AT_ONCE * 2 + 1))

    assert spelling.judge("en", "", words) == dict.fromkeys(words, ())


def test_a_program_that_was_let_go_is_started_again(spelling: Spelling) -> None:
    spelling.judge("en", "", ("dear",))

    spelling.close()

    assert spelling.judge("en", "", ("dear",)) == {"dear": None}


def test_nothing_is_started_after_the_end(spelling: Spelling) -> None:
    spelling.close(for_good=True)

    assert spelling.judge("en", "", ("dear",)) is None


def test_a_program_that_keeps_failing_is_given_up(spelling: Spelling) -> None:
    for _ in range(MOST_FAILURES):
        assert spelling.judge("en", "", ("dies",)) == {}

    assert spelling.judge("en", "", ("dear",)) is None


def test_what_was_judged_before_it_failed_is_kept(spelling: Spelling) -> None:
    words = ("dear",) * 1 + tuple(f"goods{at}" for at in range(AT_ONCE - 1)) + ("dies",)

    judged = spelling.judge("en", "", words)

    assert judged is not None
    assert len(judged) == AT_ONCE
    assert spelling.judge("en", "", ("dear",)) == {"dear": None}
