"""The row of a quote says for its list what counts, and holds the whole offer."""

from __future__ import annotations

from app.domain.quotes.choosing import figures_of
from app.storage.quote_tables import quote, quote_row
from tests.quoting import FIRM, OPTION, a_quote


def test_a_row_has_every_column_and_the_figures_of_what_counts() -> None:
    one = a_quote(FIRM, OPTION)

    row = quote_row(one, figures_of(one), "FI")

    assert row.keys() == {column.name for column in quote.columns}
    assert (row["net_minor"], len(row["offer"]["lines"])) == (100_00, 2)
