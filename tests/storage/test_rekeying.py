"""Files get new keys whole, page by page the same; a refusing disk leaves them as they were."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.shared.refusals import OfficeError
from app.storage import rekeying
from app.storage.files import Use, open_file
from app.storage.keys import KeyFile, Keys, published_keys, read_key_file, read_keys, secret_keys
from app.storage.place import CONTENTS, KEYS, PAGES, ROWS
from app.storage.slots import USER, Grant, new_slot


def before_and_after(folder: Path) -> tuple[Keys, Keys, KeyFile]:
    before = read_keys(folder / KEYS, "")
    after = replace(secret_keys(before.office), audit=before.audit)
    slot = new_slot(after, Grant(may_people=True), (USER, "Owner"), "first")
    return before, after, KeyFile(before.office, (slot,))


def rows_of(folder: Path, name: str, key: bytes) -> list[tuple[str, str]]:
    with closing(open_file(folder / name, key, Use.READ, PAGES[name])) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        (whole,) = connection.execute("PRAGMA integrity_check").fetchone()
    assert whole == "ok"
    return list(found)


def test_both_files_open_with_the_new_keys_alone_and_hold_what_they_held(folder: Path) -> None:
    before, after, kept = before_and_after(folder)
    held = {name: rows_of(folder, name, before.files) for name in (ROWS, CONTENTS)}

    rekeying.move(folder, before, after, kept)

    for name, rows in held.items():
        assert rows_of(folder, name, after.files) == rows
        with pytest.raises(Exception, match="not a database"):
            rows_of(folder, name, before.files)


def test_copies_of_before_go_with_the_keys_that_opened_them(folder: Path) -> None:
    before, after, kept = before_and_after(folder)
    copy = folder / "office-before-0005.db"
    copy.write_bytes(b"old")

    rekeying.move(folder, before, after, kept)

    assert not copy.exists()
    assert not read_key_file(folder / KEYS).is_moving


def test_a_full_disk_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after, kept = before_and_after(folder)

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "sync_file", full)
        with pytest.raises(OfficeError):
            rekeying.move(folder, before, after, kept)

    assert read_keys(folder / KEYS, "") == before == published_keys(before.office)
    assert not [one for one in folder.iterdir() if "fresh" in one.name]
    assert rows_of(folder, ROWS, before.files)


def test_pages_of_before_go_with_a_copy_that_was_not_finished(folder: Path) -> None:
    for rest in ("", "-wal", "-journal"):
        (folder / f"office.db.fresh{rest}").write_bytes(b"as it was before")

    rekeying.settle(folder)

    assert not [one for one in folder.iterdir() if "fresh" in one.name]
