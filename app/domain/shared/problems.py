"""Problems of a form: which field, which rule; collected, never raised while typing."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field.

    ``field`` is a dotted path (``lines.2.quantity``; lines count from 0), ``code`` names the
    sentence, ``facts`` fill it. ``is_warning`` marks what a clerk may accept.
    """

    field: str
    code: str
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    is_warning: bool = False
