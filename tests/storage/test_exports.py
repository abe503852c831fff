"""A file is handed out whole or not at all, and never over another without a word."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.exports import AlreadyThere, CannotRead, CannotWrite, hand_out, taken_in
from app.storage.place import InsideAnOffice


def names_in(folder: Path) -> list[str]:
    return [found.name for found in folder.iterdir()]


def test_a_file_is_written_piece_by_piece(tmp_path: Path) -> None:
    hand_out([b"a", b"b"], tmp_path / "x.txt")

    assert (tmp_path / "x.txt").read_bytes() == b"ab"
    assert names_in(tmp_path) == ["x.txt"]


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    target = tmp_path / "x.txt"
    target.write_bytes(b"old")

    with pytest.raises(AlreadyThere):
        hand_out([b"new"], target)
    assert target.read_bytes() == b"old"
    hand_out([b"new"], target, replace=True)

    assert target.read_bytes() == b"new"


def test_a_source_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  our own
        hand_out(broken(), tmp_path / "x.txt")

    assert names_in(tmp_path) == []


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as refused:
        hand_out([b"x"], tmp_path / "nowhere" / "x.txt")

    assert refused.value.facts["reason"] == "No such file or directory"


def test_a_file_is_read_in_pieces(tmp_path: Path) -> None:
    source = tmp_path / "x.bin"
    source.write_bytes(bytes(2_500_000))

    assert [len(piece) for piece in taken_in(source)] == [1 << 20, 1 << 20, 402848]


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        list(taken_in(tmp_path / "x.bin"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of a file.")
def test_a_disk_without_room_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  is not there on Windows

    target = tmp_path / "x.txt"
    target.write_bytes(b"old")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        with pytest.raises(CannotWrite) as refused:
            hand_out([bytes(600), bytes(600)], target, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)

    assert refused.value.facts["reason"] == "File too large"
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["x.txt"]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")

    with pytest.raises(CannotWrite):
        hand_out([b"x"], tmp_path / "file" / "x.txt")


def test_nothing_is_written_into_the_folder_of_an_office(folder: Path) -> None:
    for target in (folder / "office.db", folder / "below" / "x.csv"):
        with pytest.raises(InsideAnOffice):
            hand_out([b"x"], target, replace=True)

    assert (folder / "office.db").stat().st_size > 1000


@pytest.mark.parametrize("name", ["", "/", "a" * 300])
def test_a_name_that_no_disk_takes_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite):
        hand_out([b"x"], tmp_path.root / Path(name) if name != "a" * 300 else tmp_path / name)


def test_only_a_file_is_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        list(taken_in(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()

    for target in (pipe, folder):
        with pytest.raises(CannotWrite):
            hand_out([b"x"], target, replace=True)

    assert pipe.is_fifo()
    assert sorted(tmp_path.iterdir()) == [folder, pipe]
