"""What the operating system is asked, and how its answers are read."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from app.storage import platform

MOUNTS = """\
22 27 0:21 / /proc rw - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:40 / /mnt/share rw - cifs //server/share rw
41 27 0:41 / /mnt/with\\040space rw - nfs4 server:/x rw
42 40 0:42 / /mnt/share/local rw - ext4 /dev/vdb rw
43 27 0:43 / /mnt/ssh rw - fuse.sshfs host: rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/anna", "ext4"),
        ("/mnt/share/a/b", "cifs"),
        ("/mnt/shared", "ext4"),
        ("/mnt/with space/x", "nfs4"),
        ("/mnt/share/local/x", "ext4"),
        ("/mnt/ssh/x", "fuse.sshfs"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths of Linux")
def test_the_file_system_of_a_path_is_that_of_its_nearest_mount(
    tmp_path: Path, path: str, kind: str
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)

    assert platform.filesystem_of(Path(path), tmp_path / "mounts") == kind


def test_where_mounts_cannot_be_read_nothing_is_known(tmp_path: Path) -> None:
    assert platform.filesystem_of(tmp_path, tmp_path / "nothing") == ""


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        *((one, True) for one in ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph")),
        *((one, True) for one in ("fuse.sshfs", "fuse.rclone", "fuse.google-drive-ocamlfuse")),
        *((one, False) for one in ("ext4", "btrfs", "xfs", "tmpfs", "fuse.fuse-overlayfs", "")),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="kinds of Linux")
def test_what_lies_on_another_machine_is_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, kind: str, expected: bool
) -> None:
    monkeypatch.setattr(platform, "filesystem_of", lambda _path, _mounts: kind)

    assert platform.is_shared(tmp_path) is expected


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Lumo Oy", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Nextcloud", "Nextcloud"),
        ("Library/CloudStorage/Box", "Box"),
        ("Library/CloudStorage/GoogleDrive-anna@lumo.fi", "GoogleDrive"),
        ("Library/Mobile Documents/Backdesk", "iCloud"),
        ("iCloudDrive", "iCloudDrive"),
        ("My Drive", "My Drive"),
        ("Documents", ""),
        ("My Dropbox notes", ""),
    ],
)
def test_a_cloud_folder_is_known_by_its_name(tmp_path: Path, folder: str, cloud: str) -> None:
    assert platform.cloud_of(tmp_path / folder / "Lumo.backdesk", tmp_path) == cloud


def test_a_cloud_folder_of_another_name_is_known_by_its_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Firm"))
    (tmp_path / ".dropbox").mkdir()
    told = {"personal": {"path": str(tmp_path / "Box")}}
    (tmp_path / ".dropbox" / "info.json").write_text(json.dumps(told))

    assert platform.cloud_of(tmp_path / "Firm" / "x", tmp_path) == "OneDrive"
    assert platform.cloud_of(tmp_path / "Box" / "x", tmp_path) == "Dropbox"


@pytest.mark.parametrize("told", ["", "[]", '{"personal": 3}', "\x00"])
def test_a_strange_file_of_a_service_is_passed_over(tmp_path: Path, told: str) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(told)

    assert platform.cloud_of(tmp_path / "x", tmp_path) == ""


def test_a_lock_is_held_by_one_until_it_is_closed(tmp_path: Path) -> None:
    first, second = (os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT) for _ in range(2))

    assert platform.lock(first)
    assert not platform.lock(second)
    os.close(first)
    assert platform.lock(second)
    os.close(second)


def test_reserved_room_is_really_occupied(tmp_path: Path) -> None:
    platform.reserve(tmp_path / "ballast", 1 << 20)
    platform.reserve(tmp_path / "ballast", 1 << 30)

    assert (tmp_path / "ballast").stat().st_size == 1 << 20
    if sys.platform == "linux":
        assert (tmp_path / "ballast").stat().st_blocks * 512 >= 1 << 20


def test_a_small_file_is_written_whole(tmp_path: Path) -> None:
    platform.write_whole(tmp_path / "a.json", b"old")
    platform.write_whole(tmp_path / "a.json", b"new")

    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_finished_file_replaces_nothing(tmp_path: Path) -> None:
    for name in ("fresh", "target"):
        (tmp_path / name).write_text(name)

    with pytest.raises(FileExistsError):
        platform.publish(tmp_path / "fresh", tmp_path / "target")
    platform.publish(tmp_path / "fresh", tmp_path / "other")

    assert (tmp_path / "target").read_text() == "target"
    assert (tmp_path / "other").read_text() == "fresh"
    assert not (tmp_path / "fresh").exists()


def test_the_machine_and_the_user_have_names() -> None:
    assert platform.machine()
    assert platform.user()
