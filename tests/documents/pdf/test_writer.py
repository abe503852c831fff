from __future__ import annotations

import re
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from app.documents.pdf.writer import Writer, reference, text_string


def a_file(*bodies: bytes) -> bytes:
    out = BytesIO()
    writer = Writer(out)
    numbers = [writer.add(body) for body in bodies]
    writer.finish(numbers[0], numbers[-1])
    return out.getvalue()


def test_the_table_says_where_every_object_begins() -> None:
    content = a_file(b"<< /Type /Catalog >>", b"<< >>")

    places = [int(found) for found in re.findall(rb"(\d{10}) 00000 n", content)]

    assert [content[place : place + 7] for place in places] == [b"1 0 obj", b"2 0 obj"]


def test_the_file_ends_by_saying_where_the_table_is() -> None:
    content = a_file(b"<< >>")

    start = int(content.split(b"startxref\n")[1].split(b"\n")[0])

    assert content[start:].startswith(b"xref\n0 2\n")


def test_an_object_may_be_put_after_others_that_name_it() -> None:
    out = BytesIO()
    writer = Writer(out)

    tree = writer.reserve()
    leaf = writer.add(f"<< /Parent {reference(tree)} >>".encode())
    writer.put(tree, b"<< /Kids [2 0 R] >>")
    writer.finish(tree, leaf)

    assert out.getvalue().index(b"2 0 obj") < out.getvalue().index(b"1 0 obj")


def test_different_content_has_a_different_identity() -> None:
    identities = {
        re.findall(rb"/ID \[<(\w+)>", a_file(body))[0] for body in (b"<< >>", b"<</A 1>>")
    }

    assert len(identities) == 2


def test_a_stream_says_its_length() -> None:
    out = BytesIO()

    Writer(out).packed(b"12345", "/Filter /None")

    assert b"<< /Length 5 /Filter /None >>\nstream\n12345\nendstream" in out.getvalue()


@given(st.text(st.characters()))
def test_any_text_becomes_a_string_of_whole_characters(text: str) -> None:
    written = bytes.fromhex(text_string(text)[1:-1])

    assert written.decode("utf-16") == text.encode("utf-16", "replace").decode("utf-16") or (
        "\ufffd" in written.decode("utf-16")
    )
