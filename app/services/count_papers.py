"""Papers of counts: the result is filed for good in the transaction that posts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.accounting import Imprint
from app.documents.stock_counts import describe_result
from app.domain.archive.document import DocumentState, Link
from app.domain.archive.record import Filing
from app.domain.shared.ids import CountId
from app.domain.stock.count import KIND, Count
from app.domain.stock.count_row import CountLineRow
from app.domain.stock.move import Spot
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.einvoicing import PDF
from app.services.office import Desk
from app.services.registering import NewDocument, Register, begun

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
        for record in self._store.archive.of(source_of(count_id)):
            if record.is_sealed and record.media_type == PDF:
                return b"".join(self._store.archive.read(record.id))
        return None

    def result(self, count_id: CountId, imprint: Imprint) -> bytes:
        """Return what was posted, each difference at the value that was booked."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        (row,) = self._store.count_lists.rows((count_id,))
        lines = self._booked(count_id, self._store.count_lists.lines(count_id))
        return render(describe_result(row, lines, imprint))

    def file(self, count: Count) -> None:
        """File the result of a count that was just posted, for good."""
        name = count.number.replace("/", "-").replace("\\", "-")
        filing = Filing(f"{name}.pdf", PDF, source_of(count.id), is_sealed=True)
        content = self.result(count.id, self.imprint())
        record = self._store.archive.add(filing, (content,), self._desk.now)
        kind = self._store.kinds.type_coded(TYPE)
        card = replace(
            begun(record, count.number),
            state=DocumentState.FILED,
            type_id=kind.id if kind else None,
            day=count.posted_on,
            is_sealed=True,
        )
        new = NewDocument(card, record, (Link(KIND, count.id),))
        self._store.search.put_many(Register(self._desk).keep((new,)))

    def _booked(self, count_id: CountId, lines: Sequence[CountLineRow]) -> tuple[CountLineRow, ...]:
        """Return lines with the value that their moves were booked at."""
        moves = self._store.stock_moves.of_source(source_of(count_id))
        amounts = self._store.stock_values.amounts_of([one.id for one in moves])
        worth: dict[Spot, int] = {}
        for one in moves:
            for spot in (one.taken_from, one.put_to):
                worth[spot] = amounts.get(one.id, 0)
        return tuple(replace(one, value_minor=worth.get(one.line.spot, 0)) for one in lines)
