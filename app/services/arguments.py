"""Arguments of a command as the audit writes them: long lists and contents by their proof."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from app.domain.shared.codec import plain

MOST_TOLD = 100
"""How many items of a list the audit writes out; a longer one by its count, ends and SHA-256."""


def all_told(args: tuple[object, ...], kwargs: Mapping[str, object]) -> object:
    """Return the arguments of a command as the audit keeps them."""
    return [[told(value) for value in args], {name: told(one) for name, one in kwargs.items()}]


def told(value: object) -> object:
    """Return an argument as the audit keeps it: bytes and long lists by their SHA-256."""
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest(), "size": len(value)}
    whole = plain(value)
    if not isinstance(whole, list) or len(whole) <= MOST_TOLD:
        return whole
    proof = hashlib.sha256(json.dumps(whole, separators=(",", ":")).encode()).hexdigest()
    return {"count": len(whole), "first": whole[0], "last": whole[-1], "sha256": proof}
