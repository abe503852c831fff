from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog

import locales
from app.lang.texts import LANGUAGES, PAPER_LANGUAGES, SOURCE
from tests.house.tree import nodes, python_files

SAYING = {"_", "say", "many", "mark"}
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


def test_a_text_within_another_is_in_the_catalogue_too() -> None:
    texts = {as_forms(entry.id)[0] for entry in said() if entry.id}
    within = {text for name in python_files("app") for text in texts_within(name)}

    assert within - texts == set()


def texts_within(name: str) -> Iterator[str]:
    """Yield what a file says inside an f-string, where Babel does not look."""
    joined = (node for node in nodes(name) if isinstance(node, ast.JoinedStr))
    for call in (part for one in joined for part in ast.walk(one) if isinstance(part, ast.Call)):
        named = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
        for first in call.args[:1]:
            if named in SAYING and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


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
