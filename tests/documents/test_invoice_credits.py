"""What a credit note changes is told where the law of the country wants it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.documents.invoice_credits import changed_values
from app.documents.invoices import describe
from app.documents.model import Facts
from app.documents.text import plain
from app.domain.invoices.invoice import Invoice, Kind, VatRest
from app.domain.invoices.totals import totals_of
from app.domain.shared.money import money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.builders import a_draft, a_line
from tests.documents.papers import FINNISH, a_paper


def a_note(left: str, allowance: str, tax: str, *, is_gross: bool = False) -> Invoice:
    """Return a credit note over 100.00 of an invoice of which so much is left."""
    draft = a_draft(a_line("1", "100", "25.5"))
    note = replace(draft, kind=Kind.CREDIT_NOTE, is_gross=is_gross)
    line = note.lines[0]
    amounts = (money(Decimal(text), "EUR") for text in (left, allowance, tax))
    return replace(note, rest=(VatRest(line.category, line.rate, *amounts),))


def told(note: Invoice) -> tuple[str, ...]:
    blocks = changed_values(note, totals_of(note), say_in("en"), formats_in("en", "TH"))
    return tuple(fact.value for block in blocks if isinstance(block, Facts) for fact in block.rows)


def test_the_value_before_the_right_one_and_the_difference_are_told() -> None:
    assert told(a_note("300", "50", "63.75")) == ("€250.00", "€150.00", "€100.00")


def test_prices_that_include_vat_are_told_without_it() -> None:
    assert told(a_note("251", "0", "51", is_gross=True)) == ("€200.00", "€120.32", "€79.68")


def test_a_credit_note_on_no_invoice_tells_nothing() -> None:
    assert told(replace(a_note("300", "0", "0"), rest=())) == ()


def test_only_thai_papers_tell_it() -> None:
    note = replace(a_note("300", "0", "76.5"), language="th")
    thai = replace(FINNISH, country="TH", accounts=())

    assert "มูลค่าที่ถูกต้อง" in plain(describe(a_paper(note, thai)))
    assert "มูลค่าที่ถูกต้อง" not in plain(describe(a_paper(note)))
