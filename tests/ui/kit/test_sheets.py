"""Sheets: every one is written from tokens only, in every look and size."""

from __future__ import annotations

import re

import pytest

from app.ui.kit import sheets
from app.ui.kit.theme import Density, Look, theme

SHEETS = [
    name
    for name, made in vars(sheets).items()
    if getattr(made, "__module__", "") == sheets.__name__ and not name.startswith("_")
]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_a_sheet_is_closed_and_uses_colours_of_the_look(name: str, look: Look) -> None:
    theme().wear(look, Density.NORMAL, 150, still=True)
    tokens = theme().tokens

    text = getattr(sheets, name)(theme())

    own = {getattr(tokens, field) for field in tokens.__slots__}
    strange = set(re.findall(r"#[0-9a-f]{6}\b", text)) - own
    assert text.count("{") == text.count("}") > 0
    assert len(strange) <= 3
    assert "None" not in text
