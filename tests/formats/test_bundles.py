"""A bundle is the same whenever its files are, and nothing in it lies beside it."""

from __future__ import annotations

import io
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

from app.formats.bundles import bundled


def names(content: bytes) -> list[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_equal_files_make_equal_bytes() -> None:
    files = (("a.txt", b"one"), ("documents/b.pdf", b"two" * 1000))

    assert bundled(files) == bundled(files)
    assert names(bundled(files)) == ["a.txt", "documents/b.pdf"]


def test_of_a_name_that_comes_twice_the_first_counts() -> None:
    content = bundled((("a.txt", b"one"), ("./a.txt", b"two")))

    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("a.txt") == b"one"


@given(st.lists(st.sampled_from(("..", ".", "", "a", "b.txt")), min_size=1, max_size=6))
def test_no_name_leads_out_of_the_archive(parts: list[str]) -> None:
    for name in names(bundled((("/".join(parts), b""),))):
        assert not name.startswith("/")
        assert ".." not in name.split("/")
