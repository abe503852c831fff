"""A folder is handed out whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.exports import AlreadyThere, CannotRead, CannotWrite
from app.storage.trees import lines_of, new_tree, pieces_of, size_of


def test_a_folder_is_there_when_all_of_it_is(tmp_path: Path) -> None:
    target = tmp_path / "export"

    with new_tree(target) as tree:
        size = tree.write("a/ä.txt", (b"one", b"two"))
        assert not target.exists()

    assert size == 6
    assert (target / "a" / "ä.txt").read_bytes() == b"onetwo"
    assert b"".join(pieces_of(target, "a/ä.txt")) == b"onetwo"
    assert list(tmp_path.iterdir()) == [target]


def test_nothing_is_left_of_a_failure(tmp_path: Path) -> None:
    def full() -> Iterator[bytes]:
        yield b"one"
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite) as refused, new_tree(tmp_path / "export") as tree:
        tree.write("a.txt", full())

    assert refused.value.facts["reason"] == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(AlreadyThere), new_tree(tmp_path):
        pass
    with pytest.raises(CannotWrite), new_tree(tmp_path / "none" / "export"):
        pass


def test_nothing_outside_of_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "secret")

    for path in ("../secret", "link", "none", "."):
        with pytest.raises(CannotRead):
            list(pieces_of(folder, path))
    with pytest.raises(CannotRead):
        list(lines_of(folder, "none", 10))
    assert list(lines_of(tmp_path, "secret", 4)) == [b"secr", b"et"]


def test_the_size_of_a_file_is_told_only_within_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "b.txt").write_bytes(b"123")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")

    sizes = [size_of(folder, path) for path in ("a/b.txt", "a", "c", "../secret.txt", "link.txt")]

    assert sizes == [3, None, None, None, None]
