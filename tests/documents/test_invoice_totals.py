from __future__ import annotations

from app.documents.invoice_totals import amounts, tax_words, vat_notes
from app.documents.model import Beside, Tone, Totals
from app.domain.invoices.invoice import Discount, Line
from app.domain.invoices.totals import totals_of
from app.domain.shared.vat import Category
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import a_line, an_invoice

SAY = say_in("en")


def amounts_of(*lines: Line) -> Beside | Totals:
    invoice = an_invoice(lines=lines, discount=Discount())
    words = tax_words("FI", SAY)
    return amounts(invoice, totals_of(invoice), words, SAY, formats_in("fi"))


def test_one_rate_needs_no_table() -> None:
    sums = amounts_of(a_line("A", "1", "100", "25.5"))

    assert isinstance(sums, Totals)
    assert [row.label for row in sums.rows] == ["Total without VAT", "VAT 25,5\u00a0%", "Total"]


def test_two_rates_stand_in_a_table_beside_the_sums() -> None:
    sums = amounts_of(a_line("A", "1", "100", "25.5"), a_line("B", "1", "100", "13.5"))

    assert isinstance(sums, Beside)


def test_what_is_outside_vat_has_only_a_total() -> None:
    sums = amounts_of(a_line("A", "1", "100", "0", category=Category.OUTSIDE_SCOPE))

    assert isinstance(sums, Totals)
    assert [(row.label, row.tone) for row in sums.rows] == [("Total", Tone.STRONG)]


def test_every_special_supply_has_its_sentence_once() -> None:
    reverse = a_line("A", "1", "100", "0", category=Category.REVERSE_CHARGE)
    export = a_line("B", "1", "100", "0", category=Category.EXPORT)
    figures = totals_of(an_invoice(lines=(reverse, reverse, export)))

    assert len(vat_notes(figures, SAY)) == 2


def test_a_sum_of_prices_with_vat_says_so() -> None:
    invoice = an_invoice(is_gross=True)

    beside = amounts(invoice, totals_of(invoice), tax_words("FI", SAY), SAY, formats_in("en"))

    assert isinstance(beside, Beside) and isinstance(beside.right[0], Totals)
    assert beside.right[0].rows[0].label == "Sum of lines incl. VAT"
