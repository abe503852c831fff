"""Mentions: where words name a person, and the same words without the name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

SHORTEST = 5
"""What is shorter may be anything: nobody is looked for by it."""
_BETWEEN = r"[\s\-/().]*"


def is_telling(value: str) -> bool:
    """Say whether a value names one person wherever it stands; a single word may be anything."""
    text = value.strip()
    if len(text) < SHORTEST:
        return False
    return "@" in text or any(letter.isdigit() for letter in text) or len(text.split()) > 1


def is_number(value: str) -> bool:
    """Say whether a value is a number that people write with gaps: of telephones, of accounts."""
    digits = sum(letter.isdigit() for letter in value)
    return "@" not in value and digits * 2 > len(compact(value))


def compact(value: str) -> str:
    """Return a value without its gaps."""
    return re.sub(r"[\s\-/().]", "", value)


def pattern_of(values: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these values, however they are spaced and written; none for none."""
    parts = [_part(one.strip()) for one in sorted(values, key=len, reverse=True) if one.strip()]
    if not parts:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def without(value: Any, pattern: re.Pattern[str], label: str) -> Any:
    """Return JSON data or a text with a label in the place of what the pattern finds."""
    if isinstance(value, str):
        return pattern.sub(label, value)
    if isinstance(value, dict):
        return {name: without(one, pattern, label) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [without(one, pattern, label) for one in value]
    return value


def _part(value: str) -> str:
    if is_number(value):
        letters = compact(value)
        lead = r"\+?" if letters.startswith("+") else ""
        return lead + _BETWEEN.join(map(re.escape, letters.lstrip("+")))
    return r"\s+".join(map(re.escape, value.split()))
