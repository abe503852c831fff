"""Keys: those of the files, of the audit and of the people. They stand in ``keys.json``, wrapped.

Without a password they are published there: SQLCipher then proves that no bit was changed by
accident, and hides nothing. With one they are random, and the password only wraps them (format 1).
An office with users has a slot for each of them and one for the recovery code (format 2, slots.py),
so that a password can be changed, and a user taken away, without the others' passwords.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.shared.refusals import Refusal, Unavailable
from app.storage.platform import write_whole

KEY_BYTES = 32
FORMAT, FORMAT_OF_USERS = 1, 2
PRODUCT = "backdesk"
TIME, MEMORY_KIB, LANES = 3, 64 * 1024, 4
MOST_TIME, MOST_MEMORY_KIB, MOST_LANES = 20, 1 << 20, 16
"""A damaged file does not make the machine reckon for hours or fill its memory."""
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


class LogInNeeded(Refusal):
    """The office has users: it opens with a name and that user's password."""

    code = "keys.log-in-needed"


class WrongLogIn(Refusal):
    """Name and password do not belong together; which of the two is wrong is not told."""

    code = "keys.wrong-log-in"


class KeysLacking(Refusal):
    """Who asks does not hold the keys that would be given."""

    code = "users.keys-lacking"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one office: of the files, of the audit's proofs, of what is private of people.

    A user who may not read what is private has no key of the ``people``, but their ``public`` one,
    with which one puts in and takes nothing out; and the key of the ``own`` person, if any.
    """

    office: str
    files: bytes
    audit: bytes
    people: bytes
    public: bytes = b""
    own: tuple[tuple[int, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What stands in ``keys.json``: the slots, and whether files with new keys wait beside."""

    office: str
    slots: tuple[Mapping[str, Any], ...]
    is_moving: bool = False

    @property
    def has_users(self) -> bool:
        """Say whether the office opens by name and password."""
        return any(slot["kind"] == "user" for slot in self.slots)


def published_keys(office: str) -> Keys:
    """Return the keys of an office without a password: known to everybody."""
    files, audit, people = (_published(one) for one in ("files", "audit", "people"))
    return Keys(office, files, audit, people)


def new_keys(password: str) -> Keys:
    """Return the keys of a new office, random if it has a password."""
    office = secrets.token_hex(16)
    return secret_keys(office) if password else published_keys(office)


def secret_keys(office: str) -> Keys:
    """Return random keys."""
    files, audit, people = (secrets.token_bytes(KEY_BYTES) for _ in range(3))
    return Keys(office, files, audit, people)


def write_keys(path: Path, keys: Keys, password: str) -> None:
    """Write the one slot of an office without users, whole or not at all."""
    write_key_file(path, one_slot(keys, password))


def one_slot(keys: Keys, password: str) -> KeyFile:
    """Return the key slots of an office without users."""
    slot = _wrapped(keys, password) if password else {"kind": "published"}
    return KeyFile(keys.office, (slot,))


def write_key_file(path: Path, kept: KeyFile) -> None:
    """Write the key slots, whole or not at all."""
    write_whole(path, key_text(kept).encode())


def key_text(kept: KeyFile) -> str:
    """Return the key slots as they stand in ``keys.json``, or in the table of a server."""
    told: dict[str, Any] = {
        "product": PRODUCT,
        "format": FORMAT_OF_USERS if kept.has_users else FORMAT,
        "office": kept.office,
        "slots": [dict(slot) for slot in kept.slots],
    }
    if kept.is_moving:
        told["is_moving"] = True
    return json.dumps(told, indent=1, ensure_ascii=False)


def read_key_file(path: Path) -> KeyFile:
    """Return what stands in ``keys.json``; raises NoKeys, BrokenKeys."""
    try:
        return key_file_of(path.read_text(encoding="utf-8"), str(path.parent))
    except FileNotFoundError:
        raise NoKeys(place=str(path.parent)) from None
    except (ValueError, OSError) as broken:
        raise BrokenKeys(place=str(path.parent), reason=type(broken).__name__) from broken


