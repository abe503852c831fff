"""Papers of counts: the result is filed for good in the transaction that posts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.accounting import Imprint
from app.documents.stock_counts import describe_result
from app.domain.archive.document import Link
from app.domain.shared.ids import CountId
from app.domain.stock.count import KIND, Count
from app.domain.stock.count_row import CountLineRow
from app.domain.stock.move import Spot
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.office import Desk

TYPE = "stock-count"
"""The type of document that the result of a count is."""


def source_of(count_id: CountId) -> str:
    """Return by what the moves, entries and papers of a count are known."""
    return f"{KIND}:{count_id}"


class CountPapers:
    """Writes and files what came of counts, at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def imprint(self, language: str = "") -> Imprint:
        """Return how reports are printed in a language, else in the company's."""
        company = self._store.company.get()
        spoken = language or company.language
        formats = formats_in(spoken, company.country)
        return Imprint(company, say_in(spoken), formats, self._desk.today)

    def filed(self, count_id: CountId) -> bytes | None:
        """Return the result of a posted count as it was filed, or none."""
        return FiledPapers(self._desk).latest(Link(KIND, count_id))

    def result(self, count_id: CountId, imprint: Imprint) -> bytes:
        """Return what was posted, each difference at the value that was booked."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        (row,) = self._store.count_lists.rows((count_id,))
        lines = self._booked(count_id, self._store.count_lists.lines(count_id))
        return render(describe_result(row, lines, imprint))

    def file(self, count: Count) -> None:
        """File the result of a count that was just posted, for good."""
        content = self.result(count.id, self.imprint())
        about = Link(KIND, count.id)
        paper = OutgoingPaper(count.number, TYPE, about, content, count.posted_on)
        FiledPapers(self._desk).file(paper)

    def _booked(self, count_id: CountId, lines: Sequence[CountLineRow]) -> tuple[CountLineRow, ...]:
        """Return lines with the value that their moves were booked at."""
        moves = self._store.stock_moves.of_source(source_of(count_id))
        amounts = self._store.stock_values.amounts_of([one.id for one in moves])
        worth: dict[Spot, int] = {}
        for one in moves:
            for spot in (one.taken_from, one.put_to):
                worth[spot] = amounts.get(one.id, 0)
        return tuple(replace(one, value_minor=worth.get(one.line.spot, 0)) for one in lines)
