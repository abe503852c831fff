"""The Swiss QR-bill: where it stands, what it says, and that its code is read from the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.documents.model import Document
from app.documents.pdf.render import render
from app.documents.pdf.swiss_slips import FORM, RECEIPT
from app.documents.slips import SwissSlip
from app.formats.pages import codes_of
from tests.documents import papers
from tests.documents.reading import MM, letters, page_texts, picture_of

SLIP_TOP = 297 - FORM / MM


def slip_of(document: Document) -> SwissSlip:
    return next(block for block in document.blocks if isinstance(block, SwissSlip))


def in_slip(document: Document, **parts: Any) -> Document:
    """Return the same paper with a slip of other parts."""
    changed = replace(slip_of(document), **parts)
    others = (block for block in document.blocks if not isinstance(block, SwissSlip))
    return replace(document, blocks=(*others, changed))


def test_the_code_under_its_cross_is_read_back_from_the_page() -> None:
    picture = picture_of(render(papers.swiss()), resolution=200)

    assert codes_of(picture.convert("L")) == (papers.SWISS,)


def test_both_parts_carry_every_value() -> None:
    content = render(papers.swiss())

    below = [letter for letter in letters(content) if letter.top > SLIP_TOP]
    text = page_texts(content)[-1].replace("\u00a0", " ")

    assert min(letter.left for letter in below) >= 5
    assert any(letter.left > RECEIPT for letter in below)
    for value in ("CH58 0079 1123 0008 8901 2", "RF85 2026 0001 7", "1 995.00", "Pia Rutschmann"):
        assert text.count(value) >= 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", ("Empfangsschein", "Zahlteil")), ("fi", ("Receipt", "Payment part"))],
)
def test_its_words_are_official_ones(language: str, words: tuple[str, ...]) -> None:
    text = page_texts(render(in_slip(papers.swiss(), language=language)))[-1]

    assert all(word in text for word in words)


def test_without_a_payer_there_is_a_field_to_write_in() -> None:
    text = page_texts(render(in_slip(papers.swiss(), payer=())))[-1]

    assert text.count("Zahlbar durch (Name/Adresse)") == 2


def test_it_stands_at_the_foot_of_the_last_page_only() -> None:
    lines = tuple(papers.a_line(f"Beratung {at}", "1", "10", "0") for at in range(60))
    texts = page_texts(render(papers.swiss(lines=lines)))

    assert ["Zahlteil" in text for text in texts] == [False] * (len(texts) - 1) + [True]
