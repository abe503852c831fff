"""Rich text of Outlook is unpacked as its makers describe it, and read as words."""

from __future__ import annotations

import pytest

from app.formats.rich_text import text_of, text_of_compressed, unpacked

HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d"
    "0a800fa0"
)
AGAIN = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
"""Both stand in the description of the format."""


def test_packed_rich_text_is_what_its_makers_say() -> None:
    assert unpacked(HELLO) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert text_of_compressed(HELLO) == "hello world"
    assert text_of_compressed(AGAIN) == "WXYZ" * 5
    assert text_of_compressed(b"") == ""


def test_what_is_not_packed_is_taken_as_it_is() -> None:
    plain = b"\x14\0\0\0\x08\0\0\0MELA\0\0\0\0{\\rtf1 x}"

    assert unpacked(plain) == b"{\\rtf1 x"


@pytest.mark.parametrize("raw", [b"short", b"\0" * 20])
def test_what_is_no_rich_text_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        unpacked(raw)


def test_what_is_cut_off_says_what_is_left() -> None:
    found = [text_of_compressed(HELLO[:length]) for length in range(16, len(HELLO))]

    assert found[-1] == "hello world"


def test_words_are_read_without_tables_marks_and_addresses_of_links() -> None:
    rich = (
        r"{\rtf1\ansi\fromhtml1 {\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}Hei \'c5ke\par\u8364? 5"
        r"{\*\htmltag <br>}\line {\field{\*\fldinst{HYPERLINK x}}{\fldrslt linkki}}}}}"
    )

    assert text_of(rich) == "Hei Åke\n€ 5\nlinkki"
