"""The words of an export are listed by the stems with which they may be asked for."""

from __future__ import annotations

import pytest

from app.formats import handed_words
from app.formats.handed_words import HandedWords, Shard


def shards(*texts: str) -> dict[str, Shard]:
    words = HandedWords()
    words.see(texts)
    return {one.begin: one for one in words.shards()}


def words_of(shard: Shard, stem: str) -> set[str]:
    return set(shard.lists[shard.stems[stem]])


def test_a_stem_stands_for_forms_and_compounds() -> None:
    found = shards("Lasku, laskut ja ostolaskuja", "hinta")

    assert words_of(found["la"], "lasku") == {"lasku", "laskut", "ostolaskuja"}
    assert "hinta" not in found["la"].stems
    assert words_of(found["hi"], "hinna") == {"hinta"}


def test_what_stands_for_itself_alone_is_not_listed() -> None:
    found = shards("xyzzy", "ใบกำกับภาษี 2026")

    assert "xyzzy" not in found.get("xy", Shard("xy", {}, ())).stems
    assert all(begin.isascii() and begin.isalpha() for begin in found)


def test_odd_forms_are_asked_for_by_themselves() -> None:
    found = shards("työ paid")

    assert words_of(found["to"], "toita") == {"tyo"}
    assert "paid" in words_of(found["pa"], "pay")


def test_a_large_archive_lists_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handed_words, "MOST_WORDS", 3)
    words = HandedWords()

    words.see(["yksi kaksi kolme"])
    words.see(["neljas viides"])

    assert "nelja" not in str([one.lists for one in words.shards()])


def test_equal_archives_give_equal_lists() -> None:
    assert shards("ehdot lasku hinnan") == shards("hinnan", "lasku ehdot")
