from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from app.domain.shared.problems import known_rules
from app.domain.shared.refusals import OfficeError, known_errors
from app.lang.sentences import SENTENCES
from app.lang.texts import LANGUAGES, say_in

SLOT = re.compile(r"\{(\w+)\}")
TWICE = re.compile(r"\{(rate|percent)\}\s*(%|prosen|per cent)")
"""Rates are written with their sign already."""
SOURCES = Path(app.__file__).parent
WITHOUT_A_DISPLAY = ("app.ui", "app.main")


@pytest.fixture(scope="module", autouse=True)
def _whole_program() -> None:
    for found in pkgutil.walk_packages(app.__path__, "app."):
        if not found.name.startswith(WITHOUT_A_DISPLAY) and "migrations" not in found.name:
            importlib.import_module(found.name)


def codes() -> set[str]:
    errors = {error.code for error in known_errors() if error.__module__.startswith("app.")}
    return errors | {rule.code for rule in known_rules() if not is_of_a_test(rule.code)}


def is_of_a_test(code: str) -> bool:
    return code.startswith(("test.", "tests."))


def test_every_code_has_its_sentence() -> None:
    assert codes() - SENTENCES.keys() == set()


def test_every_sentence_has_its_code() -> None:
    assert {code.partition(":")[0] for code in SENTENCES} - codes() == set()


def test_the_sentences_of_rules_use_only_the_facts_they_get() -> None:
    for rule in known_rules():
        if rule.code in SENTENCES:
            assert slots(rule.code) - rule.facts == set(), rule.code


def test_the_sentences_of_refusals_use_only_the_facts_they_get() -> None:
    errors = {(error.__module__, error.__name__): error for error in known_errors()}
    for place, facts in raised():
        error = errors.get(place)
        if error is not None:
            assert slots(error.code) - facts == set(), (place, facts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_per_cent_twice(language: str) -> None:
    say = say_in(language)
    told = {code: " ".join(map(say, filter(None, parts))) for code, parts in SENTENCES.items()}

    assert {code: text for code, text in told.items() if TWICE.search(text)} == {}


def slots(code: str) -> set[str]:
    return {slot for part in SENTENCES[code] for slot in SLOT.findall(part)}


def raised() -> Iterator[tuple[tuple[str, str], set[str]]]:
    """Every ``raise Name(fact=…)`` of the program that names its facts, and where Name is from."""
    for path in SOURCES.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        modules = homes(tree, ".".join(path.relative_to(SOURCES.parent).with_suffix("").parts))
        for node in ast.walk(tree):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                call = node.exc
                names = {word.arg for word in call.keywords if word.arg}
                if isinstance(call.func, ast.Name) and len(names) == len(call.keywords):
                    yield (modules.get(call.func.id, ""), call.func.id), names


def homes(tree: ast.Module, own: str) -> dict[str, str]:
    """Return the module that each name of a file is from."""
    found = {node.name: own for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {name.asname or name.name: node.module for name in node.names}
    return found


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_whole(code: str) -> None:
    what, why, todo = SENTENCES[code]

    assert what.endswith(".") and len(what) < 120
    assert all(not part or part.endswith(".") for part in (why, todo))


def test_the_root_of_all_errors_has_a_sentence_too() -> None:
    assert OfficeError.code in SENTENCES
