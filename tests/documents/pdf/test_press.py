from __future__ import annotations

import os
import re
import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.pdf.render import render
from tests.documents import papers
from tests.documents.papers import GOLDEN


def opened(name: str) -> PdfReader:
    return PdfReader(BytesIO(render(GOLDEN[name]())), strict=True)


def inside(found: Any, *names: str) -> list[Any]:
    """Return what lies under these names, one in the other, as objects."""
    for name in names:
        found = found[name].get_object()
    parts = found.values() if isinstance(found, dict) else found
    return [part.get_object() for part in parts]


def test_the_file_says_its_title_language_and_maker() -> None:
    reader = opened("finnish")
    facts = reader.metadata

    assert facts is not None
    assert (facts.title, facts.author, facts.producer) == (
        papers.finnish().name,
        "Puu ja Penkki Oy",
        "Backdesk",
    )
    assert str(reader.root_object["/Lang"]) == "fi"


@pytest.mark.parametrize("name", GOLDEN)
def test_no_font_is_named_that_is_not_embedded(name: str) -> None:
    content = render(GOLDEN[name]())

    assert re.findall(rb"Helvetica|Times|Courier|Symbol|ZapfDingbats|/Type1|ASCII85", content) == []


def test_the_file_holds_no_time_and_nothing_that_acts() -> None:
    content = render(papers.finnish())

    assert not any(
        word in content
        for word in (b"CreationDate", b"ModDate", b"/JavaScript", b"/OpenAction", b"/URI", b"/AA")
    )


def test_pages_have_the_size_of_their_sheet() -> None:
    boxes = {name: opened(name).pages[0].mediabox for name in ("finnish", "american")}

    assert [round(float(edge), 1) for edge in boxes["finnish"][2:]] == [595.3, 841.9]
    assert [float(edge) for edge in boxes["american"][2:]] == [612, 792]


def test_every_stream_ends_on_a_line_of_its_own_and_is_as_long_as_it_says() -> None:
    content = render(papers.with_logo())

    streams = re.findall(rb"/Length (\d+).*?>>\nstream\n(.*?)\nendstream", content, re.DOTALL)
    assert len(streams) == content.count(b"\nendstream\n") == content.count(b"endstream")
    assert [len(stream) for _, stream in streams] == [int(length) for length, _ in streams]


def test_files_that_say_something_else_have_another_identity() -> None:
    said = ("one", "two")

    identities = {re.findall(rb"/ID\[<(\w+)>", render(papers.finnish(note=it)))[0] for it in said}

    assert len(identities) == 2


def test_neither_the_day_nor_the_settings_of_the_machine_reach_the_file() -> None:
    code = (
        "import hashlib\nfrom tests.documents import papers\n"
        "from app.documents.pdf.render import render\n"
        "print(hashlib.sha256(render(papers.finnish())).hexdigest())"
    )
    odd = {"SOURCE_DATE_EPOCH": "12345", "RL_useA85": "1", "RL_pageCompression": "0"}

    said = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | more, capture_output=True, check=True
        ).stdout
        for more in ({}, odd)
    }

    assert len(said) == 1


def test_a_picture_says_its_kind() -> None:
    resources = opened("logo-gross-prices").pages[0]["/Resources"]

    logo, code = sorted(inside(resources, "/XObject"), key=lambda found: "/ImageMask" in found)

    assert logo["/ColorSpace"] == "/DeviceRGB" and logo["/SMask"]["/ColorSpace"] == "/DeviceGray"
    assert code["/ImageMask"] and code["/BitsPerComponent"] == 1
