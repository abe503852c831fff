"""A thousand hostile texts on every kind of paper: each is printed as the letters it is.

Every text of a paper that a person could have written is one of them in turn: names, lines, cells,
facts. No file is opened and no address called meanwhile.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from itertools import islice, repeat
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.documents.attachments import Attachment, Schema
from app.documents.look import Look
from app.documents.model import Paragraph, Picture, QrCode
from app.documents.pdf.render import render, render_sheets
from app.documents.sheets import Bars, Code
from tests.documents import kinds

FILE = "/tmp/backdesk-nightjar.png"  # noqa: S108  a name that nobody has, and that nobody may open
LITERAL = (
    "<b>Paid</b>",
    "<i>&amp;</i> & <u",
    f'<img src="file://{FILE}"/>',
    f"<img src={FILE}>",
    '<a href="http://127.0.0.1:9/">x</a>',
    "<para><font size=99>",
    "{page}{pages}{0.__class__}",
    "%(name)s %s ${7*7}",
    "]]><!--",
    ") Tj ET Q /JS (app.alert(1)) endobj",
)
UNSEEN = (
    "a\u202etxt.exe\u202c\u2066b\u2069",
    "nul\x00 bell\x07 esc\x1b[31m del\x7f",
    "half \ud800 pairs \udfff",
    "😀👨‍👩‍👧‍👦🇫🇮",
    "ปั๊มน้ำ" + "่" * 40,
    "Z" + "\u0334\u0322\u0327" * 40,
    "W" * 200,
    "\t\v\f\r\n\x85\u2028\u2029",
    "\u200b\ufeff\u00ad\u2060\ufffe\uffff",
    "שלום مرحبا",
    "",
)
"""Texts that nobody finds again letter by letter, and that have to become a page all the same."""

COUNT = 1000
SEED = 4711
PLACES = ("language", "page_of", "on", "sizes", "content")
"""Fields that no person writes: they choose, or are the work of the program."""

OURS = (Attachment, Schema, Look, Picture, QrCode, Bars, Code)
NAMES = (*kinds.DOCUMENTS, *kinds.SHEETS)
SHARE = 10
"""The thousand are dealt out: so many to each kind, round and round."""

WATCHED = ("open", "socket.", "subprocess.", "os.system")
watched: list[str] = []
seen: list[str] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    named = str(arguments[0]) if arguments else ""
    is_ours = event == "open" and named.startswith(sys.prefix)
    if (
        watched
        and not is_ours
        and event.startswith(("open", "socket.", "subprocess.", "os.system"))
    ):
        seen.append(f"{event} {named}")


sys.addaudithook(_hear)


@cache
def corpus() -> tuple[str, ...]:
    """Return a thousand texts: the lists, and mixtures of their pieces."""
    chance = random.Random(SEED)  # noqa: S311  of a test
    fixed = (*LITERAL, *UNSEEN)
    pieces = (
        *(one[:60] for one in fixed),
        "Å",
        " ",
        "&lt;",
        "'",
        '"',
        "\\",
        "(",
        "\x85",
        "\U0010ffff",
    )
    mixed = ("".join(chance.choices(pieces, k=chance.randint(1, 6))) for _ in range(COUNT))
    return tuple(islice((*fixed, *mixed), COUNT))


def share_of(name: str) -> Iterator[str]:
    """Yield the texts of a kind of paper, for ever."""
    texts, at = corpus(), NAMES.index(name) * SHARE
    mine = [texts[(at + each) % COUNT] for each in range(SHARE)]
    while True:
        yield from mine


def hostile(value: Any, texts: Iterator[str]) -> Any:
    """Return a paper in which every text that a person could have written is another."""
    if isinstance(value, str):
        return next(texts) if value else value
    if isinstance(value, tuple):
        made = [hostile(one, texts) for one in value]
        return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
    if isinstance(value, OURS) or not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {
        one.name: hostile(getattr(value, one.name), texts)
        for one in fields(value)
        if one.name not in PLACES
    }
    return replace(value, **parts)


def printing(name: str, texts: Iterator[str]) -> Callable[[], bytes]:
    """Return what prints a kind of paper with such texts."""
    if name in kinds.DOCUMENTS:
        return partial(render, hostile(kinds.DOCUMENTS[name](), texts))
    return partial(render_sheets, hostile(kinds.SHEETS[name](), texts))


def words_of(content: bytes) -> str:
    """Return what a file says, without blanks."""
    with pypdfium2.PdfDocument(content) as pages:
        said = "".join(page.get_textpage().get_text_bounded() for page in pages)
    return "".join(said.split())


def test_there_are_a_thousand_and_every_one_is_printed_somewhere() -> None:
    dealt = {text for name in NAMES for text in islice(share_of(name), SHARE)}

    assert len(corpus()) == COUNT
    assert dealt == set(corpus())


@pytest.mark.parametrize("name", NAMES)
def test_hostile_texts_become_a_paper_and_open_nothing(name: str) -> None:
    kinds.printed(name)
    printed = printing(name, share_of(name))
    watched.append(name)
    try:
        content = printed()
    finally:
        watched.clear()
        heard = list(seen)
        seen.clear()

    assert content.startswith(b"%PDF")
    assert words_of(content) or name not in kinds.DOCUMENTS
    assert heard == []
    assert b"/JavaScript" not in content
    assert b"/Launch" not in content
    assert b"/URI" not in content


@pytest.mark.parametrize("name", kinds.DOCUMENTS)
def test_what_looks_like_markup_is_printed_as_it_was_written(name: str) -> None:
    text = LITERAL[NAMES.index(name) % len(LITERAL)]

    told = words_of(printing(name, repeat(text))())

    assert "".join(text.split()) in told


def test_the_watch_hears_a_file_that_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    watched.append("this")

    (tmp_path / "a.png").read_bytes()

    watched.clear()
    assert len(seen) == 1
    seen.clear()


def test_ten_thousand_letters_without_a_blank_are_printed_on_pages() -> None:
    endless = "W" * 10_000
    paper = kinds.DOCUMENTS["finnish"]()

    content = render(replace(paper, blocks=(*paper.blocks, Paragraph(endless))))

    assert words_of(content).count("W") >= len(endless)
