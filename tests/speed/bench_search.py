"""Search: from the last key to the hits, beside the index asked directly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app.domain.shared.paging import View
from app.services import invoices, search
from tests.speed.bench import Figure, Site, bench

BARE = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT 20"


@bench("search", row=6)
def type_to_result(site: Site) -> Iterator[Figure]:
    row = site.office.ask(invoices.first, View(), 1)[0]
    amount = f"{row.gross_minor / 100:.2f}"
    questions = {
        "an invoice number": (row.number, f'"{row.number}"*'),
        "a common word": ("lumo", '"lumo"*'),
        "the beginning of a word": ("lu", '"lu"*'),
        "a Thai word": ("กาแฟ", '"กา าแ แฟ"'),
        "two words": ("kahvila virt", '"kahvila" AND "virt"*'),
    }
    for what, (words, asked) in questions.items():
        ours = partial(_hits, site, words)
        yield Figure(
            what, *site.interleaved(ours, partial(_bare, site, asked)), "bare index", at_most=50
        )
    times = site.alone(partial(_hits, site, f"inv {amount}"))
    yield Figure("an amount", times[len(times) // 2], None, at_most=50)


def _hits(site: Site, words: str) -> int:
    return len(site.office.ask(search.find, words))


def _bare(site: Site, asked: str) -> int:
    with site.office.database.read() as unit:
        return len(unit.connection.exec_driver_sql(BARE, (asked,)).all())
