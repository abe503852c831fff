"""Files have a size as people say it, and a sign."""

from __future__ import annotations

from app.ui.kit.file_words import size_text, type_icon
from app.ui.kit.texts import speak


def test_sizes_are_told_as_people_say_them() -> None:
    assert [size_text(size) for size in (0, 999, 20_773, 1_500_000, 77_845_500_000)] == [
        "0 bytes",
        "999 bytes",
        "20.8 kB",
        "1.5 MB",
        "77.8 GB",
    ]
    speak("fi", "FI")
    assert size_text(20_773).startswith("20,8")


def test_a_file_has_the_sign_of_its_kind() -> None:
    kinds = ("application/pdf", "image/png", "text/plain", "message/rfc822", "x/y")

    assert [type_icon(one) for one in kinds] == [
        "file-type-pdf",
        "photo",
        "file-text",
        "mail",
        "paperclip",
    ]
