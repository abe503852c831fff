"""Passwords are kept by the system where it can, and until the program ends where it cannot."""

from __future__ import annotations

import builtins
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from app.outside import passwords
from app.outside.passwords import KeyStore, Memory, keeper, kept_by


class Refused(Exception):
    """The key store is locked."""


class Store:
    """A key store of the system that may be locked."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, name: str) -> str | None:
        self._require()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self._require()
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        self._require()
        self.kept.pop((service, name))

    def _require(self) -> None:
        if self.is_locked:
            raise Refused


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the keeper be looked for anew."""
    monkeypatch.setattr(passwords, "_found", {})


def installed(monkeypatch: pytest.MonkeyPatch, store: Any) -> None:
    """Let ``keyring`` be installed, with one key store."""
    library = ModuleType("keyring")
    errors = ModuleType("keyring.errors")
    vars(library)["get_keyring"] = lambda: store
    vars(errors)["KeyringError"] = Refused
    monkeypatch.setitem(sys.modules, "keyring", library)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)


def test_memory_keeps_and_forgets() -> None:
    memory = Memory()

    memory.put("a", "secret")

    assert (memory.get("a"), memory.get("b"), memory.is_lasting) == ("secret", None, False)
    memory.forget("a")
    memory.forget("a")
    assert memory.get("a") is None


def test_the_key_store_keeps_where_it_can() -> None:
    store = Store()
    kept = KeyStore(store, Refused)

    kept.put("a", "secret")

    assert kept.get("a") == store.kept[passwords.SERVICE, "a"] == "secret"
    assert kept.get("b") is None
    kept.forget("a")
    assert store.kept == {}


def test_a_locked_key_store_keeps_nothing_and_the_password_lasts_until_the_end() -> None:
    store = Store()
    store.is_locked = True
    kept = KeyStore(store, Refused)

    kept.put("a", "secret")

    assert (kept.get("a"), kept.get("b"), store.kept) == ("secret", None, {})
    kept.forget("a")
    assert kept.get("a") is None


@pytest.mark.usefixtures("fresh")
def test_a_system_with_a_key_store_uses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, Store())

    assert isinstance(keeper(), KeyStore)
    assert keeper() is keeper()


@pytest.mark.usefixtures("fresh")
def test_a_system_without_a_key_store_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, SimpleNamespace(priority=0))

    assert isinstance(keeper(), Memory)


@pytest.mark.usefixtures("fresh")
def test_without_the_library_passwords_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("keyring"):
            raise ImportError(name)
        return usual(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)

    assert isinstance(keeper(), Memory)


@pytest.mark.usefixtures("fresh")
def test_somebody_else_keeps_them_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, SimpleNamespace(priority=0))
    other = Memory()

    with kept_by(other):
        assert keeper() is other

    assert keeper() is not other
