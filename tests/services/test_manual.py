"""The manual has every page in English, and what is translated has the same pages."""

from __future__ import annotations

import re

import pytest

from app import MANUAL
from app.lang.texts import LANGUAGES
from app.services import manual
from app.services.manual import PAGES, NoSuchPage
from app.ui.actions import ACTIONS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_every_language(language: str) -> None:
    names = {file.stem for file in (MANUAL / language).glob("*.md")}

    assert names == set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_begins_with_its_heading(language: str) -> None:
    for page in manual.pages(language):
        assert page.text.startswith(f"# {page.title}\n")


def test_an_unknown_language_reads_english() -> None:
    assert manual.page("invoices", "xx") == manual.page("invoices", "en")


def test_words_find_the_pages_that_hold_them_all() -> None:
    assert [one.name for one in manual.found("gtin bar code price", "en")] == ["products"]
    assert manual.found("gtin zeppelin", "en") == ()


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(NoSuchPage):
        manual.page("../../README", "en")


def test_the_keys_that_the_manual_names_exist() -> None:

    known = {key for one in ACTIONS for key in (one.shortcut, one.also) if key}
    told = set(re.findall(r"\*\*(F\d+|Ctrl\+[A-Z/])\*\*", manual.page("keys", "en").text))

    assert told <= known
