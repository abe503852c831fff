"""A file of any kind becomes rows of text, or is refused with the reason."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.formats import tables
from app.formats.sheets import written
from app.formats.tables import (
    EmptyTable,
    FileTooLarge,
    NoSuchFile,
    TooManyRows,
    read_content,
    read_file,
)


def test_a_text_and_a_sheet_are_told_apart_by_their_content(tmp_path: Path) -> None:
    text, sheet = tmp_path / "text.xlsx", tmp_path / "sheet.csv"
    text.write_bytes("a;ä\n".encode("cp1252"))
    sheet.write_bytes(written([("a", "ä")], "x"))

    first, second = read_file(str(text), {}), read_file(str(sheet), {})

    assert (first["rows"], first["encoding"], first["delimiter"]) == ((("a", "ä"),), "cp1252", ";")
    assert (second["rows"], second["sheets"]) == ((("a", "ä"),), ("x",))
    assert first["sha256"] == hashlib.sha256(text.read_bytes()).hexdigest()


def test_what_was_chosen_counts_more_than_what_is_found() -> None:
    found = read_content("a|b;ä".encode("cp1252"), {"encoding": "iso-8859-15", "delimiter": "|"})

    assert (found["rows"], found["encoding"]) == ((("a", "b;ä"),), "iso-8859-15")


@pytest.mark.parametrize("raw", [b"", b"\n\n", b";;\n ; \n", b"\xef\xbb\xbf"])
def test_a_table_without_cells_is_refused(raw: bytes) -> None:
    with pytest.raises(EmptyTable):
        read_content(raw, {})


def test_a_table_beyond_the_limits_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    with pytest.raises(TooManyRows):
        read_content(b"a\nb\nc\n", {})

    monkeypatch.setattr(tables, "LARGEST_FILE", 4)
    (tmp_path / "large.csv").write_bytes(b"a;b;c")
    with pytest.raises(FileTooLarge):
        read_content(b"a;b;c", {})
    with pytest.raises(FileTooLarge):
        read_file(str(tmp_path / "large.csv"), {})


def test_a_file_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile) as refused:
        read_file(str(tmp_path / "gone.csv"), {})

    assert refused.value.facts == {"file": "gone.csv"}
