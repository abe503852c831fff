"""Programs that know words are found where they are, asked through pipes, and ended."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.outside import spelling
from app.outside.spelling import Checker, SpellerFailed, best_of, programs
from tests.stand_in_speller import a_speller

pytestmark = pytest.mark.skipif(os.name == "nt", reason="The stand-in is a script.")


@pytest.fixture
def checkers() -> Iterator[list[Checker]]:
    kept: list[Checker] = []
    yield kept
    for one in kept:
        one.close()


def begun(language: str, checkers: list[Checker]) -> Checker:
    """Return the first program that knows a language, or skip where there is none."""
    for program in programs(language):
        checkers.append(program.make(program.command))
        return checkers[-1]
    pytest.skip(f"No program here knows {language}.")


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, checkers: list[Checker]) -> Checker:
    monkeypatch.setenv("PATH", str(a_speller(tmp_path / "bin")))
    return begun("en", checkers)


def test_without_a_program_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert list(programs("en")) == []


def test_a_program_without_a_dictionary_of_the_language_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(a_speller(tmp_path / "bin")))

    assert list(programs("sv")) == []
    assert [one.command[-1] for one in programs("fi")] == ["fi_FI"]


def test_thai_words_are_not_judged_nor_others_in_thai(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = a_speller(tmp_path / "bin", dictionaries=("/usr/share/hunspell/th_TH",))
    monkeypatch.setenv("PATH", str(folder))

    assert list(programs("th")) == []


def test_words_are_judged_each_with_what_may_be_meant(checker: Checker) -> None:
    assert checker.judge(("Dear", "teh", "xyz", "well-known", "well-knwon")) == {
        "Dear": None,
        "teh": ("the", "ten"),
        "xyz": (),
        "well-known": None,
        "well-knwon": ("well-known",),
    }
    assert checker.judge(("goods",)) == {"goods": None}


def test_an_apostrophe_stays_as_it_is_written(checker: Checker) -> None:
    assert checker.judge(("don’t", "don't")) == {"don’t": None, "don't": None}
    assert checker.judge(("dont",)) == {"dont": ("don't",)}


def test_a_program_that_dies_or_hangs_fails(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, checkers: list[Checker]
) -> None:
    with pytest.raises(SpellerFailed):
        checker.judge(("Dear", "dies", "goods"))
    monkeypatch.setattr(spelling, "SECONDS", 0.2)

    hanging = begun("en", checkers)

    with pytest.raises(SpellerFailed):
        hanging.judge(("hangs",))
    with pytest.raises(SpellerFailed):
        hanging.judge(("Dear",))


def test_a_program_that_cannot_be_started_fails(tmp_path: Path) -> None:
    with pytest.raises(SpellerFailed):
        spelling.Ispell((str(tmp_path / "none"),))
    quiet = shutil.which("true")
    if quiet:
        with pytest.raises(SpellerFailed):
            spelling.Ispell((quiet,))
        with pytest.raises(SpellerFailed):
            spelling.Voikko((quiet,))


@pytest.mark.parametrize(
    ("known", "language", "country", "best"),
    [
        (("en_US", "en_GB", "de_DE"), "en", "", "en_GB"),
        (("en_US", "en_GB"), "en", "US", "en_US"),
        (("en_AU", "en-GB"), "en", "", "en-GB"),
        (("de_AT", "de_DE"), "de", "AT", "de_AT"),
        (("fi", "sv_FI"), "fi", "FI", "fi"),
        (("eng_XX", "enm"), "en", "", ""),
        ((), "en", "GB", ""),
    ],
)
def test_the_dictionary_of_the_country_is_taken_first(
    known: tuple[str, ...], language: str, country: str, best: str
) -> None:
    assert best_of(known, language, country) == best


def test_the_real_hunspell_knows_english(checkers: list[Checker]) -> None:
    judged = begun("en", checkers).judge(("receive", "recieve", "naïve’s", "doesn’t"))

    assert judged["receive"] is None
    assert judged["doesn’t"] is None
    assert "receive" in (judged["recieve"] or ())


def test_the_real_voikko_knows_how_finnish_words_are_built(checkers: list[Checker]) -> None:
    if shutil.which(spelling.VOIKKO) is None:
        pytest.skip("Voikko is not here.")
    checker = begun("fi", checkers)

    assert checker.judge(("linja-autollammekin", "kirrjeestä", "mökissä")) == {
        "linja-autollammekin": None,
        "kirrjeestä": ("kirjeestä",),
        "mökissä": None,
    }
    assert checker.judge(("talo",)) == {"talo": None}
