"""A manifest comes back as it was written, and whatever was changed in it is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.document import Link, Version, VersionKind
from app.domain.archive.kinds import Tag
from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId, TagId
from app.formats.handed import (
    Entry,
    Handed,
    HandedFile,
    Head,
    NotAnExport,
    Tampered,
    head,
    read,
    written,
)
from tests.domain.archive.papers import AT, a_document

MADE = datetime(2026, 3, 10, tzinfo=UTC)


def handed(title: str = "Lease", path: str = "a/b.pdf") -> Handed:
    document = a_document(title)
    record = Record(document.file_id, "b.pdf", "application/pdf", 3, "0" * 64, "", AT)
    version = Version(1, RecordId(record.id), VersionKind.ORIGINAL, AT, "Maija")
    return Handed(document, (HandedFile(version, record, path),), (Link("invoice", 7),))


def lines(*entries: Entry) -> list[bytes]:
    return list(written(entries, "Lumo Oy", MADE))


def test_a_manifest_is_json_and_comes_back() -> None:
    entries: tuple[Entry, ...] = (Tag(TagId(1), 1, "cars"), handed("ใบกำกับภาษี"), handed())

    told = lines(*entries)

    assert tuple(read(told)) == entries
    assert json.loads(b"".join(told))["count"] == 3
    assert tuple(read(lines())) == ()


@given(st.data())
def test_no_changed_byte_goes_unseen(data: st.DataObject) -> None:
    whole = bytearray(b"".join(lines(handed())))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises((Tampered, NotAnExport)):
        list(read(bytes(whole).splitlines(keepends=True)))


def test_a_manifest_that_was_cut_is_refused() -> None:
    whole = lines(handed(), handed())

    for kept in range(len(whole)):
        with pytest.raises(Tampered):
            list(read(whole[:kept]))
    with pytest.raises(Tampered):
        list(read([*whole[:1], *whole[2:]]))
    with pytest.raises(Tampered):
        list(read([*whole, b"more"]))


@pytest.mark.parametrize("head", [b"{}", b"[1]", b"x", b'{"format": "other"', b"[" * 100_000])
def test_other_files_are_no_manifests(head: bytes) -> None:
    with pytest.raises((NotAnExport, Tampered)):
        list(read([head + b"\n", b"x\n"]))


@pytest.mark.parametrize("path", ["../a.pdf", "/a.pdf", "a\\b.pdf", "C:/a.pdf"])
def test_a_path_that_leads_outside_is_refused(path: str) -> None:
    with pytest.raises(Tampered):
        list(read(lines(handed(path=path))))


def test_a_manifest_tells_whose_it_is_before_it_is_read() -> None:
    assert head(lines(handed())) == Head("Lumo Oy", MADE)


@pytest.mark.parametrize(
    "told", [b"", b"{}", b'{"format": "backdesk-archive", "version": 1, "entries": [']
)
def test_what_tells_nothing_of_itself_is_no_export(told: bytes) -> None:
    with pytest.raises(NotAnExport):
        head([told])
