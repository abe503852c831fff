"""The words of a formula: numbers, names, texts and signs, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.payroll.formulas.tree import wrong

LONGEST = 2_000
_WORD = re.compile(
    r"""\s*(?:
    (?P<number>\d{1,15}(?:\.\d{1,12})?)(?![\d.\w])
    |(?P<name>[A-Za-z][A-Za-z0-9_]{0,39})(?!\w)
    |(?P<text>"[a-z0-9][a-z0-9._-]{0,59}")
    |(?P<sign><=|>=|!=|[-+*/×÷−≤≥≠<>=(),;%])
    )""",
    re.VERBOSE | re.ASCII,
)
_SAME = {"×": "*", "÷": "/", "−": "-", "≤": "<=", "≥": ">=", "≠": "!="}


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its kind (number, name, text, sign or end), what it says, and its place."""

    kind: str
    text: str
    at: int


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a formula and its end; raises FormulaWrong."""
    if len(text) > LONGEST:
        raise wrong("too-long", 0, text, most=LONGEST)
    found: list[Word] = []
    at = 0
    while text[at:].strip():
        match = _WORD.match(text, at)
        if match is None:
            at += len(text[at:]) - len(text[at:].lstrip())
            raise wrong("not-a-word", at, text)
        kind = str(match.lastgroup)
        said = match.group(kind)
        found.append(Word(kind, _SAME.get(said, said).strip('"'), match.start(kind)))
        at = match.end()
    return (*found, Word("end", "", len(text)))
