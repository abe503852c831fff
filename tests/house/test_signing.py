"""A download is signed so that a changed one, and one signed for something else, is found out."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

import installer
import signing


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Return a folder with two downloads, and what is none."""
    for name in ("backdesk-0.1.0-linux-x86_64.tar.xz", "Backdesk-0.1.0-setup.exe", "notes.exe"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "backdesk").mkdir()
    return tmp_path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Return a new key of OpenSSH without a password."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("OpenSSH is not installed here")
    place = tmp_path / "owner"
    command = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "owner", "-f", str(place))
    subprocess.run(command, check=True)
    return place


def is_good(named: Path, key: Path) -> bool:
    signers = named.with_name("signers")
    signers.write_text(f"backdesk {key.with_suffix('.pub').read_text()}")
    command = ("ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", "backdesk")
    of = ("-n", "backdesk-download", "-s", f"{named}.sig")
    with named.open("rb") as file:
        done = subprocess.run((*command, *of), stdin=file, capture_output=True, check=False)
    return done.returncode == 0


def test_each_download_has_its_sum(dist: Path) -> None:
    lines = signing.sums(signing.downloads(dist)).splitlines()

    names = ["Backdesk-0.1.0-setup.exe", "backdesk-0.1.0-linux-x86_64.tar.xz"]
    assert lines == [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in names]


def test_what_is_signed_is_good_until_a_letter_changes(dist: Path, key: Path) -> None:
    named = dist / signing.SUMS
    named.write_text(signing.sums(signing.downloads(dist)))

    signing.sign(named, key)
    before = is_good(named, key)
    named.write_text(named.read_text().replace("setup", "Setup"))

    assert (before, is_good(named, key)) == (True, False)


def test_a_signature_for_something_else_is_none(
    dist: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = dist / signing.SUMS
    named.write_text("sums")
    monkeypatch.setattr(signing, "PURPOSE", "git")

    signing.sign(named, key)

    assert not is_good(named, key)


def test_a_signature_is_made_anew(dist: Path, key: Path) -> None:
    named = dist / signing.SUMS
    named.write_text("sums")
    signing.sign(named, key)
    named.write_text("other sums")

    signing.sign(named, key)

    assert is_good(named, key)


def test_windows_signs_where_it_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKDESK_SIGN_TOOL", "signtool sign /a")
    told = installer.windows()
    monkeypatch.delenv("BACKDESK_SIGN_TOOL")
    untold = installer.windows()

    assert {"/DSigned", "/Sowner=signtool sign /a $f"} < set(told)
    assert [part for part in untold if part.startswith(("/DSigned", "/S"))] == []
