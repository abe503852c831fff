"""Boxes: what anybody may put in with a public key, and only the holder of the secret takes out.

A pair belongs to each user, to each person of the personnel office, and to that office itself.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from app.domain.shared.refusals import Unavailable

KEY_BYTES, NONCE_BYTES = 32, 12


class NotOpened(Unavailable):
    """What lies in a box was changed, belongs elsewhere, or is for another key."""

    code = "boxes.not-opened"


def public_of(secret: bytes) -> bytes:
    """Return the public half of a secret."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415  13 ms
        X25519PrivateKey,
    )

    return X25519PrivateKey.from_private_bytes(_private(secret)).public_key().public_bytes_raw()


def put_in(public: bytes, value: bytes, bound: bytes) -> bytes:
    """Return a value that only the secret of a public key takes out, at the place it is bound to.

    Raises NotOpened when the public key is none.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    once = secrets.token_bytes(KEY_BYTES)
    head, nonce = public_of(once), secrets.token_bytes(NONCE_BYTES)
    shared = _shared(once, public, head + public)
    return head + nonce + AESGCM(shared).encrypt(nonce, value, bound)


def take_out(secret: bytes, box: bytes, bound: bytes) -> bytes:
    """Return what lies in a box; raises NotOpened."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  13 ms
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    head, nonce = box[:KEY_BYTES], box[KEY_BYTES : KEY_BYTES + NONCE_BYTES]
    try:
        shared = _shared(secret, head, head + public_of(secret))
        return AESGCM(shared).decrypt(nonce, box[KEY_BYTES + NONCE_BYTES :], bound)
    except (InvalidTag, ValueError) as broken:
        raise NotOpened from broken


def _private(secret: bytes) -> bytes:
    """Return the half that agrees with others; the secret itself may seal by AES beside it."""
    return hmac.digest(secret, b"backdesk: box", hashlib.sha256)


def _shared(secret: bytes, public: bytes, both: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415  13 ms
        X25519PrivateKey,
        X25519PublicKey,
    )

    try:
        other = X25519PublicKey.from_public_bytes(public)
        agreed = X25519PrivateKey.from_private_bytes(_private(secret)).exchange(other)
    except ValueError as broken:
        raise NotOpened from broken
    return hmac.digest(agreed, b"backdesk: box" + both, hashlib.sha256)
