from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

import app
from app.lang.texts import say_in

SOURCES = Path(app.__file__).parent
SLOT = re.compile(r"\{\w+\}")
LANGUAGES = ("fi", "th")
FORMS = {"fi": 2, "th": 1}
SAME = {
    "GS1 DataMatrix": "the name of a code",
    "{name}, {wide} × {high} mm": "a name and two measures",
    "BIC": "an international name",
    "EIN": "the name of a number in the United States",
    "LEI": "an international name",
    "PDF": "an international name",
    "IBAN": "an international name",
    "GTIN": "an international name",
    "Leitweg-ID": "the German name of a German number",
    "Finvoice": "the name of a standard",
    "Peppol BIS Billing": "the name of a standard",
    "XRechnung (UBL)": "the name of a standard",
    "UTF-8": "the name of an encoding",
    "UTF-16": "the name of an encoding",
    "{company} – Backdesk": "a name and our own name",
    "{n} kB": "an international sign",
    "{n} MB": "an international sign",
}
"""Texts that are the same in every language, and why."""
SAME_IN_FINNISH = {
    "OK": "what a Finnish button says",
    "Logo": "a Finnish word",
    "{n} kg": "a measure",
    "PIN": "what banks call it in every language",
}


@pytest.fixture(scope="module")
def locales() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "build" / "locales.py"
    spec = importlib.util.spec_from_file_location("locales", path)
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def texts(catalogue: Catalog) -> Iterator[Message]:
    """The texts of a catalogue that are translated."""
    return (entry for entry in catalogue if entry.id and all(forms(entry)))


def sources(entry: Message) -> tuple[str, str]:
    """The English text for one and for many."""
    if isinstance(entry.id, str):
        return entry.id, entry.id
    one, other = entry.id
    return one, other


def forms(entry: Message) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_all_the_forms_of_its_language(
    language: str, locales: ModuleType
) -> None:
    catalogue = locales.catalogue_of(language)

    assert catalogue.num_plurals == FORMS[language]
    assert [entry.id for entry in texts(catalogue) if entry.fuzzy] == []
    assert [
        entry.id
        for entry in texts(catalogue)
        if len(forms(entry)) != (FORMS[language] if entry.pluralizable else 1)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_slots_of_their_texts(language: str, locales: ModuleType) -> None:
    for entry in texts(locales.catalogue_of(language)):
        fitting = [set(SLOT.findall(source)) for source in sources(entry)]
        assert all(set(SLOT.findall(form)) in fitting for form in forms(entry)), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_is_left_where_the_language_has_its_own_word(
    language: str, locales: ModuleType
) -> None:
    excused = SAME | (SAME_IN_FINNISH if language == "fi" else {})
    left = [
        entry.id
        for entry in texts(locales.catalogue_of(language))
        if entry.id in forms(entry) and entry.id not in excused and has_letters(str(entry.id))
    ]

    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_shape_of_their_texts(language: str, locales: ModuleType) -> None:
    for entry in texts(locales.catalogue_of(language)):
        shape = shape_of(sources(entry)[1])
        assert all(shape_of(form) == shape for form in forms(entry)), entry.id


def shape_of(text: str) -> tuple[object, ...]:
    """What must not be lost: lines, blanks at the ends, …, a mnemonic, tags, Qt's own slots."""
    return (
        text.count("\n"),
        (text[0] == " ", text[-1] == " "),
        text.endswith("…"),
        bool(re.search(r"&\w", text)),
        re.findall(r"</?\w+>", text),
        sorted(re.findall(r"%\d", text)),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_thai_catalogue_is_thai_and_the_finnish_one_is_not(
    language: str, locales: ModuleType
) -> None:
    thai = re.compile(r"[\u0e01-\u0e5b]")
    for entry in texts(locales.catalogue_of(language)):
        is_excused = entry.id in SAME or not has_letters(str(entry.id))
        are_thai = {bool(thai.search(form)) for form in forms(entry)}
        assert is_excused or are_thai == {language == "th"}, entry.id


def has_letters(text: str) -> bool:
    return any(sign.isalpha() for sign in SLOT.sub("", text))


@pytest.mark.parametrize(("language", "n"), [("fi", 0), ("fi", 1), ("fi", 2), ("th", 1)])
def test_every_plural_can_be_said(language: str, n: int, locales: ModuleType) -> None:
    say = say_in(language)
    for entry in texts(locales.catalogue_of(language)):
        if not isinstance(entry.id, str):
            one, other = sources(entry)
            assert say.many(one, other, n)


def test_texts_are_whole_literals_so_that_they_are_found() -> None:
    pasted = [
        f"{path.name}:{call.lineno}"
        for path in SOURCES.rglob("*.py")
        for call in calls_of(ast.parse(path.read_text("utf-8")), {"_", "say", "mark", "many"})
        if any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in call.args[:2])
    ]

    assert pasted == []


def calls_of(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = getattr(called, "attr", getattr(called, "id", ""))
            if name in names:
                yield node
