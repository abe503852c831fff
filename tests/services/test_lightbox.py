"""What is looked at is drawn in a room: whatever happens there, the window goes on."""

from __future__ import annotations

import os
import threading
from array import array
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from app.formats.reading import refusals
from app.outside.rooms import Serve
from app.services import lightbox
from app.services.lightbox import LetGo, Lightbox, Sight
from tests import foreign
from tests.ui.pdfs import a_pdf

SIGHT = Sight((595, 842), (0, 0, 595, 100))
Answer = tuple[dict[str, Any], bytes]


@pytest.fixture(scope="module")
def box() -> Iterator[Lightbox]:
    made = Lightbox()
    yield made
    made.let_go()


def room() -> memoryview:
    return memoryview(bytearray(595 * 100 * 4))


def hanging() -> Serve:
    forever = threading.Event()

    def serve(request: Mapping[str, Any], content: bytes) -> Answer:
        forever.wait()
        return {}, b""

    return serve


def lying() -> Serve:
    """Return what answers as a room might that was taken over."""

    def serve(request: Mapping[str, Any], content: bytes) -> Answer:
        if request["do"] == "open":
            return {"sizes": [[595, float(content.decode())]]}, b""
        return {"signs": 10**12, "size": [9, 9], "of": "nothing"}, b"few"

    return serve


def ending() -> Serve:
    def serve(request: Mapping[str, Any], content: bytes) -> Answer:
        os._exit(3)

    return serve


def test_a_file_is_measured_drawn_and_read(box: Lightbox) -> None:
    pdf = a_pdf(("Hello",), ("Moi",))

    assert len(box.open(1, pdf)) == 2
    box.draw((1, pdf), 0, SIGHT, dots := room())
    assert min(dots) < 128 < max(dots)
    text, edges = box.read((1, pdf), 1)
    assert (text, len(edges)) == ("Moi", 12)


def test_a_page_without_text_reads_as_nothing(box: Lightbox) -> None:
    pdf = a_pdf(())

    box.open(2, pdf)

    assert box.read((2, pdf), 0) == ("", array("f"))


def test_a_file_is_sent_again_to_a_fresh_room(
    box: Lightbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = a_pdf(("Hello",))
    box.open(3, pdf)
    monkeypatch.setattr(lightbox, "MOST_FILES", 1)

    box.open(4, a_pdf())

    assert box.read((3, pdf), 0)[0] == "Hello"


def test_a_file_nobody_looks_at_is_forgotten(box: Lightbox) -> None:
    box.open(5, a_pdf())
    box.forget(5)

    assert box._ask({"do": "read", "file": 5, "page": 0})[0] == {"lacks": True}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"none", refusals.DamagedFile),
        (foreign.a_pdf("Lasku")[:300], refusals.DamagedFile),
        (foreign.a_locked_pdf("Lasku"), refusals.LockedFile),
    ],
)
def test_what_is_no_pdf_is_refused_by_its_cause(
    box: Lightbox, raw: bytes, expected: type[Exception]
) -> None:
    with pytest.raises(expected):
        box.open(6, raw)


def test_a_picture_is_shown_or_refused(box: Lightbox) -> None:
    shown = box.picture(foreign.a_picture(foreign.a_scan(width=30, height=20)))

    assert (shown.size, shown.of, len(shown.dots)) == ((30, 20), (30, 20), 30 * 20 * 4)
    with pytest.raises(refusals.UnpacksTooLarge):
        box.picture(foreign.a_picture_bomb())


def test_what_hangs_or_ends_is_told_as_such_and_the_next_file_finds_a_fresh_room() -> None:
    with pytest.raises(refusals.TookTooLong):
        Lightbox(hanging, seconds=0.3).open(1, b"")
    broken = Lightbox(ending)
    for _ in range(2):
        with pytest.raises(refusals.BrokeDown):
            broken.open(1, b"")


@pytest.mark.parametrize("side", ["nan", "inf", "-inf"])
def test_sizes_that_cannot_be_laid_out_are_refused(side: str) -> None:
    box = Lightbox(lying)

    with pytest.raises(refusals.BrokeDown):
        box.open(1, side.encode())
    box.let_go()


def test_an_answer_that_makes_no_sense_is_refused() -> None:
    box = Lightbox(lying)

    assert box.open(1, b"1e300") == ((595.0, 20_000.0),)
    for ask in (
        lambda: box.draw((1, b""), 0, SIGHT, room()),
        lambda: box.draw((1, b""), 0, SIGHT, memoryview(bytearray(2))),
        lambda: box.read((1, b""), 0),
        lambda: box.picture(b""),
    ):
        with pytest.raises(refusals.BrokeDown):
            ask()
    box.let_go()


def test_what_nobody_waits_for_is_ended() -> None:
    box, is_left = Lightbox(hanging), threading.Event()
    is_left.set()

    with pytest.raises(LetGo):
        box.open(1, b"", is_left)

    assert not box.is_open


def test_whoever_closes_the_window_does_not_wait_for_a_page() -> None:
    box, told = Lightbox(hanging), threading.Event()

    def look() -> None:
        with pytest.raises(LetGo):
            box.open(1, b"")
        told.set()

    looking = threading.Thread(target=look)
    looking.start()
    while not box.is_open:
        pass
    while not told.wait(0.05):
        box.let_go()
    looking.join()

    assert not box.is_open
