"""The words of payslips: every figure that a formula may name has one, in each language."""

from __future__ import annotations

import pytest

from app.domain.payroll.formulas.parsing import read
from app.domain.payroll.payee import FIGURES as NAMED
from app.domain.payroll.reckoning import BASES
from app.formats.packs import COUNTRIES
from app.formats.payrolls import payroll_of
from app.lang.formats import formats_in
from app.lang.pay_words import FIGURES, STEPS, Told, told
from app.lang.texts import say_in

NAMES = {"tyel": "Työeläkemaksu"}


def written(name: str, value: str, language: str = "fi") -> Told | None:
    return told((name, value, ""), NAMES, say_in(language), formats_in(language, "FI"))


def test_every_figure_has_its_word() -> None:
    assert {*NAMED, *BASES, "gross", "left"} <= FIGURES.keys()


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_step_of_the_country_s_formulas_has_its_word(country: str) -> None:
    formulas = (read(one.formula) for one in payroll_of(country).components)

    assert {step.name for formula in formulas for step in formula.steps} <= STEPS.keys()


@pytest.mark.parametrize(
    ("name", "value", "label", "shown"),
    [
        ("figure:taxable", "3200", "Veronalainen palkka", "3 200"),
        ("figure:tyel", "228.8", "Työeläkemaksu", "228,80"),
        ("own:own_step", "1.5", "own step", "1,50"),
        ("rate:fi.accident", "0.65", "Arvo: Työnantajan tapaturmavakuutus", "0,65"),
        ("band:th.income-tax", "10850", "Asteikon mukaan: Tuloveroasteikko", "10 850"),
        ("rule", "Laki 1 §", "Sääntö", "Laki 1 §"),
        ("part:2026-03-01/2026-03-10", "3100 × 10 / 31", "1.3.2026 – 10.3.2026", "3 100 × 10 / 31"),
        ("difference:right", "x", "Oikea summa", "x"),
    ],
)
def test_a_step_is_said_in_words(name: str, value: str, label: str, shown: str) -> None:
    found = written(name, value)

    assert found is not None
    assert (found.label, found.value.replace("\u00a0", " ")) == (label, shown)


def test_the_formula_itself_is_not_told() -> None:
    assert written("formula", "pay * 2") is None
