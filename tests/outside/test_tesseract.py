"""Tesseract is found where it is, asked through pipes, and ended when it hangs."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.outside import tesseract
from app.outside.rooms import unwatched
from app.outside.tesseract import CannotReadPicture
from tests import foreign
from tests.stand_in import FAILS, RESTS, SLEEPS, path_with, stand_in

PICTURE = foreign.a_picture(foreign.a_scan("Lasku", width=300, height=200))


class Told(Exception):
    """Somebody asked to stop."""


def nobody(_process: int) -> None:
    """Leave the process as it is."""


def found(monkeypatch: pytest.MonkeyPatch, folder: Path, deed: str = "") -> tesseract.Tesseract:
    monkeypatch.setenv("PATH", str(stand_in(folder / "bin", deed=deed)))
    program = tesseract.find(("tha", "eng"))
    assert program is not None
    return program


def test_without_the_program_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert tesseract.find() is None


def test_a_program_that_knows_no_language_of_ours_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(stand_in(tmp_path / "bin", languages="osd jpn")))

    assert tesseract.find() is None


def test_the_languages_are_those_installed_the_offices_own_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = found(monkeypatch, tmp_path)

    assert program.languages == ("tha", "eng", "fin")
    assert program.turns


def test_a_picture_is_read_through_pipes_and_no_file_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = found(monkeypatch, tmp_path)
    seen: list[int] = []
    before = set(tmp_path.rglob("*"))

    text = program.read(PICTURE, unwatched, seen.append)

    assert text == "kuva 300 x 200 tha+eng+fin"
    assert len(seen) == 1
    assert set(tmp_path.rglob("*")) == before


def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = found(monkeypatch, tmp_path, SLEEPS)

    with pytest.raises(CannotReadPicture):
        program.read(PICTURE, unwatched, nobody, seconds=0.3)


def test_who_watches_may_end_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = found(monkeypatch, tmp_path, SLEEPS)

    def stop() -> None:
        raise Told

    with pytest.raises(Told):
        program.read(PICTURE, stop, nobody)


def test_a_program_that_fails_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = found(monkeypatch, tmp_path, FAILS)

    with pytest.raises(CannotReadPicture):
        program.read(PICTURE, unwatched, nobody)


def test_a_program_that_cannot_even_be_asked_knows_nothing(tmp_path: Path) -> None:
    assert tesseract.languages_of(str(tmp_path / "missing")) == frozenset()


def test_a_program_that_takes_its_time_is_given_the_whole_picture(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = stand_in(tmp_path / "bin", first=RESTS)
    monkeypatch.setenv("PATH", path_with(program))
    large = PICTURE + bytes(4 << 20)

    found = tesseract.find()

    assert found is not None
    assert found.read(large, unwatched, nobody, seconds=60) == "kuva 300 x 200 fin+tha+eng"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("ส ิ น ค ้ า ได ้ จ ั ด 14 วัน", "สินค้าได้จัด 14 วัน"),
        ("เรียน ท่านลูกค้า ที่นับถือ ทุกท่าน", "เรียน ท่านลูกค้า ที่นับถือ ทุกท่าน"),
        ("ช\u0e4d\u0e32ระ", "ชำระ"),
        ("a b c d e", "a b c d e"),
    ],
)
def test_thai_is_put_together_that_was_spread(told: str, text: str) -> None:
    assert tesseract.mended(told) == text
