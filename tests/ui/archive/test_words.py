from __future__ import annotations

import pytest

from app.ui.archive.words import source_name, source_of, type_name
from app.ui.kit.file_words import type_icon
from app.ui.kit.icons import FOLDER


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("application/pdf", "PDF"),
        ("image/webp", "Picture"),
        ("text/csv", "Text"),
        ("message/rfc822", "Message"),
        ("application/x-unheard-of", "File"),
        ("", "File"),
    ],
)
def test_a_type_has_a_name_and_an_icon_that_is_there(media_type: str, name: str) -> None:
    assert type_name(media_type) == name
    assert (FOLDER / f"{type_icon(media_type)}.svg").exists()


def test_a_document_belongs_to_a_record_or_to_nothing() -> None:
    assert (source_name("invoice:7"), source_of("invoice:7")) == ("Invoice", ("invoice", 7))
    assert (source_name(""), source_of("")) == ("", ("", 0))
    assert (source_name("unicorn:7"), source_of("contact:x")) == ("", ("", 0))
