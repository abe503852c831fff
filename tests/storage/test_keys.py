"""The password wraps the keys; without one they are published."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.storage.keys import (
    KEY_BYTES,
    BrokenKeys,
    NoKeys,
    PasswordNeeded,
    WrongPassword,
    new_keys,
    published_keys,
    read_keys,
    write_keys,
)


def test_an_office_without_a_password_has_published_keys(tmp_path: Path) -> None:
    keys = new_keys("")
    write_keys(tmp_path / "keys.json", keys, "")

    assert read_keys(tmp_path / "keys.json", "") == keys == published_keys(keys.office)
    assert keys.files.hex() not in (tmp_path / "keys.json").read_text()


def test_keys_come_back_with_their_password_alone(tmp_path: Path) -> None:
    keys = new_keys("สวัสดี")
    write_keys(tmp_path / "keys.json", keys, "สวัสดี")

    assert read_keys(tmp_path / "keys.json", "สวัสดี") == keys
    with pytest.raises(WrongPassword):
        read_keys(tmp_path / "keys.json", "sawasdee")
    with pytest.raises(PasswordNeeded):
        read_keys(tmp_path / "keys.json", "")


def test_two_offices_with_one_password_share_no_key() -> None:
    first, second = new_keys("hunter2"), new_keys("hunter2")

    assert first.files != second.files
    assert first.audit != second.audit
    assert first.people != second.people
    assert first.office != second.office


def test_a_password_can_be_changed_without_writing_the_files_anew(tmp_path: Path) -> None:
    keys = new_keys("old")
    write_keys(tmp_path / "keys.json", keys, "old")

    write_keys(tmp_path / "keys.json", read_keys(tmp_path / "keys.json", "old"), "new")

    assert read_keys(tmp_path / "keys.json", "new") == keys
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


def test_keys_of_another_office_do_not_open(tmp_path: Path) -> None:
    write_keys(tmp_path / "keys.json", new_keys("hunter2"), "hunter2")
    told = json.loads((tmp_path / "keys.json").read_text())
    told["office"] = "0" * 32
    (tmp_path / "keys.json").write_text(json.dumps(told))

    with pytest.raises(WrongPassword):
        read_keys(tmp_path / "keys.json", "hunter2")


@pytest.mark.parametrize("part", ["salt", "time", "nonce", "sealed", "kind"])
def test_a_slot_that_lacks_something_is_broken(tmp_path: Path, part: str) -> None:
    write_keys(tmp_path / "keys.json", new_keys("hunter2"), "hunter2")
    told = json.loads((tmp_path / "keys.json").read_text())
    slot = told["slots"][0]
    (slot if part in slot else slot["kdf"]).pop(part)
    (tmp_path / "keys.json").write_text(json.dumps(told))

    with pytest.raises(BrokenKeys):
        read_keys(tmp_path / "keys.json", "hunter2")


def test_missing_keys_are_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(NoKeys):
        read_keys(tmp_path / "keys.json", "")


def test_an_office_from_before_the_wall_has_a_key_of_the_people_all_the_same(
    tmp_path: Path,
) -> None:
    path, keys = tmp_path / "keys.json", new_keys("hunter2")
    write_keys(path, replace(keys, people=b""), "hunter2")

    first, again = (read_keys(path, "hunter2") for _ in range(2))

    assert first == again
    assert len(first.people) == KEY_BYTES
    assert first.people not in (keys.files, keys.audit)
    assert (first.files, first.audit) == (keys.files, keys.audit)
