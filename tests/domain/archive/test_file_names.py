"""Names from outside are shown without path, tricks and excess; half-written files are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.file_names import LONGEST, is_passing, shown_name, written_path


@pytest.mark.parametrize(
    "name",
    [".hidden", "~$bill.docx", "bill.pdf.part", "scan.CRDOWNLOAD", "x.tmp", "Thumbs.db", "._bill"],
)
def test_half_written_and_hidden_files_are_passing(name: str) -> None:
    assert is_passing(name)


@pytest.mark.parametrize("name", ["bill.pdf", "part.pdf", "tmp", "~bill.pdf", "ใบเสร็จ.pdf"])
def test_other_files_stay(name: str) -> None:
    assert not is_passing(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("bill.pdf", "bill.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\bill.pdf", "bill.pdf"),
        ("folder/", "folder"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\x00b\nc\td.pdf", "abcd.pdf"),
        ("  bill   2.pdf ", "bill 2.pdf"),
        ("a\u0308.pdf", "ä.pdf"),
        ("..", "?"),
        ("\u200b", "?"),
        ("", "?"),
    ],
)
def test_a_name_is_shown_without_path_and_tricks(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    shown = shown_name("x" * 300 + ".pdf")

    assert len(shown) == LONGEST
    assert shown.endswith("….pdf")
    assert len(shown_name("x" * 300)) == LONGEST
    assert len(shown_name("x" * 3 + "." + "y" * 300)) == LONGEST


@given(st.text(max_size=400))
def test_every_name_can_be_shown_and_kept(name: str) -> None:
    shown = shown_name(name)

    assert 0 < len(shown) <= LONGEST
    assert "/" not in shown
    assert shown_name(shown) == shown
    shown.encode()


def test_a_path_of_bytes_that_are_no_text_is_written_out() -> None:
    assert written_path("/in/p\udce4iv\udce4.pdf") == "/in/p\\xe4iv\\xe4.pdf"
    assert written_path("/in/päivä.pdf") == "/in/päivä.pdf"
