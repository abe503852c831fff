from __future__ import annotations

import pytest

from app.domain.correspondence.fields import FIELDS
from app.lang.letter_fields import labels
from app.lang.texts import LANGUAGES, say_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_words_of_its_own(language: str) -> None:
    said = labels(say_in(language))

    assert tuple(said) == FIELDS
    assert len(set(said.values())) == len(FIELDS)
