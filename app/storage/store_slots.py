"""Slots that a key store opens: the secret of a user's slot, wrapped once more for one machine.

The key is random and lies in the key store of the system, under the log-in of its user there.
Another password, or shutting the user out, ends every one of them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from app.storage.keys import KEY_BYTES, BrokenKeys, KeyFile, Keys, WrongLogIn, bytes_of, text_of
from app.storage.slots import (
    NONCE_BYTES,
    STORES,
    USER,
    Slot,
    bound_of,
    secret_of,
    slot_of,
    taken_out,
)


def remembered(office: str, slot: Slot, password: str, machine: str) -> tuple[Slot, bytes]:
    """Return a slot that a machine's key opens too, and that key; raises WrongLogIn."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    secret = secret_of(office, slot, password)
    key, nonce = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, secret, _bound(office, slot, machine))
    told = {"nonce": text_of(nonce), "sealed": text_of(sealed)}
    return {**slot, STORES: {**_stores(slot), machine: told}}, key


def forgotten(slot: Slot, machine: str) -> Slot:
    """Return a slot that the key of a machine opens no more."""
    rest = {name: one for name, one in _stores(slot).items() if name != machine}
    return {**slot, STORES: rest}


def opened_by_store(kept: KeyFile, user: str, machine: str, key: bytes) -> Keys:
    """Return the keys of a user by the key of a machine; raises WrongLogIn, BrokenKeys."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  13 ms
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    slot = slot_of(kept, USER, user)
    if slot is None or machine not in _stores(slot):
        raise WrongLogIn(office=kept.office)
    try:
        told = _stores(slot)[machine]
        nonce, sealed = bytes_of(told["nonce"]), bytes_of(told["sealed"])
        secret = AESGCM(key).decrypt(nonce, sealed, _bound(kept.office, slot, machine))
        return taken_out(kept.office, slot, secret)
    except InvalidTag:
        raise WrongLogIn(office=kept.office) from None
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise BrokenKeys(place="", reason=type(broken).__name__) from broken


def _stores(slot: Slot) -> Mapping[str, Mapping[str, str]]:
    found = slot.get(STORES, {})
    return found if isinstance(found, dict) else {}


def _bound(office: str, slot: Slot, machine: str) -> bytes:
    return bound_of(office, slot, f"store|{machine}")
