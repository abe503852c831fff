"""What the rules find by taking a form apart is found by looking up what is before its ending."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest

from app.domain.archive import english, finnish
from app.domain.archive.stems import SHORTEST, endings, english_stems, finnish_stems, odd_forms
from app.domain.shared.search import folded
from tests.domain.archive.wordforms import ENGLISH, FINNISH, families

ENDS = re.compile(endings())


def found(asked: str, stems: dict[str, set[str]]) -> set[str]:
    """Return the bases of which a form is one, by the stems alone."""
    sizes = (n for n in range(SHORTEST, len(asked) + 1) if ENDS.match(asked[n:]))
    return {base for n in sizes for base in stems.get(asked[:n], ())}


def stems_of(bases: Iterable[str], *, is_finnish: bool) -> dict[str, set[str]]:
    known: dict[str, set[str]] = defaultdict(set)
    for base in bases:
        for stem in finnish_stems(base) if is_finnish else english_stems(base):
            known[stem].add(base)
        for form, odd in odd_forms():
            if odd == base:
                known[form].add(base)
    return known


def families_of(told: str) -> list[list[str]]:
    return [
        [folded(form) for form in (word, *forms) if not form.startswith("+")]
        for word, forms in families(told).items()
    ]


@pytest.mark.parametrize("forms", families_of(FINNISH), ids=lambda forms: str(forms[0]))
def test_every_finnish_form_is_found_by_stems_where_rules_find_it(forms: list[str]) -> None:
    for word in forms:
        bases = finnish.heads(word)
        known = stems_of(bases, is_finnish=True)
        for asked in forms:
            assert bool(found(asked, known)) >= bool(finnish.bases(asked) & bases), (word, asked)


@pytest.mark.parametrize("forms", families_of(ENGLISH), ids=lambda forms: str(forms[0]))
def test_every_english_form_is_found_by_stems_where_rules_find_it(forms: list[str]) -> None:
    for word in forms:
        bases = english.bases(word)
        known = stems_of(bases, is_finnish=False)
        for asked in forms:
            assert bool(found(asked, known)) >= bool(english.bases(asked) & bases), (word, asked)


def test_words_that_only_begin_alike_are_not_forms_of_each_other() -> None:
    known = stems_of(finnish.heads("lasku"), is_finnish=True)

    for other in ("laskuri", "laskelma", "laskettelu", "laskutus", "maku"):
        assert found(other, known) == set(), other
    assert found("laskuissammekin", known) == {"lasku"}
