"""To another machine a server is spoken to over a line that is proven; the own needs none."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage.line_names import line_name
from app.storage.server_address import (
    NotAnAddress,
    Unprotected,
    address_of,
    hosts_of,
    is_local,
    shown,
)

OWN = (
    "postgresql://anna@localhost/lumo",
    "postgresql://anna@127.0.0.1:5433/lumo",
    "postgresql://anna@[::1]/lumo",
    "postgresql://anna@/lumo?host=/run/postgresql",
    "postgresql:///lumo",
)
FAR = (
    "postgresql://anna@office.example/lumo",
    "postgresql://anna@192.168.1.5/lumo",
    "postgresql://anna@/lumo?host=office.example",
    "postgresql://anna@/lumo?host=localhost,office.example",
    "postgresql://anna@localhost/lumo?hostaddr=192.168.1.5",
)


@pytest.mark.parametrize("text", OWN)
def test_the_own_machine_needs_no_proof(text: str) -> None:
    url = address_of(text)

    assert is_local(url)
    assert "sslmode" not in url.query
    assert url.query["application_name"] == line_name()


@pytest.mark.parametrize("text", FAR)
def test_another_machine_has_to_prove_itself(text: str) -> None:
    assert address_of(text).query["sslmode"] == "verify-full"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
@pytest.mark.parametrize("text", FAR)
def test_an_open_line_to_another_machine_is_refused(text: str, mode: str) -> None:
    with pytest.raises(Unprotected) as refused:
        address_of(f"{text}{'&' if '?' in text else '?'}sslmode={mode}")

    assert refused.value.facts["found"] == mode


def test_a_home_without_roots_trusts_those_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert address_of(FAR[0]).query["sslrootcert"] == "system"

    own = tmp_path / ".postgresql"
    own.mkdir()
    (own / "root.crt").touch()
    assert "sslrootcert" not in address_of(FAR[0]).query
    told = address_of(f"{FAR[0]}?sslrootcert=/etc/lumo.crt")
    assert told.query["sslrootcert"] == "/etc/lumo.crt"


@pytest.mark.parametrize("text", ["", "lumo", "mysql://anna@localhost/lumo", "postgresql://x"])
def test_what_is_no_address_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotAnAddress):
        address_of(text)


def test_a_password_is_never_shown() -> None:
    assert shown("postgresql://anna:hunter2@office/lumo") == "postgresql://anna@office/lumo"
    assert hosts_of(address_of("postgresql:///lumo")) == [""]
