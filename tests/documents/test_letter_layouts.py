from __future__ import annotations

import pytest

from app.documents.letter_layouts import LETTER_LAYOUTS, layout_of
from app.documents.model import Layout
from app.domain.admin.stationery import LAYOUTS


@pytest.mark.parametrize("layout", LETTER_LAYOUTS)
def test_a_layout_is_known_by_its_name(layout: Layout) -> None:
    assert layout_of(layout.value, "FI") is layout


@pytest.mark.parametrize("name", ["", "report", "no such custom"])
def test_any_other_name_is_the_custom_of_the_country(name: str) -> None:
    assert layout_of(name, "DE") is Layout.DIN5008


def test_the_layouts_that_can_be_chosen_are_those_that_can_be_set() -> None:
    assert tuple(layout.value for layout in LETTER_LAYOUTS) == LAYOUTS
