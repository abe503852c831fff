from __future__ import annotations

import zlib

import pytest

from app.documents.pdf.binding import ENTRY, FREE
from app.documents.pdf.fonts import FILLER
from app.documents.pdf.tight import HALF_A_LINE, tight


def test_no_packed_content_ends_like_a_line() -> None:
    badly = next(
        text
        for text in (b"y" * number for number in range(1, 300))
        if zlib.compress(text, 6).endswith(HALF_A_LINE)
    )

    packed, length = tight(badly, b" ")

    assert not packed.endswith(HALF_A_LINE)
    assert zlib.decompress(packed).strip() == badly and len(zlib.decompress(packed)) == length


@pytest.mark.parametrize("filler", [b" ", FILLER, ENTRY.pack(FREE, 0, 0xFFFF)])
@pytest.mark.parametrize("level", [6, 9])
def test_every_filler_comes_to_an_end_whatever_the_checksum_was(filler: bytes, level: int) -> None:
    for number in range(256):
        content = bytes([number]) + b"y" * 40

        packed, length = tight(content, filler, level)

        assert not packed.endswith(HALF_A_LINE)
        assert zlib.decompress(packed)[:41] == content
        assert len(zlib.decompress(packed)) == length


def test_a_filler_of_noughts_would_never_end() -> None:
    with pytest.raises(AssertionError):
        tight(b"y", bytes(4))
