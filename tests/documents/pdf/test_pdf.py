from __future__ import annotations

import pytest

from app.documents.pdf.render import render
from tests.documents.papers import GOLDEN


@pytest.mark.parametrize("name", GOLDEN)
def test_equal_documents_are_equal_files(name: str) -> None:
    assert render(GOLDEN[name]()) == render(GOLDEN[name]())
