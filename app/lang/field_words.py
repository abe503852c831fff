"""Fields in words: what a field of a record is called where no form is around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.lang.fields.a_to_l import A_TO_L
from app.lang.fields.m_to_z import M_TO_Z
from app.lang.texts import Say

FIELDS: Mapping[str, str] = A_TO_L | M_TO_Z
"""What fields are called; one that is not here is told by its own name."""

WRAPPINGS = frozenset({"content", "form", "offer", "profile", "wanted"})
"""Parts of a record that hold its fields and say nothing themselves."""
BETWEEN = " · "


def field_text(name: str, say: Say) -> str:
    """Return a field in words."""
    if name in FIELDS:
        return say(FIELDS[name])
    plain = name.removesuffix("_id").removesuffix("_minor").removeprefix("is_")
    return say(plain.replace("_", " ").replace("-", " ").capitalize())


def path_text(path: Sequence[str | int], say: Say) -> str:
    """Return the way to a field in words: ``Line 2 · Quantity``."""
    told: list[str] = []
    for step in [one for one in path[:-1] if one not in WRAPPINGS] + list(path[-1:]):
        if isinstance(step, int):
            told[-1:] = [f"{told[-1]} {step}" if told else str(step)]
        else:
            told.append(field_text(step, say))
    return BETWEEN.join(told)
