"""The recovery code: 128 bits in signs that nobody confuses, with a proof against slips."""

from __future__ import annotations

import hashlib
import secrets

from app.domain.shared.refusals import Refusal

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's alphabet: without I, L, O and U."""
ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
BYTES, GROUP, PROOF = 16, 4, 2
LENGTH = 26


class Mistyped(Refusal):
    """The code is not as it was printed: a sign is wrong, missing or too many."""

    code = "users.code-mistyped"


def new_code() -> str:
    """Return a code that nobody had before."""
    return code_of(secrets.token_bytes(BYTES))


def code_of(secret: bytes) -> str:
    """Return 128 random bits as they are printed, in groups of four signs."""
    number, signs = int.from_bytes(secret), ""
    for _ in range(LENGTH):
        number, last = divmod(number, len(SIGNS))
        signs = SIGNS[last] + signs
    whole = signs + _proof(signs)
    return "-".join(whole[at : at + GROUP] for at in range(0, len(whole), GROUP))


def tidy_code(typed: str) -> str:
    """Return a code as it was printed, however it was typed; raises Mistyped."""
    signs = "".join(one for one in typed.upper() if one.isalnum()).translate(ALIKE)
    if len(signs) != LENGTH + PROOF or any(one not in SIGNS for one in signs):
        raise Mistyped
    if signs[LENGTH:] != _proof(signs[:LENGTH]):
        raise Mistyped
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _proof(signs: str) -> str:
    digest = hashlib.sha256(b"backdesk recovery " + signs.encode()).digest()
    return "".join(SIGNS[one % len(SIGNS)] for one in digest[:PROOF])
