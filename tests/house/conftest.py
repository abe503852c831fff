"""Syntax trees of the whole project are kept while house tests run, and not a moment longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.house.tree import nodes, parsed, text


@pytest.fixture(autouse=True, scope="package")
def sources_for_a_while() -> Iterator[None]:
    """Forget what was read: it is half of all memory, and every later full sweep walks through."""
    yield
    for kept in (nodes, parsed, text):
        kept.cache_clear()
