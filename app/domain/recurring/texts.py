"""Period texts: what a plan writes with placeholders, filled for each period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.invoices.draft import Draft
from app.domain.shared.problems import Problem, Rule

PLACEHOLDERS = ("month", "year", "from", "to", "previous_month", "next_month")
"""What may stand in braces: words of the first day of a period, and its first and last day."""

UNKNOWN_PLACEHOLDER = Rule("recurring.unknown-placeholder", "name", "known")
_SLOT = re.compile(r"\{([^{}\n]*)\}")
_TEXTS = ("your_reference", "our_reference", "note", "order_reference", "contract_reference")


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with every placeholder that is known written out."""
    return _SLOT.sub(lambda slot: words.get(_name(slot[1]), slot[0]), text)


def written_for(content: Draft, words: Mapping[str, str]) -> Draft:
    """Return what a plan writes with the words of one period in its lines and texts."""
    lines = tuple(
        replace(line, description=filled(line.description, words)) for line in content.lines
    )
    texts: dict[str, Any] = {name: filled(getattr(content, name), words) for name in _TEXTS}
    return replace(content, lines=lines, **texts)


def check_texts(content: Draft) -> tuple[Problem, ...]:
    """Return a problem for each placeholder that does not exist, at its field."""
    texts = {f"lines.{at}.description": one.description for at, one in enumerate(content.lines)}
    texts |= {name: getattr(content, name) for name in _TEXTS}
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    return tuple(
        UNKNOWN_PLACEHOLDER.at(field, name=slot[0], known=known)
        for field, text in texts.items()
        for slot in _SLOT.finditer(text)
        if _name(slot[1]) not in PLACEHOLDERS
    )


def _name(written: str) -> str:
    return "_".join(written.casefold().split())
