"""Passwords of mail accounts, and keys of remembered users: in the key store of the system.

They are never in the office. Where the optional library ``keyring`` is not installed, or the
system has no key store, a password is asked once and forgotten when the program ends.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

SERVICE, OFFICES = "Backdesk mail", "Backdesk companies"
"""Under which names the key store shows our passwords."""


class Keeper(Protocol):
    """Keeps passwords by the name of what they open."""

    @property
    def is_lasting(self) -> bool:
        """Say whether a password is still there when the program starts anew."""

    def get(self, name: str) -> str | None:
        """Return a password, or none."""

    def put(self, name: str, password: str) -> None:
        """Keep a password."""

    def forget(self, name: str) -> None:
        """Keep a password no more; nothing happens when there is none."""


class Memory:
    """Keeps passwords until the program ends."""

    is_lasting = False

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._kept.get(name)

    def put(self, name: str, password: str) -> None:
        self._kept[name] = password

    def forget(self, name: str) -> None:
        self._kept.pop(name, None)


class KeyStore:
    """Keeps passwords in the system's key store; where that refuses, until the program ends."""

    is_lasting = True

    def __init__(self, store: Any, refused: type[Exception], service: str = SERVICE) -> None:
        self._store = store
        self._service = service
        self._refused = refused
        self._memory = Memory()

    def get(self, name: str) -> str | None:
        if (kept := self._memory.get(name)) is not None:
            return kept
        try:
            found = self._store.get_password(self._service, name)
        except self._refused:
            return None
        return None if found is None else str(found)

    def put(self, name: str, password: str) -> None:
        try:
            self._store.set_password(self._service, name, password)
        except self._refused:
            self._memory.put(name, password)
        else:
            self._memory.forget(name)

    def forget(self, name: str) -> None:
        self._memory.forget(name)
        try:
            self._store.delete_password(self._service, name)
        except self._refused:
            return


_lock = threading.Lock()
_keepers: list[Keeper] = []
_found: dict[str, Keeper] = {}


def keeper(service: str = SERVICE) -> Keeper:
    """Return who keeps the passwords of a service on this machine."""
    with _lock:
        if _keepers:
            return _keepers[-1]
        if service not in _found:
            _found[service] = _looked_for(service)
        return _found[service]


@contextmanager
def kept_by(one: Keeper) -> Iterator[None]:
    """Let somebody else keep the passwords for a while: for tests, and who brings a key store."""
    with _lock:
        _keepers.append(one)
    try:
        yield
    finally:
        with _lock:
            _keepers.remove(one)


def _looked_for(service: str) -> Keeper:
    try:
        import keyring  # noqa: PLC0415  an optional library, loaded with the first password
        from keyring.errors import KeyringError  # noqa: PLC0415  as above
    except ImportError:
        return Memory()
    store = keyring.get_keyring()
    return KeyStore(store, KeyringError, service) if store.priority >= 1 else Memory()
