"""The keys of persons, and how they seal: openly held by some, only put to use by others.

Who holds the key of the people, or that of the one person, seals and unseals with the person's
secret. Who holds neither puts what is to be sealed into a box for the person's public half. What
is carried from one place to another by such a hand stays shut inside the box it is carried in.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass

from app.domain.shared.refusals import Unavailable
from app.storage.boxes import NotOpened, public_of, put_in, take_out
from app.storage.keys import Keys

KEY_BYTES, NONCE_BYTES = 32, 12
BOX, HALVES = "box:", "."
CARRIED, INSIDE = b"\x01", b"\x00"


class SealBroken(Unavailable):
    """What was sealed was changed, or is not of this place."""

    code = "wall.seal-broken"


@dataclass(frozen=True, slots=True)
class PersonKey:
    """The key of one person: the secret where it is held, the public half where it is known."""

    secret: bytes
    public: bytes


class PersonKeys:
    """Reads and makes the keys of persons with what the keys of a user open."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self._own = dict(keys.own)

    @property
    def opens_all(self) -> bool:
        """Say whether the key of every person can be had."""
        return bool(self.keys.people)

    def opens(self, person: int) -> bool:
        """Say whether the key of a person can be had."""
        return self.opens_all or person in self._own

    def read(self, person: int, lying: str) -> PersonKey:
        """Return the key of a person as far as it can be had; raises SealBroken."""
        text, public = _halves(lying)
        secret = self._own.get(person, b"")
        if self.opens_all:
            secret = _unsealed(self.keys.people, text, _bound_to(person))
        return PersonKey(secret, public)

    def new(self, person: int) -> tuple[PersonKey, str]:
        """Return a new key of a person, and how it lies in the office."""
        fresh = secrets.token_bytes(KEY_BYTES)
        public = public_of(fresh)
        if self.opens_all:
            text = _sealed(self.keys.people, fresh, _bound_to(person))
        else:
            text = _boxed(self.keys.public, fresh, _bound_to(person))
        return PersonKey(fresh, public), _whole(text, public)

    def renewed(self, person: int, lying: str, after: Keys) -> str:
        """Return how the key of a person lies with other keys of the people; raises SealBroken."""
        text, public = _halves(lying)
        if after is self.keys and public:
            return lying
        secret = _unsealed(self.keys.people, text, _bound_to(person))
        return _whole(_sealed(after.people, secret, _bound_to(person)), public_of(secret))


def sealed(key: PersonKey, value: bytes, bound: str) -> str:
    """Return a value sealed for its place; raises SealBroken where nobody may seal."""
    if key.secret:
        return _sealed(key.secret, value, bound)
    return _boxed(key.public, value, bound)


def unsealed(key: PersonKey, lying: str, bound: str) -> bytes:
    """Return what was sealed for a place, through all hands that carried it; SealBroken."""
    value = _unsealed(key.secret, lying, bound)
    while value.startswith(CARRIED):
        way, _, raw = value[len(CARRIED) :].partition(INSIDE)
        kind, _, place = way.decode().partition("\n")
        value = _unsealed(key.secret, kind + base64.b64encode(raw).decode(), place)
    return value


def carried(key: PersonKey, lying: str, places: tuple[str, str]) -> str:
    """Return what was sealed for one place sealed for another; who holds no key opens nothing."""
    before, after = places
    if key.secret:
        return _sealed(key.secret, unsealed(key, lying, before), after)
    kind = BOX if lying.startswith(BOX) else ""
    raw = _raw(lying.removeprefix(BOX))
    return _boxed(key.public, CARRIED + f"{kind}\n{before}".encode() + INSIDE + raw, after)


def _whole(text: str, public: bytes) -> str:
    return text + HALVES + base64.b64encode(public).decode()


def _halves(lying: str) -> tuple[str, bytes]:
    text, _, public = lying.partition(HALVES)
    return text, _raw(public)


def _bound_to(person: int) -> str:
    return f"person_key|{person}"


def _boxed(public: bytes, value: bytes, bound: str) -> str:
    try:
        return BOX + base64.b64encode(put_in(public, value, bound.encode())).decode()
    except NotOpened as broken:
        raise SealBroken(place=bound) from broken


def _sealed(key: bytes, value: bytes, bound: str) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    nonce = secrets.token_bytes(NONCE_BYTES)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, value, bound.encode())).decode()


def _unsealed(key: bytes, lying: str, bound: str) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  13 ms
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    try:
        if lying.startswith(BOX):
            return take_out(key, _raw(lying.removeprefix(BOX)), bound.encode())
        raw = _raw(lying)
        return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], bound.encode())
    except (InvalidTag, ValueError, NotOpened) as broken:
        raise SealBroken(place=bound) from broken


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as broken:
        raise SealBroken(place="") from broken
