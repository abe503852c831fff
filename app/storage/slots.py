"""Slots: what each user's password opens, and the recovery code.

A slot has a pair of keys of its own. Its secret half is wrapped by the password; the keys of the
office lie in a box for its public half. So an owner gives a user the keys that the user's roles
need, or keys that are new, without the password of that user; and whoever changes the password
wraps the secret anew and touches no file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.storage.boxes import NotOpened, public_of, put_in, take_out
from app.storage.keys import (
    KEY_BYTES,
    BrokenKeys,
    KeyFile,
    Keys,
    LogInNeeded,
    WrongLogIn,
    bytes_of,
    new_cost,
    stretched,
    text_of,
)

USER, RECOVERY = "user", "recovery"
STORES = "stores"
"""Under this name a slot keeps what key stores open, by machine (store_slots.py)."""
NONCE_BYTES = 12

Slot = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Grant:
    """Which keys a slot gets: those of the people only who may; of one's own person, if any."""

    may_people: bool
    own: tuple[tuple[int, bytes], ...] = ()

    def of(self, keys: Keys) -> Keys:
        """Return what of all keys is given."""
        people = keys.people if self.may_people else b""
        return replace(keys, people=people, public=public_of(keys.people), own=self.own)


def folded(name: str) -> str:
    """Return a user's name as it is compared: typed large or small it is the same."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def slot_of(kept: KeyFile, kind: str, name: str) -> Slot | None:
    """Return the slot of a user or of the recovery code, or none."""
    wanted = (kind, folded(name))
    return next((one for one in kept.slots if _whose(one) == wanted), None)


def with_slot(kept: KeyFile, slot: Slot) -> KeyFile:
    """Return the file with a slot in place of the one of the same user, or one more.

    What an office without users opened by is gone.
    """
    others = (one for one in kept.slots if one["kind"] in (USER, RECOVERY))
    rest = (one for one in others if _whose(one) != _whose(slot))
    return replace(kept, slots=(*rest, slot))


def without_slot(kept: KeyFile, name: str) -> KeyFile:
    """Return the file without the slot of a user."""
    gone = (USER, folded(name))
    return replace(kept, slots=tuple(one for one in kept.slots if _whose(one) != gone))


def new_slot(keys: Keys, grant: Grant, whose: tuple[str, str], password: str) -> Slot:
    """Return a slot that a password opens; only who has all keys makes one."""
    secret = secrets.token_bytes(KEY_BYTES)
    kind, name = whose
    slot = {"kind": kind, "name": name, "public": text_of(public_of(secret))}
    slot |= {"proof": _proof(keys, slot)}
    return {**slot, **_wrapped(keys.office, slot, secret, password), **_boxed(slot, keys, grant)}


def granted(slot: Slot, keys: Keys, grant: Grant, former: Keys | None = None) -> Slot:
    """Return a slot with the keys that are granted now; its password stays.

    ``former`` are the keys by which the slot was made, where all are new. Raises BrokenKeys when
    somebody put another public key into the slot.
    """
    if not hmac.compare_digest(str(slot["proof"]), _proof(former or keys, slot)):
        raise BrokenKeys(place="", reason="proof")
    proof = {"proof": _proof(keys, slot)}
    return {**slot, **proof, **_boxed(slot, keys, grant)}


def rewrapped(office: str, slot: Slot, passwords: tuple[str, str]) -> Slot:
    """Return a slot that another password opens; raises WrongLogIn for a wrong former one.

    What key stores opened it by opens it no more.
    """
    former, password = passwords
    secret = secret_of(office, slot, former)
    slot = {name: one for name, one in slot.items() if name != STORES}
    return {**slot, **_wrapped(office, slot, secret, password)}


def opened(office: str, slot: Slot, password: str) -> Keys:
    """Return the keys that lie in a slot; raises WrongLogIn, BrokenKeys, ValueError, KeyError."""
    return taken_out(office, slot, secret_of(office, slot, password))


def taken_out(office: str, slot: Slot, secret: bytes) -> Keys:
    """Return the keys that lie in a slot, by its secret; raises as ``opened`` does."""
    try:
        told = json.loads(take_out(secret, bytes_of(slot["box"]), bound_of(office, slot, "box")))
    except NotOpened as broken:
        raise BrokenKeys(place="", reason="box") from broken
    files, audit, people, public = (
        bytes_of(told[name]) for name in ("files", "audit", "people", "public")
    )
    own = tuple((int(one), bytes_of(key)) for one, key in told["own"].items())
    return Keys(office, files, audit, people, public, own)


def opened_by_user(kept: KeyFile, user: str, password: str) -> Keys:
    """Return the keys of a user; raises LogInNeeded, WrongLogIn.

    A name that nobody has takes as long as a wrong password.
    """
    if not user or not password:
        raise LogInNeeded(office=kept.office)
    slot = slot_of(kept, USER, user)
    if slot is None:
        stretched(password, new_cost())
        raise WrongLogIn(office=kept.office)
    return opened(kept.office, slot, password)


def _whose(slot: Slot) -> tuple[str, str]:
    return str(slot["kind"]), folded(str(slot["name"]))


def _proof(keys: Keys, slot: Slot) -> str:
    told = bound_of(keys.office, slot, "proof") + bytes_of(slot["public"])
    return hmac.new(keys.people, told, hashlib.sha256).hexdigest()


def _wrapped(office: str, slot: Slot, secret: bytes, password: str) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    cost, nonce = new_cost(), secrets.token_bytes(NONCE_BYTES)
    bound = bound_of(office, slot, "secret")
    sealed = AESGCM(stretched(password, cost)).encrypt(nonce, secret, bound)
    return {"kdf": cost, "nonce": text_of(nonce), "sealed": text_of(sealed)}


def secret_of(office: str, slot: Slot, password: str) -> bytes:
    """Return the secret half of a slot's keys; raises WrongLogIn."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  13 ms
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    key = stretched(password, slot["kdf"])
    nonce, sealed = bytes_of(slot["nonce"]), bytes_of(slot["sealed"])
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound_of(office, slot, "secret"))
    except InvalidTag:
        raise WrongLogIn(office=office) from None


def _boxed(slot: Slot, keys: Keys, grant: Grant) -> dict[str, Any]:
    given = grant.of(keys)
    named = {"files": given.files, "audit": given.audit, "people": given.people}
    told: dict[str, Any] = {name: text_of(value) for name, value in named.items()}
    told |= {"public": text_of(given.public)}
    told |= {"own": {str(person): text_of(key) for person, key in given.own}}
    bound = bound_of(keys.office, slot, "box")
    return {"box": text_of(put_in(bytes_of(slot["public"]), json.dumps(told).encode(), bound))}


def bound_of(office: str, slot: Slot, part: str) -> bytes:
    """Return what a part of a slot is bound to: put elsewhere it does not open."""
    told = ("backdesk keys 2", office, str(slot["kind"]), folded(str(slot["name"])), part)
    return "|".join(told).encode()
