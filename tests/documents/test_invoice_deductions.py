"""What a final invoice takes off: a table of its own, and the lines show the work alone."""

from __future__ import annotations

from dataclasses import replace

from app.documents.invoice_deductions import deductions, work_of
from app.documents.model import Grid
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.totals import totals_of
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.builders import a_draft, a_line
from tests.domain.invoices.works import credit, final, part, share


def a_final() -> Invoice:
    whole = a_draft(a_line("1", "1000"))
    return final(whole, [part(whole, share("30"))])


def rows(invoice: Invoice) -> list[tuple[str, ...]]:
    blocks = deductions(invoice, "VAT", say_in("en"), formats_in("en", "FI"))
    return [row.cells for block in blocks if isinstance(block, Grid) for row in block.rows]


def test_the_earlier_invoices_stand_in_a_table_with_their_vat() -> None:
    last = a_final()

    ((number, _day, rate, *figures), summed) = rows(last)

    assert number == last.deducted[0].number
    assert (rate, figures) == ("25.5%", ["300.00", "76.50", "376.50"])
    assert summed[3:] == ("300.00", "76.50", "376.50")


def test_a_rate_that_has_changed_since_is_not_told() -> None:
    last = a_final()
    kept = tuple(replace(one, billed=Money(7800, "EUR")) for one in last.deducted)

    told = rows(replace(last, deducted=kept))

    assert told[0][2:] == ("", "300.00", "78.00", "378.00")


def test_the_lines_of_the_paper_are_those_of_the_work() -> None:
    last = a_final()

    work, totals = work_of(last, totals_of(last))

    assert [line.deducts for line in work.lines] == [None]
    assert (totals.line_sum.minor, totals.gross.minor) == (100000, 87850)


def test_a_credit_note_shows_all_of_its_lines() -> None:
    note = credit(a_final())

    work, _totals = work_of(note, totals_of(note))

    assert (note.kind, len(work.lines)) == (Kind.CREDIT_NOTE, 2)
    assert rows(note) == []
