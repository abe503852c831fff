"""Keys: those of the files, of the audit and of the people, wrapped by a password.

They stand in ``keys.json``.

Without a password both keys are published here: SQLCipher then proves that no bit was changed by
accident, and hides nothing. With one they are random, and the password only wraps them, so it can
be changed without writing the files anew.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.shared.refusals import Refusal, Unavailable
from app.storage.platform import write_whole

KEY_BYTES = 32
FORMAT = 1
PRODUCT = "backdesk"
TIME, MEMORY_KIB, LANES = 3, 64 * 1024, 4
_BOUND_TO = b"backdesk keys 1"


class NoKeys(Unavailable):
    """The folder has no ``keys.json``; without it the files cannot be opened."""

    code = "keys.missing"


class BrokenKeys(Unavailable):
    """``keys.json`` cannot be read: it is damaged or of another program."""

    code = "keys.broken"


class PasswordNeeded(Refusal):
    """The office opens with a password, and none was given."""

    code = "keys.password-needed"


class WrongPassword(Refusal):
    """The password does not open the office."""

    code = "keys.wrong-password"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one office: of the files, of the audit's proofs, of what is private of people."""

    office: str
    files: bytes
    audit: bytes
    people: bytes


def published_keys(office: str) -> Keys:
    """Return the keys of an office without a password: known to everybody."""
    return Keys(office, *(_published(one) for one in ("files", "audit", "people")))


def new_keys(password: str) -> Keys:
    """Return the keys of a new office, random if it has a password."""
    office = secrets.token_hex(16)
    if not password:
        return published_keys(office)
    return Keys(office, *(secrets.token_bytes(KEY_BYTES) for _ in range(3)))


def write_keys(path: Path, keys: Keys, password: str) -> None:
    """Write the key slots, whole or not at all."""
    slot = _wrapped(keys, password) if password else {"kind": "published"}
    told = {"product": PRODUCT, "format": FORMAT, "office": keys.office, "slots": [slot]}
    write_whole(path, json.dumps(told, indent=1).encode())


def read_keys(path: Path, password: str) -> Keys:
    """Return the keys; raises NoKeys, BrokenKeys, PasswordNeeded or WrongPassword."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        office, slot = _told(told)
        if slot["kind"] == "published":
            return published_keys(office)
        if not password:
            raise PasswordNeeded(place=str(path.parent))
        return _unwrapped(office, slot, password)
    except FileNotFoundError:
        raise NoKeys(place=str(path.parent)) from None
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as broken:
        raise BrokenKeys(place=str(path.parent), reason=str(broken)) from broken


def _told(told: Any) -> tuple[str, dict[str, Any]]:
    if told["product"] != PRODUCT or told["format"] != FORMAT:
        raise ValueError(told["product"], told["format"])
    office, slot = str(told["office"]), told["slots"][0]
    if slot["kind"] not in ("published", "password"):
        raise ValueError(slot["kind"])
    return office, slot


def _published(purpose: str) -> bytes:
    return hashlib.sha256(
        f"backdesk: proof against damage, not a secret: {purpose}".encode()
    ).digest()


def _wrapped(keys: Keys, password: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    cost = {"time": TIME, "memory_kib": MEMORY_KIB, "lanes": LANES}
    sealed = AESGCM(_stretched(password, salt, cost)).encrypt(
        nonce, keys.files + keys.audit + keys.people, _bound(keys.office)
    )
    return {
        "kind": "password",
        "kdf": {"name": "argon2id", "salt": _text(salt), **cost},
        "nonce": _text(nonce),
        "sealed": _text(sealed),
    }


def _unwrapped(office: str, slot: dict[str, Any], password: str) -> Keys:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  13 ms
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    stretched = _stretched(password, _bytes(slot["kdf"]["salt"]), slot["kdf"])
    try:
        opened = AESGCM(stretched).decrypt(
            _bytes(slot["nonce"]), _bytes(slot["sealed"]), _bound(office)
        )
    except InvalidTag:
        raise WrongPassword(office=office) from None
    files, audit, people = (
        opened[at : at + KEY_BYTES] for at in range(0, 3 * KEY_BYTES, KEY_BYTES)
    )
    return Keys(office, files, audit, people or _of_older(files))


def _of_older(files: bytes) -> bytes:
    """Return the key of the people of an office made before there was one in its keys."""
    return hmac.digest(files, b"backdesk: people", hashlib.sha256)


def _stretched(password: str, salt: bytes, cost: dict[str, Any]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  17 ms

    return hash_secret_raw(
        password.encode(),
        salt,
        cost["time"],
        cost["memory_kib"],
        cost["lanes"],
        KEY_BYTES,
        Type.ID,
    )


def _bound(office: str) -> bytes:
    return _BOUND_TO + office.encode()


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(value: str) -> bytes:
    return base64.b64decode(value, validate=True)
