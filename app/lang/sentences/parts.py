"""The three parts of a sentence, as marked English texts with ``{slots}``."""

from __future__ import annotations

from typing import NamedTuple


class Parts(NamedTuple):
    """What happened, why, and what to do; the last two may be empty."""

    what: str
    why: str = ""
    todo: str = ""
