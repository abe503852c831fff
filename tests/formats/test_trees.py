"""XML is read within limits: no bomb, no entity, no depth gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.trees import DEEPEST, MOST_NODES, BadXml, tree_of

LAUGHS = b"""<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>"""
OUTSIDE = b"""<!DOCTYPE l SYSTEM "file:///etc/passwd"><l/>"""


def test_texts_and_attributes_are_found_by_their_path() -> None:
    root = tree_of(b"<a xmlns='u:x' k='1'><b>  one\n two </b><b/><c><d>3</d></c></a>")

    assert (root.name, root.attributes) == ("a", {"k": "1"})
    assert root.read("none", "b") == "one two"
    assert root.read("c/d") == "3"
    assert len(list(root.all("b"))) == 2
    assert root.one("x/y").read("z") == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        b"<a>",
        b"<a></b>",
        LAUGHS,
        OUTSIDE,
        b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1),
        b"<a>" + b"<b/>" * MOST_NODES + b"</a>",
        b"<?xml version='1.0' encoding='none'?><a/>",
        b"\xff\xfe<\0a\0",
    ],
    ids=range(10),
)
def test_what_is_no_harmless_xml_is_refused(content: bytes) -> None:
    with pytest.raises(BadXml):
        tree_of(content)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    try:
        tree_of(b"<a>" + content + b"</a>")
    except BadXml:
        return
