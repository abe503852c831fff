"""A manifest proves itself with the key of the office, and nothing else is taken for one."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.admin.backup import Anchor, Backup, Reason
from app.storage.backup_manifests import (
    MANIFEST,
    ChangedBackup,
    FilePart,
    Manifest,
    NotABackup,
    OtherKeys,
    manifests_in,
    part_of,
    proved_manifest,
    read_manifest,
    require_part,
    write_manifest,
)

KEY = b"k" * 32
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
BACKUP = Backup("/stick", "one", "office", AT, Reason.ASKED, Anchor(7, "ab" * 32), "0005", 1, 2)
MADE = Manifest(BACKUP, (FilePart("office.db", 1, "00"),), (FilePart("p.db", 2, "11"),))


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_manifest(tmp_path, MADE, KEY)

    assert proved_manifest(tmp_path, KEY) == MADE == read_manifest(tmp_path)


def test_a_manifest_that_was_changed_or_is_of_another_office_is_refused(tmp_path: Path) -> None:
    path = write_manifest(tmp_path, MADE, KEY)

    with pytest.raises(OtherKeys):
        proved_manifest(tmp_path, b"o" * 32)
    told = json.loads(path.read_text())
    told["manifest"]["backup"]["anchor"]["seq"] = 6
    path.write_text(json.dumps(told))
    with pytest.raises(ChangedBackup):
        proved_manifest(tmp_path, KEY)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", '{"product": "x"}', '{"product": "backdesk-backup", "format": 2}']
)
def test_what_is_no_manifest_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)

    with pytest.raises(NotABackup):
        read_manifest(tmp_path)


def test_what_cannot_be_read_is_not_among_the_backups(tmp_path: Path) -> None:
    for name in ("good", "bad", "empty"):
        (tmp_path / name).mkdir()
    write_manifest(tmp_path / "good", MADE, KEY)
    (tmp_path / "bad" / MANIFEST).write_text("?")

    assert [folder.name for folder, _ in manifests_in(tmp_path)] == ["good"]
    assert list(manifests_in(tmp_path / "nowhere")) == []


def test_a_part_is_what_the_manifest_says_or_refused(tmp_path: Path) -> None:
    (tmp_path / "office.db").write_bytes(b"rows")
    part = part_of(tmp_path / "office.db")

    assert require_part(tmp_path, part) == tmp_path / "office.db"
    (tmp_path / "office.db").write_bytes(b"rowz")
    for wrong in (part, FilePart("../office.db", 4, part.sha256), FilePart("none", 0, "")):
        with pytest.raises(ChangedBackup):
            require_part(tmp_path, wrong)
