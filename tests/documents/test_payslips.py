"""Payslips on paper: lines, sums and why, in the language of who gets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.documents.accounting import Imprint
from app.documents.payslips import SlipPaper, describe
from app.documents.pdf.render import render
from app.documents.text import plain
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.payrolls import DECEMBER_25, a_card, a_contract, a_payee, a_slip, an_item, eur
from tests.trade import LUMO

PAYEE = a_payee(a_contract(eur("3200")), card=a_card())
PAPER = SlipPaper(
    a_slip(replace(PAYEE, items=(an_item("expenses", eur("152"), text="Claim 7"),)), DECEMBER_25),
    "Aino Salonen",
    "EMP-2026-001",
    "Clerk",
    DECEMBER_25.first,
    DECEMBER_25.last,
    DECEMBER_25.pay_on,
    "PR-2026-001",
)


def in_language(language: str) -> Imprint:
    return Imprint(LUMO, say_in(language), formats_in(language, "FI"), date(2026, 3, 31))


def printed(language: str = "en", paper: SlipPaper = PAPER) -> str:
    return plain(describe(paper, in_language(language))).replace("\u00a0", " ")


def test_a_payslip_has_its_lines_sums_and_reasons() -> None:
    text = printed()

    for word in (
        "Aino Salonen",
        "PR-2026-001",
        "Withholding tax",
        "592.00",
        "2,512.32",
        "Claim 7",
    ):
        assert word in text
    assert "How each line was reckoned" in text
    assert "Percentage of the tax card" in text
    assert "395/2006" in text


@pytest.mark.parametrize(("language", "word"), [("fi", "Ennakonpidätys"), ("th", "ภาษี")])
def test_it_speaks_the_language_of_who_gets_it(language: str, word: str) -> None:
    assert word in printed(language)


def test_a_correction_and_a_hand_over_say_so() -> None:
    assert "Correction of pay" in printed(paper=replace(PAPER, is_correction=True))
    text = printed(paper=replace(PAPER, is_gross_only=True))
    assert "reckoned by the adviser" in text


def test_equal_payslips_are_equal_pdfs() -> None:
    first, second = (render(describe(PAPER, in_language("fi"))) for _ in range(2))

    assert first == second
