"""Every reason of a suggestion is a sentence in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import app
from app.domain.contacts.duplicates import Reason
from app.lang.reasons import MARKS, REASONS, reason
from app.lang.texts import LANGUAGES, say_in

FACTS = {"count": "14", "text": "Helen", "page": "1", "words": "“kWh”"}
SPOKEN = {"sender", "amount", "title"}
BECAUSE = re.compile(r'Because\("([\w.-]+)"')
PAIRED = re.compile(r'\(kinds\.\w+, "([\w.-]+)"\)')


def codes() -> set[str]:
    folder = Path(app.__file__).parent / "domain" / "archive"
    texts = "".join((folder / name).read_text("utf-8") for name in ("suggesting.py", "offers.py"))
    contacts = {f"contact.{one.value}" for one in Reason}
    return {*BECAUSE.findall(texts), *PAIRED.findall(texts), *contacts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence(language: str) -> None:
    say = say_in(language)

    told = {code: reason(code, FACTS, say) for code in codes()}

    assert set(told) == set(REASONS) | set(MARKS) | SPOKEN
    assert not [code for code, text in told.items() if text == code or "{" in text]


def test_a_reason_says_how_many() -> None:
    say = say_in("en")

    assert reason("sender", {"count": "1"}, say) == "Same sender as 1 other"
    assert reason("sender", FACTS, say) == "Same sender as 14 others"
    assert reason("words", FACTS, say) == "The words “kWh”"


def test_a_reason_without_a_sentence_is_named_and_a_long_text_is_cut() -> None:
    say = say_in("en")

    assert reason("moon", {}, say) == "moon"
    assert len(reason("paper", {"text": "x" * 200}, say)) < 100
