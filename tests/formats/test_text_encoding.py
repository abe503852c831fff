"""The encoding of a text is found in its bytes."""

from __future__ import annotations

import pytest

from app.formats.text_encoding import encoding_of

FINNISH = "Nimi;Osoite\nKahvila Äiti Oy;Hämeenkatu 1\nMäkelä & Pojat;Yliopistonkatu 12 €\n"
ESTONIAN = "Nimi;Linn\nŠokolaad OÜ;Tallinn\nKüünal ja žanr;Pärnu 5 €\n"
THAI = "ชื่อ,จังหวัด\nบริษัท ตัวอย่างสยาม จำกัด,ภูเก็ต\nร้านน้ำผึ้ง,เชียงใหม่\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (FINNISH, "utf-8", "utf-8"),
        (FINNISH, "utf-8-sig", "utf-8-sig"),
        (FINNISH, "utf-16", "utf-16"),
        (FINNISH, "utf-16-le", "utf-16-le"),
        (FINNISH, "utf-16-be", "utf-16-be"),
        (FINNISH, "cp1252", "cp1252"),
        (ESTONIAN, "iso-8859-15", "iso-8859-15"),
        (THAI, "tis-620", "tis-620"),
        (THAI, "utf-8", "utf-8"),
        ("a;b\n1;2\n", "ascii", "utf-8"),
        ("", "ascii", "utf-8"),
    ],
)
def test_an_encoding_is_found_and_gives_the_text_back(text: str, encoding: str, found: str) -> None:
    raw = text.encode(encoding)

    guessed = encoding_of(raw)

    assert guessed == found
    assert raw.decode(guessed) == text
