from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.invoices import describe
from app.documents.model import Address, Beside, Fact, Facts, Grid, Layout, Paper, Totals
from app.documents.slips import PaymentSlip
from app.documents.text import plain
from app.domain.invoices.invoice import State
from tests.documents import papers
from tests.documents.papers import BAR_CODE, FINNISH, a_paper, an_invoice


def test_the_paper_shows_the_sums_of_the_one_calculation() -> None:
    sums = sums_of(papers.finnish())

    assert sums == {
        "Rivit yhteensä": "602,03",
        "Alennus": "−30,10",
        "Veroton yhteensä": "571,93",
        "ALV": "114,63",
        "Yhteensä": "686,56\u00a0€",
    }


def test_vat_is_shown_rate_by_rate() -> None:
    beside = next(block for block in papers.finnish().blocks if isinstance(block, Beside))
    grid = beside.left[0]

    assert isinstance(grid, Grid)
    assert [row.cells for row in grid.rows] == [
        ("25,5\u00a0%", "345,07", "87,99", "433,06"),
        ("13,5\u00a0%", "112,86", "15,24", "128,10"),
        ("10\u00a0%", "114,00", "11,40", "125,40"),
    ]


def test_a_draft_is_marked_and_an_issued_invoice_is_not() -> None:
    draft = describe(a_paper(an_invoice(state=State.DRAFT, language="en")))

    assert (draft.mark, papers.finnish().mark) == ("DRAFT", "")


def test_a_draft_without_a_buyer_keeps_the_room_of_the_window() -> None:
    assert papers.draft().address == Address(())


def test_what_is_not_known_is_left_out() -> None:
    labels = {fact.label for fact in papers.draft().facts}

    assert labels == {"Terms of payment", "Late interest"}


def test_the_giro_form_carries_what_is_paid() -> None:
    slip = next(block for block in papers.finnish().blocks if isinstance(block, PaymentSlip))

    assert (slip.amount, slip.due, slip.reference, slip.bar_code) == (
        "686,56",
        "24.3.2026",
        "2026 00017",
        BAR_CODE,
    )


def test_without_payment_facts_there_is_no_way_to_pay() -> None:
    document = describe(a_paper(an_invoice(), payment=None))

    assert not any(isinstance(block, PaymentSlip | Facts) for block in document.blocks)


def test_a_seller_outside_finland_shows_account_and_code() -> None:
    document = papers.german()
    way = document.blocks[-1]

    assert isinstance(way, Beside)
    assert "DE89 3704 0044 0532 0130 00" in plain(document)


def test_a_supply_without_vat_says_why() -> None:
    assert "Steuerfreie innergemeinschaftliche Lieferung." in plain(papers.german())


def test_a_thai_paper_is_called_a_tax_invoice_in_every_language() -> None:
    english = describe(a_paper(an_invoice(language="en"), papers.THAI, payment=None))

    assert english.title == "ใบกำกับภาษี · Tax invoice"
    assert "ใบกำกับภาษี" in papers.thai().title


def test_a_thai_paper_has_years_words_and_branches() -> None:
    text = plain(papers.thai())

    assert all(
        part in text
        for part in ("15/03/2569", "(หนึ่งหมื่นเจ็ดร้อยบาทถ้วน)", "0105560001235", "0103547000128")
    )


def test_an_american_paper_is_a_letter_with_a_sales_tax() -> None:
    document = papers.american()

    assert (document.paper, document.layout) == (Paper.LETTER, Layout.US)
    assert sums_of(document) == {
        "Subtotal": "1,234.56",
        "Sales tax 8.25%": "101.85",
        "Total": "$1,336.41",
    }


def test_a_german_window_has_a_return_line() -> None:
    address = papers.german().address

    assert address is not None
    assert address.sender == "Holz & Söhne GmbH · Gärtnerstraße 7 · 10245 Berlin"


@pytest.mark.parametrize("language", ["en", "fi", "th"])
def test_it_is_described_in_every_language(language: str) -> None:
    document = describe(a_paper(an_invoice(language=language), replace(FINNISH, language="fi")))

    assert document.language == language


def sums_of(document: object) -> dict[str, str]:
    """Return the sums of a document, labels without a percentage of discount."""
    blocks = getattr(document, "blocks", ())
    parts = [part for block in blocks for part in getattr(block, "right", (block,))]
    rows: tuple[Fact, ...] = next(part.rows for part in parts if isinstance(part, Totals))
    return {row.label.replace(" 5\u00a0%", ""): row.value for row in rows}


def test_the_giro_form_is_read_by_finnish_banks_whoever_the_buyer_is() -> None:
    document = describe(a_paper(an_invoice(language="th")))
    slip = next(block for block in document.blocks if isinstance(block, PaymentSlip))

    assert (slip.amount, slip.due) == ("686,56", "24.3.2026")


def test_another_currency_has_no_place_on_the_giro_form() -> None:
    document = describe(a_paper(an_invoice(currency="USD")))
    way = document.blocks[-1]

    assert not any(isinstance(block, PaymentSlip) for block in document.blocks)
    assert isinstance(way, Beside)
    assert "FI49 5000 9420 0287 30" in plain(document) and "686,56\u00a0$" in plain(document)
