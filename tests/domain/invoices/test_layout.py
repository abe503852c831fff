from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.invoices.layout import (
    USUAL_COLUMNS,
    ColumnChoice,
    ColumnTitle,
    InvoiceLayout,
    LayoutForm,
    LineColumn,
    PaperField,
    PaperKind,
    check_layout,
    names_of,
)
from app.domain.invoices.layout_texts import LayoutText
from app.domain.shared.ids import LayoutId

RIGHT = LayoutForm("Our papers", accent="#0f766e")


def codes(form: LayoutForm, *others: str) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in check_layout(form, frozenset(others))]


def test_a_layout_with_a_name_is_right() -> None:
    assert codes(RIGHT) == []


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (replace(RIGHT, name=""), ("name", "layouts.without-name")),
        (replace(RIGHT, name="x" * 81), ("name", "layouts.name-too-long")),
        (replace(RIGHT, accent="teal"), ("accent", "layouts.not-a-colour")),
        (replace(RIGHT, accent="#ffee00"), ("accent", "layouts.pale-accent")),
        (replace(RIGHT, logo_mm=200), ("logo_mm", "layouts.logo-out-of-range")),
        (replace(RIGHT, columns=()), ("columns", "layouts.without-columns")),
        (replace(RIGHT, columns=USUAL_COLUMNS[:1]), ("columns", "layouts.without-columns")),
        (replace(RIGHT, columns=USUAL_COLUMNS[::-1]), ("columns", "layouts.amount-first")),
        (replace(RIGHT, columns=USUAL_COLUMNS * 2), ("columns", "layouts.column-twice")),
    ],
)
def test_each_wrong_field_is_told(form: LayoutForm, problem: tuple[str, str]) -> None:
    assert codes(form) == [problem]


def test_a_pale_accent_is_only_warned_of_and_told_as_it_is_printed() -> None:
    (found,) = check_layout(replace(RIGHT, accent="#ffee00"))

    assert found.is_warning
    assert found.facts["printed"] != "#ffee00"


def test_a_title_is_short_and_in_a_known_language() -> None:
    titles = (ColumnTitle("en", "x" * 31), ColumnTitle("xx", "Text"))
    described = ColumnChoice(LineColumn.DESCRIPTION, titles)
    form = replace(RIGHT, columns=(described, ColumnChoice(LineColumn.AMOUNT)))

    assert codes(form) == [
        ("columns.0.titles.0", "layouts.title-too-long"),
        ("columns.0.titles.1.language", "language.unknown"),
    ]


def test_two_layouts_in_use_never_have_the_same_name() -> None:
    kept = InvoiceLayout(LayoutId(1), 1, RIGHT)

    assert codes(replace(RIGHT, name="OUR PAPERS"), *names_of((kept,))) == [
        ("name", "layouts.name-taken")
    ]
    assert names_of((replace(kept, is_archived=True),)) == frozenset()


def test_a_form_is_kept_tidy_and_in_one_order() -> None:
    form = LayoutForm(
        "  Our   papers ",
        accent=" #0F766E",
        columns=(ColumnChoice(LineColumn.AMOUNT, (ColumnTitle("en", "  "),)),),
        hidden=(PaperField.ORDER, PaperField.TERMS),
        texts=(LayoutText("en", " \n"), LayoutText("fi", " Hei \n")),
        usual_for=(PaperKind.STATEMENT, PaperKind.QUOTE),
    )

    tidy = form.tidied()

    assert (tidy.name, tidy.accent) == ("Our papers", "#0f766e")
    assert tidy.columns == (ColumnChoice(LineColumn.AMOUNT),)
    assert tidy.hidden == (PaperField.TERMS, PaperField.ORDER)
    assert tidy.texts == (LayoutText("fi", "Hei"),)
    assert tidy.usual_for == (PaperKind.QUOTE, PaperKind.STATEMENT)


def test_a_language_without_texts_says_nothing() -> None:
    form = replace(RIGHT, texts=(LayoutText("fi", "Hei"),))

    assert form.text_in("fi").opening == "Hei"
    assert form.text_in("th") == LayoutText("th")
