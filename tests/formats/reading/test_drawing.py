from __future__ import annotations

import pytest

from app.formats.reading import drawing
from app.formats.reading.drawing import LACKS, Drawer
from tests import foreign
from tests.ui.pdfs import a_pdf

READ = {"do": "read", "page": 0}
DRAW = {"do": "draw", "page": 0, "whole": [595, 842], "clip": [0, 0, 5, 4]}


def test_a_file_is_opened_drawn_and_read_by_its_number() -> None:
    drawer = Drawer()

    told, _raw = drawer({"do": "open", "file": 3}, a_pdf(("one",), ("two",)))

    assert len(told["sizes"]) == 2
    told, dots = drawer({**DRAW, "file": 3}, b"")
    assert (told, bytes(dots)) == ({}, b"\xff" * 80)
    told, raw = drawer({**READ, "page": 1, "file": 3}, b"")
    assert told == {"signs": 3}
    assert bytes(raw).startswith("two".encode("utf-32-le"))
    assert len(raw) == 3 * (4 + 16)


def test_a_file_that_is_gone_is_asked_for_again() -> None:
    drawer = Drawer()
    drawer({"do": "open", "file": 3}, a_pdf())

    assert drawer({**READ, "file": 4}, b"") == (LACKS, b"")
    assert drawer({**READ, "file": 3, "gone": [3, 9]}, b"") == (LACKS, b"")


def test_only_so_many_bytes_are_held_of_which_the_last_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawer, pdf = Drawer(), a_pdf()
    monkeypatch.setattr(drawing, "MOST_HELD", 2 * len(pdf))

    for number in (1, 2, 3):
        drawer({"do": "open", "file": number}, pdf)

    lacks = [number for number in (1, 2, 3) if drawer({**READ, "file": number}, b"")[0] == LACKS]
    assert lacks == [1]


def test_a_picture_is_drawn_and_a_beginning_says_nothing() -> None:
    drawer = Drawer()
    told, raw = drawer({"do": "picture"}, foreign.a_picture(foreign.a_scan(width=30, height=20)))

    assert (told, len(raw)) == ({"size": (30, 20), "of": (30, 20)}, 30 * 20 * 4)
    assert drawer({"do": "begin"}, b"") == ({}, b"")
