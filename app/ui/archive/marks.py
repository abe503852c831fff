"""Marks: what was found where, kept while a list shows what answers a question."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from app.domain.archive.found import FoundDocument

_MOST_KEPT = 5000


class Marks:
    """Knows of each document that was shown what in it answers the question that was asked last."""

    def __init__(self) -> None:
        self.question = ""
        self._found: OrderedDict[int, FoundDocument] = OrderedDict()

    def begin(self, question: str) -> None:
        """Forget what answered another question."""
        if question != self.question:
            self.question = question
            self._found.clear()

    def put(self, found: Iterable[FoundDocument]) -> None:
        """Keep what answers in these."""
        for one in found:
            self._found[one.row.id] = one
        while len(self._found) > _MOST_KEPT:
            self._found.popitem(last=False)

    def of(self, record: int) -> FoundDocument | None:
        """Return what answers in a document, if it is known."""
        return self._found.get(record)

    def said(self, record: int) -> str:
        """Return the passage that answers, for who listens to the list."""
        found = self.of(record)
        return found.snippet.text if found is not None else ""
