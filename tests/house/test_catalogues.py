from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog

import locales
from app.lang.texts import LANGUAGES, PAPER_LANGUAGES, SOURCE

SLOT = re.compile(r"\{\w+\}")
TRANSLATIONS = [language for language in LANGUAGES if language != SOURCE]


@cache
def said() -> Catalog:
    """Return what the program says; to find it every source is read, once for all languages."""
    return locales.extracted()


def as_forms(text: object) -> tuple[str, ...]:
    """Return a text or its plural forms as a tuple."""
    return tuple(text) if isinstance(text, tuple | list) else (str(text or ""),)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_text_of_the_program_is_in_the_catalogue(language: str) -> None:
    texts = {as_forms(entry.id)[0] for entry in said() if entry.id}
    known = {as_forms(entry.id)[0] for entry in locales.catalogue_of(language) if entry.id}

    assert texts - known == set()
    assert known - texts == set()


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_every_text_of_papers_is_in_the_catalogue_of_their_language(language: str) -> None:
    papers = locales.said_on_papers(said())
    texts = {as_forms(entry.id)[0] for entry in papers if entry.id}
    known = {as_forms(entry.id)[0] for entry in locales.catalogue_of(language) if entry.id}

    assert texts - known == set()
    assert known - texts == set()


@pytest.mark.parametrize("language", [*TRANSLATIONS, *PAPER_LANGUAGES])
def test_every_text_is_translated(language: str) -> None:
    assert locales.missing(language) == []


@pytest.mark.parametrize("language", [*TRANSLATIONS, *PAPER_LANGUAGES])
def test_a_translation_keeps_the_slots_of_its_text(language: str) -> None:
    changed = [
        (entry.id, entry.string)
        for entry in locales.catalogue_of(language)
        if entry.id
        for form in as_forms(entry.string)
        if form and not slots_agree(as_forms(entry.id), form)
    ]

    assert changed == []


def slots_agree(texts: tuple[str, ...], translation: str) -> bool:
    """Tell whether a translation fills the slots of its text; a plural may leave out ``{n}``."""
    wanted = {slot for text in texts for slot in SLOT.findall(text)}
    used = set(SLOT.findall(translation))
    return used <= wanted and wanted - used <= ({"{n}"} if len(texts) > 1 else set())
