"""Period texts are filled word by word, and a placeholder that does not exist is named."""

from __future__ import annotations

from dataclasses import replace

from app.domain.recurring.texts import check_texts, filled, written_for
from tests.domain.recurring.plans import a_form, a_rent

WORDS = {"month": "January", "year": "2026", "from": "1 Jan", "next_month": "February"}


def test_placeholders_are_filled_however_they_are_spaced_or_capitalised() -> None:
    assert filled("{Month} {year}, then {next month}", WORDS) == "January 2026, then February"


def test_braces_that_hold_no_placeholder_stay_as_they_were_written() -> None:
    assert filled("{colour} of { and {}", WORDS) == "{colour} of { and {}"


def test_what_a_placeholder_stands_for_is_not_filled_again() -> None:
    assert filled("{month}", {"month": "{year}", "year": "2026"}) == "{year}"


def test_lines_and_texts_are_filled() -> None:
    content = replace(a_form().content, note="From {from}", our_reference="R {year}")

    written = written_for(content, WORDS)

    assert (written.lines[0].description, written.note, written.our_reference) == (
        "Rent January 2026",
        "From 1 Jan",
        "R 2026",
    )


def test_a_placeholder_that_does_not_exist_is_named_at_its_field() -> None:
    content = a_form(a_rent(), a_rent(description="Water {munth}")).content

    (problem,) = check_texts(replace(content, note="{month}"))

    assert (problem.field, problem.code) == (
        "lines.1.description",
        "recurring.unknown-placeholder",
    )
    assert problem.facts["name"] == "{munth}"
    assert "{previous_month}" in problem.facts["known"]
