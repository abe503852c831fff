from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.invoices import describe
from app.documents.model import (
    Address,
    Column,
    Document,
    Fact,
    Grid,
    Heading,
    Letterhead,
    Paragraph,
    QrCode,
    Row,
    Totals,
)
from app.documents.pdf.render import render
from app.documents.slips import PaymentSlip
from tests.documents import papers
from tests.documents.papers import GOLDEN, a_line, a_paper, an_invoice
from tests.documents.reading import lines_of, page_texts

THAI_LINES = (
    "หนี้ ที่ A วันที่ ภูเก็ต น้ำ",
    "ใบกำกับภาษี เลขที่ INV2569-0001 ลงวันที่ 15 มีนาคม 2569",
    "ผู้ซื้อชำระเงินค่าน้ำแข็ง กตัญญูกตเวที ฐานันดร",
    "บริษัท Nokia (ประเทศไทย) จำกัด ถนนพระรามที่ ๔",
    "ปั๊มน้ำมัน ซื้อ ๑๒ ลิตร ราคา ฿450.50 รวมภาษี 7%",
    "ญี่ปุ่น ฎีกา ฏ ฐ ญ ู ฎุ ฏุ",
    "ก่อนหน้านี้ปู่กับย่าเคยพูดว่าไม่เป็นไร",
    "สิ้นสุดสัญญา: ค่าปรับ ๐.๑% ต่อวัน ทำการ",
)
HOSTILE = (
    "<b>bold</b> & &amp; <img src=/etc/hostname>",
    "{page} {pages} %s %(x)s \\n ) ( ] [ << >>",
    "a\x00b\x07c\x1bd",
    "half \ud800 pairs \udfff",
    "\u202etxt.exe\u202c \u2066x\u2069",
    "Z" + "\u0334\u0322\u0327" * 40 + "algo" + "่" * 60,
    "שלום עולם مرحبا بالعالم",
    "😀👨‍👩‍👧‍👦🇫🇮 中文 日本語 한국어",
    "\u200b\ufeff\u00ad\u2060",
    "\t\v\f\r\n\x85\u2028\u2029",
    "W" * 200,
    "\uf8ff\ue000\U000f0000\U0010ffff",
    "",
)
FRESH = """
import hashlib
import os
from tests.documents.papers import GOLDEN
from app.documents.pdf.render import render
for name in {names}:
    print(hashlib.sha256(render(GOLDEN[name]())).hexdigest())
"""


def everywhere(text: str) -> Document:
    """Return a document that says a text in every place it has."""
    grid = Grid((Column(text, weight=1), Column(text)), (Row((text, text)),))
    slip = PaymentSlip(text, text, (text, text), (text,), text, text, text, text, text, (text,))
    return Document(
        language=text,
        title=text,
        name=text,
        letterhead=Letterhead(text, (text,)),
        address=Address((text, text), text),
        facts=(Fact(text, text),),
        blocks=(
            Heading(text),
            Paragraph(text),
            grid,
            Totals((Fact(text, text),)),
            QrCode(text, text, (text,)),
            slip,
        ),
        footer=((text,),),
        page_of=text,
        mark=text,
    )


@pytest.mark.parametrize("name", GOLDEN)
def test_equal_documents_are_equal_files(name: str) -> None:
    assert render(GOLDEN[name]()) == render(GOLDEN[name]())


@pytest.mark.parametrize("seed", ["0", "42"])
def test_a_fresh_process_makes_the_same_bytes(seed: str) -> None:
    names = ["thai", "finnish-30-lines"]
    here = [hashlib.sha256(render(GOLDEN[name]())).hexdigest() for name in names]

    fresh = subprocess.run(
        [sys.executable, "-c", FRESH.format(names=names)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )

    assert fresh.stdout.split() == here


def test_what_was_drawn_before_leaves_no_trace_in_the_bytes() -> None:
    before = render(papers.finnish())

    for text in HOSTILE:
        render(everywhere(text))

    assert render(papers.finnish()) == before


def test_thai_is_copied_as_it_was_written() -> None:
    blocks = tuple(map(Paragraph, THAI_LINES))

    lines = lines_of(render(Document("th", "T", "N", Letterhead("U"), blocks=blocks)))

    assert [line for line in THAI_LINES if line not in lines] == []


def test_wrapped_thai_loses_nothing() -> None:
    text = "กรุณาชำระเงินภายในสิบสี่วันนับจากวันที่ในใบกำกับภาษีฉบับนี้" * 12

    lines = lines_of(render(Document("th", "T", "N", Letterhead("U"), blocks=(Paragraph(text),))))

    assert text in "".join(lines)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_printed_or_marked_and_never_raises(text: str) -> None:
    content = render(everywhere(text))

    assert content.startswith(b"%PDF-1.7") and len(page_texts(content)) >= 1


@pytest.mark.parametrize("text", HOSTILE[:2])
def test_markup_is_printed_letter_by_letter(text: str) -> None:
    paper = Document("en", "T", "N", Letterhead("U"), blocks=(Paragraph(text),))

    assert text in lines_of(render(paper))


@pytest.mark.parametrize("text", ["שלום", "中文", "€ ◊ ∆"])
def test_what_the_font_lacks_can_be_copied_from_the_page(text: str) -> None:
    paper = Document("en", "T", "N", Letterhead("U"), blocks=(Paragraph(f"a {text} b"),))

    assert f"a {text} b" in lines_of(render(paper))


@given(st.text(st.characters(), max_size=30))
def test_no_text_anywhere_is_too_odd_to_print(text: str) -> None:
    assert render(everywhere(text)).endswith(b"%%EOF\n")


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (30, 2), (2000, 50)])
def test_every_line_is_printed_whatever_their_number(count: int, pages: int) -> None:
    lines = tuple(a_line(f"Item{at:04}", "1", "2.50", "25.5") for at in range(count))

    texts = page_texts(render(describe(a_paper(an_invoice(lines=lines, note="")))))

    said = " ".join(texts).split()
    assert [word for word in said if word.startswith("Item")] == [
        line.description for line in lines
    ]
    assert pages <= len(texts) <= pages * 1.2


def test_long_texts_wrap_inside_the_margins() -> None:
    blocks = (Paragraph("W" * 200), Paragraph("long " * 200))

    text = page_texts(render(Document("en", "T", "N", Letterhead("U"), blocks=blocks)))[0]

    assert text.count("W") == 200 and text.count("long") == 200


def test_a_slip_that_does_not_fit_has_a_page_of_its_own() -> None:
    texts = page_texts(render(papers.finnish(14)))

    assert len(texts) == 2
    assert "TILISIIRTO" in texts[1] and papers.finnish(14).letterhead.name in texts[1]


def test_decomposed_letters_are_composed_on_the_page() -> None:
    text = unicodedata.normalize("NFD", "Hämeenkyrö")
    paper = Document("fi", "T", "N", Letterhead("U"), blocks=(Paragraph(text),))

    assert "Hämeenkyrö" in lines_of(render(paper))


@pytest.mark.parametrize("count", range(2, 32))
def test_no_page_holds_the_slip_alone(count: int) -> None:
    texts = page_texts(render(papers.finnish(count)))

    assert "TILISIIRTO" in texts[-1] and "Yhteensä" in texts[-1]
    assert len(texts) <= 2


def test_a_long_note_gives_its_end_to_the_page_of_the_slip() -> None:
    note = " ".join(f"ehto{at}" for at in range(400))

    texts = page_texts(render(papers.finnish(10, note=note)))

    assert len(texts) == 2 and "ehto399" in texts[1] and "ehto0 " in texts[0]