def key_file_of(text: str, place: str) -> KeyFile:
    """Return the key slots that a text holds; raises BrokenKeys."""
    try:
        return _told(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as broken:
        raise BrokenKeys(place=place, reason=type(broken).__name__) from broken


def read_keys(path: Path, password: str, user: str = "") -> Keys:
    """Return the keys of a folder's office; raises as ``keys_in`` does, and NoKeys."""
    return keys_in(read_key_file(path), password, user, str(path.parent))


def keys_in(kept: KeyFile, password: str, user: str, place: str) -> Keys:
    """Return the keys; raises BrokenKeys, and what is wrong with name or password.

    That is PasswordNeeded or WrongPassword of an office without users, LogInNeeded or WrongLogIn
    of one with users.
    """
    try:
        if kept.has_users:
            from app.storage.slots import opened_by_user  # noqa: PLC0415  where there are users

            return opened_by_user(kept, user, password)
        (slot,) = kept.slots
        if slot["kind"] == "published":
            return published_keys(kept.office)
        if not password:
            raise PasswordNeeded(place=place)
        return _unwrapped(kept.office, slot, password)
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise BrokenKeys(place=place, reason=type(broken).__name__) from broken


SHORTEST_SALT = 8
"""Argon2 takes no shorter one."""


def stretched(password: str, cost: Mapping[str, Any]) -> bytes:
    """Return the key that a password is stretched to, as its slot says; raises ValueError."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  17 ms

    time, memory, lanes = cost["time"], cost["memory_kib"], cost["lanes"]
    bounds = ((time, MOST_TIME), (memory, MOST_MEMORY_KIB), (lanes, MOST_LANES))
    salt = bytes_of(cost["salt"])
    is_bound = all(isinstance(one, int) and 0 < one <= most for one, most in bounds)
    if not is_bound or len(salt) < SHORTEST_SALT:
        raise ValueError(cost)
    return hash_secret_raw(password.encode(), salt, time, memory, lanes, KEY_BYTES, Type.ID)


def new_cost() -> dict[str, Any]:
    """Return how a new password is stretched."""
    salt = text_of(secrets.token_bytes(16))
    cost = {"time": TIME, "memory_kib": MEMORY_KIB, "lanes": LANES}
    return {"name": "argon2id", "salt": salt, **cost}


def text_of(value: bytes) -> str:
    """Return bytes as they stand in the file."""
    return base64.b64encode(value).decode()


def bytes_of(value: str) -> bytes:
    """Return the bytes that stand in the file; raises ValueError, TypeError."""
    return base64.b64decode(value, validate=True)


def _told(told: Any) -> KeyFile:
    if told["product"] != PRODUCT or told["format"] not in (FORMAT, FORMAT_OF_USERS):
        raise ValueError(told["product"], told["format"])
    kinds = ("published", "password") if told["format"] == FORMAT else ("user", "recovery")
    slots = tuple(told["slots"])
    if not slots or any(slot["kind"] not in kinds for slot in slots):
        raise ValueError(kinds)
    kept = KeyFile(str(told["office"]), slots, is_moving=told.get("is_moving") is True)
    if kept.has_users is not (told["format"] == FORMAT_OF_USERS):
        raise ValueError(told["format"])
    return kept if kept.has_users else replace(kept, slots=slots[:1])


def _published(purpose: str) -> bytes:
    return hashlib.sha256(
        f"backdesk: proof against damage, not a secret: {purpose}".encode()
    ).digest()


def _wrapped(keys: Keys, password: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    cost, nonce = new_cost(), secrets.token_bytes(12)
    sealed = AESGCM(stretched(password, cost)).encrypt(
        nonce, keys.files + keys.audit + keys.people, _bound(keys.office)
    )
    return {"kind": "password", "kdf": cost, "nonce": text_of(nonce), "sealed": text_of(sealed)}


def _unwrapped(office: str, slot: Mapping[str, Any], password: str) -> Keys:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  13 ms
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    key = stretched(password, slot["kdf"])
    try:
        opened = AESGCM(key).decrypt(
            bytes_of(slot["nonce"]), bytes_of(slot["sealed"]), _bound(office)
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


def _bound(office: str) -> bytes:
    return _BOUND_TO + office.encode()
