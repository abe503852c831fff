"""Folders are listed without following links, and files are taken only when they are at rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.domain.archive.receiving import (
    TAKEN,
    Empty,
    FolderGone,
    NotAFile,
    NotCleared,
    StillWritten,
    TooDeep,
)
from app.outside import folders
from app.outside.folders import Lying, Watch, list_folder, lying_at, pieces, put_away, remove

needs_links = pytest.mark.skipif(os.name == "nt", reason="Links need a right on Windows.")


def put(folder: Path, name: str, content: bytes = b"bill") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def places(folder: Path) -> list[str]:
    return sorted(one.place for one in list_folder(folder).files)


def test_files_are_found_in_folders_below_but_not_what_is_taken_or_half_written(
    tmp_path: Path,
) -> None:
    for name in (
        "a.pdf",
        "2026/march/b.pdf",
        f"{TAKEN}/old.pdf",
        f"2026/{TAKEN}/c.pdf",
        "~$d.docx",
        "e.part",
        ".f",
        ".git/g",
        "Lumo.backdesk/office.db",
    ):
        put(tmp_path, name)

    assert places(tmp_path) == ["2026/Taken/c.pdf", "2026/march/b.pdf", "a.pdf"]


@needs_links
def test_links_loops_and_devices_are_named_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "sub/a.pdf")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.pdf").symlink_to(tmp_path / "sub" / "a.pdf")
    os.mkfifo(tmp_path / "pipe")

    listing = list_folder(tmp_path)

    assert [one.place for one in listing.files] == ["sub/a.pdf"]
    assert sorted(path.name for path, _ in listing.odd) == ["link.pdf", "loop", "pipe"]
    assert {type(error) for _, error in listing.odd} == {NotAFile}


def test_folders_without_end_are_named(tmp_path: Path) -> None:
    put(tmp_path, "/".join(["d"] * (folders.DEEPEST + 2)) + "/a.pdf")

    listing = list_folder(tmp_path)

    assert listing.files == ()
    assert [type(error) for _, error in listing.odd] == [TooDeep]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderGone):
        list_folder(tmp_path / "stick")


@pytest.mark.skipif(os.name == "nt", reason="Windows takes only text as names.")
def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"p\xe4iv\xe4.pdf"))

    assert places(tmp_path) == ["p\\xe4iv\\xe4.pdf"]


def test_a_file_is_at_rest_when_two_looks_found_it_the_same(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    path = put(tmp_path, "a.pdf", b"1")

    assert watch.look()[1] == ()
    path.write_bytes(b"12")
    assert watch.look()[1] == ()
    assert [one.place for one in watch.look()[1]] == ["a.pdf"]


def test_after_a_folder_was_gone_its_files_have_to_come_to_rest_again(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    put(stick, "a.pdf")
    watch = Watch(stick)
    watch.look()
    stick.rename(tmp_path / "pulled")

    with pytest.raises(FolderGone):
        watch.look()
    (tmp_path / "pulled").rename(stick)

    assert watch.look()[1] == ()
    assert len(watch.look()[1]) == 1


def test_the_bytes_of_a_file_are_read_as_it_lay(tmp_path: Path) -> None:
    lying = lying_at(put(tmp_path, "a.pdf", b"bill"))

    assert b"".join(pieces(lying)) == b"bill"


def test_an_empty_file_and_what_is_no_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Empty):
        lying_at(put(tmp_path, "a.pdf", b""))
    with pytest.raises(NotAFile):
        lying_at(tmp_path)
    with pytest.raises(Empty):
        list(pieces(Lying(tmp_path / "a.pdf", "a.pdf", 0, 0)))


def test_a_file_that_grows_before_or_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf", b"x" * 10)
    lying = lying_at(path)
    path.write_bytes(b"x" * 20)
    with pytest.raises(StillWritten):
        list(pieces(lying))

    big = put(tmp_path, "big.pdf", b"x" * (3 * folders.PIECE))
    reading = pieces(lying_at(big))
    next(reading)
    with big.open("ab") as file:
        file.write(b"more")
    with pytest.raises(StillWritten):
        list(reading)


def test_a_taken_file_is_moved_and_nothing_is_written_over(tmp_path: Path) -> None:
    for content in (b"1", b"22", b"333"):
        put_away(
            lying_at(put(tmp_path, "sub/a.pdf", content)).__class__(
                tmp_path / "sub/a.pdf",
                "sub/a.pdf",
                len(content),
                (tmp_path / "sub/a.pdf").stat().st_mtime_ns,
            ),
            tmp_path,
        )

    kept = sorted((tmp_path / TAKEN / "sub").iterdir())

    assert [path.name for path in kept] == ["a (2).pdf", "a (3).pdf", "a.pdf"]
    assert sorted(path.read_bytes() for path in kept) == [b"1", b"22", b"333"]
    assert places(tmp_path) == []


def test_a_place_that_was_only_reserved_is_used(tmp_path: Path) -> None:
    lying = lying_at(put(tmp_path, "a.pdf"))
    put(tmp_path / TAKEN, "a.pdf", b"")

    put_away(lying, tmp_path)

    assert [path.read_bytes() for path in (tmp_path / TAKEN).iterdir()] == [b"bill"]


def test_a_file_that_was_changed_is_neither_moved_nor_deleted(tmp_path: Path) -> None:
    path = put(tmp_path, "a.pdf")
    lying = lying_at(path)
    path.write_bytes(b"another bill")

    with pytest.raises(StillWritten):
        put_away(lying, tmp_path)
    with pytest.raises(StillWritten):
        remove(lying)
    assert path.read_bytes() == b"another bill"


def test_a_file_is_deleted_and_one_that_is_gone_needs_no_clearing(tmp_path: Path) -> None:
    lying = lying_at(put(tmp_path, "a.pdf"))

    remove(lying)
    remove(lying)
    put_away(lying, tmp_path)

    assert not lying.path.exists()


def test_a_folder_in_which_nothing_can_be_moved_is_told(tmp_path: Path) -> None:
    lying = lying_at(put(tmp_path, "a.pdf"))
    put(tmp_path, TAKEN, b"a file where the folder should be")

    with pytest.raises(NotCleared):
        put_away(lying, tmp_path)
    assert lying.path.exists()


def test_the_computer_has_a_name() -> None:
    assert folders.machine()
