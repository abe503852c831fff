from __future__ import annotations

import pytest

from app.documents.letter_layouts import LETTER_LAYOUTS, layout_of
from app.documents.model import Layout


@pytest.mark.parametrize("layout", LETTER_LAYOUTS)
def test_a_layout_is_known_by_its_name(layout: Layout) -> None:
    assert layout_of(layout.value, "FI") is layout


@pytest.mark.parametrize("name", ["", "report", "no such custom"])
def test_any_other_name_is_the_custom_of_the_country(name: str) -> None:
    assert layout_of(name, "DE") is Layout.DIN5008
