"""Language: how the text of documents becomes tokens, in Finnish, Thai and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from app.domain.shared.search import tokens_in


def tokens_of(texts: Iterable[str], most: int | None = None) -> Iterator[str]:
    """Yield the words of texts in their order, at most so many."""
    return islice((token for text in texts for token in tokens_in(text)), most)
