"""Every step of an explanation is said in every language, with all its facts."""

from __future__ import annotations

import re

import pytest

from app.domain.invoices.explain import STEP_CODES, explain
from app.domain.invoices.totals import totals_of
from app.lang.formats import formats_in
from app.lang.steps import STEPS, step_text
from app.lang.texts import LANGUAGES, say_in
from tests.builders import a_draft, a_line, journey_6, off

SLOT = re.compile(r"\{(\w+)\}")


def told(language: str = "en", figure: str = "") -> list[str]:
    draft = journey_6()
    say, formats = say_in(language), formats_in(language)
    return [
        step_text(step.code, step.facts, say, formats)
        for step in explain(draft, totals_of(draft))
        if step.figure.startswith(figure)
    ]


def test_every_step_has_a_sentence_and_every_sentence_a_step() -> None:
    assert STEPS.keys() == STEP_CODES.keys()


@pytest.mark.parametrize("code", sorted(STEPS))
def test_a_sentence_uses_only_the_facts_of_its_step(code: str) -> None:
    assert set(SLOT.findall(STEPS[code])) <= STEP_CODES[code]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_slot_stays_open_in_any_language(language: str) -> None:
    assert all(text and "{" not in text for text in told(language))


def test_the_tax_of_journey_6_is_explained() -> None:
    assert [text.replace("\u00a0", " ") for text in told("en", "vat.0.tax")] == [
        "VAT 25.5%: 25.5% of €345.07 = 87.99285, rounded once to €87.99"
    ]


def test_a_share_of_an_amount_off_is_explained() -> None:
    draft = a_draft(a_line(price="10"), a_line(price="20", rate="10"), discount=off("1"))
    step = next(
        step for step in explain(draft, totals_of(draft)) if step.figure == "vat.0.allowance"
    )

    text = step_text(step.code, step.facts, say_in("en"), formats_in("en"))

    assert text == "VAT 25.5%: €10.00 of €30.00 bears €0.33 of the discount €1.00"
