from __future__ import annotations

import zlib

from hypothesis import given
from hypothesis import strategies as st

from app.documents.pdf.objects import packed, plain, text_string
from tests.documents.drawing import Drawing


@given(st.text(st.characters()))
def test_any_text_becomes_a_string_of_whole_characters(text: str) -> None:
    written = bytes.fromhex(text_string(text)[1:-1]).decode("utf-16")

    is_whole = not any("\ud800" <= mark <= "\udfff" for mark in text)
    assert written == text if is_whole else "\ufffd" in written


def test_a_stream_ends_on_a_line_of_its_own() -> None:
    written = plain(b"abc", Type="/X").format(Drawing().press.sheets._doc)

    assert written.endswith(b"stream\nabc\nendstream\n") and b"/Length 3" in written


def test_a_packed_stream_holds_what_was_packed() -> None:
    stream = packed(b"abc")

    assert zlib.decompress(stream.content) == b"abc"
    assert stream.dictionary["Filter"] == "/FlateDecode"
