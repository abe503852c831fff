"""Every right and every role of the program has words in each language."""

from __future__ import annotations

import pytest

from app.lang.permission_words import AREAS, DEEDS, area_word, deed_word, role_word
from app.lang.texts import LANGUAGES, say_in
from app.services.permissions import Permission
from app.services.roles import BUILT_IN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_right_has_words(language: str) -> None:
    say = say_in(language)

    for one in Permission:
        area, _, deed = one.value.partition(".")
        assert (area in AREAS, deed in DEEDS) == (True, True), one
        assert area_word(one.value, say) and deed_word(one.value, say)


def test_roles_of_the_program_have_words_and_own_ones_their_name() -> None:
    say = say_in("fi")

    assert all(role_word(one.name, say) != one.name for one in BUILT_IN)
    assert role_word("Shop", say) == "Shop"
