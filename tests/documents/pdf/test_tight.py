from __future__ import annotations

import zlib

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
