"""After a working day fifty secrets of five people stand in no byte that was left anywhere.

A thief of the laptop finds noise. Who holds the key of the files, but not that of the people, reads
every row and every paper, unpacked, and none of the fifty: as a user of the office without the
right does, with a terminal and an SQL tool.
"""

from __future__ import annotations

import base64
import math
import stat
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from app.storage.files import PAGE, Use, open_file
from app.storage.keys import Keys, read_keys
from app.storage.place import KEYS, PAGES
from tests.services.canary_day import (
    CONFIG,
    EXPORTS,
    OFFICE,
    OWNER,
    PASSING,
    PASSWORD,
    PEOPLE,
    SECRETS,
    work_a_day,
)

LEAST_ENTROPY = 7.9
"""Bits in each byte: what is encrypted has eight, but for chance."""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a machine after a working day."""
    return work_a_day(tmp_path_factory.mktemp("day"))


def test_there_are_fifty_different_secrets() -> None:
    assert len(set(SECRETS)) == 50


def test_a_thief_finds_noise(left: Path) -> None:
    files = left_in(left)
    databases = [one for one in files if one.suffix == ".db" and size(one) > 8 * PAGE]

    assert len(databases) > 3
    assert {one.name: told(one.read_bytes()) for one in files if told(one.read_bytes())} == {}
    assert {one.name for one in databases if entropy(one.read_bytes()) < LEAST_ENTROPY} == set()


def test_names_of_files_tell_nothing_either(left: Path) -> None:
    names = "\n".join(str(one.relative_to(left)) for one in left.rglob("*"))

    assert told(names.encode()) == []


def test_the_day_left_all_that_is_read_here(left: Path) -> None:
    exported = "".join(told_in_file(one) for one in (left / EXPORTS).iterdir())

    assert {"preferences.toml"} <= {one.name for one in left_in(left / CONFIG)}
    assert list((left / CONFIG / "reports").glob("report-*.txt"))
    assert "ValueError" in (left / "errors.log").read_text("utf-8")
    assert list((left / "stick").rglob("*.db"))
    assert PEOPLE[4].private.account.iban in exported


def test_nothing_that_passed_is_left(left: Path) -> None:
    assert left_in(left / PASSING) == []
    assert left_in(left / CONFIG / "passing") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to the user")
def test_what_is_left_is_for_its_user_alone(left: Path) -> None:
    alone = [left / OFFICE, left / CONFIG, left / CONFIG / "passing"]

    assert [one.name for one in alone if stat.S_IMODE(one.stat().st_mode) != 0o700] == []


def test_the_key_of_the_files_alone_opens_no_secret(left: Path) -> None:
    keys = read_keys(left / OFFICE / KEYS, PASSWORD, OWNER)
    rows = [cell for name in PAGES for cell in cells(left / OFFICE / name, keys, PAGES[name])]

    assert any("Henkilö3" in text for cell in rows for text in unpacked(cell))
    assert [found for cell in rows if (found := told_in(cell))] == []


def test_nor_does_it_in_a_backup(left: Path) -> None:
    keys = read_keys(left / OFFICE / KEYS, PASSWORD, OWNER)
    copies = list((left / "stick").rglob("*.db"))
    rows = [cell for copy in copies for cell in cells(copy, keys, PAGE)]

    assert any("Henkilö3" in text for cell in rows for text in unpacked(cell))
    assert [found for cell in rows if (found := told_in(cell))] == []


def test_with_the_key_of_the_people_they_are_read_or_nothing_would_be_found(left: Path) -> None:
    secrets = list(PEOPLE[2].secrets)
    whole = "…".join(secrets).encode()

    assert told(whole) == told("…".join(secrets).encode("utf-16-le")) == secrets
    assert told(whole.hex().encode()) == told(whole.hex().upper().encode()) == secrets
    for shift in range(3):
        assert set(secrets) <= set(told(base64.b64encode(b"." * shift + whole)))
    assert told_in(zlib.compress(b'["' + PEOPLE[1].diagnosis.encode() + b'"]'))


def left_in(folder: Path) -> list[Path]:
    """Return the files of a folder, but for those that somebody asked to be written."""
    return [one for one in folder.rglob("*") if one.is_file() and one.parent.name != EXPORTS]


def told_in_file(file: Path) -> str:
    """Return what an exported file says."""
    return "\n".join(unpacked(file.read_bytes()))


def size(file: Path) -> int:
    return file.stat().st_size


def entropy(content: bytes) -> float:
    """Return how many bits each byte tells."""
    counts, whole = Counter(content), len(content)
    return -sum(one / whole * math.log2(one / whole) for one in counts.values())


def told(content: bytes) -> list[str]:
    """Return which secrets stand in bytes, however texts are written in them."""
    return [one for one, ways in WRITTEN.items() if any(way in content for way in ways)]


def ways_of(secret: str) -> tuple[bytes, ...]:
    """Return a secret as it is, in two bytes a sign, in hexadecimal and in base64 at any place."""
    raw = secret.encode()
    numbers = raw.hex().encode()
    packed = []
    for shift in range(3):
        begun = base64.b64encode(b"." * shift + raw)
        packed.append(begun[-(-shift * 8 // 6) : (shift + len(raw)) * 8 // 6])
    return raw, secret.encode("utf-16-le"), numbers, numbers.upper(), *packed


WRITTEN = {one: ways_of(one) for one in SECRETS}


def told_in(cell: object) -> list[str]:
    """Return which secrets a cell of a row tells, unpacked and read."""
    return [one for one in SECRETS if any(one in text for text in unpacked(cell))]


def cells(file: Path, keys: Keys, page: int) -> Iterator[object]:
    """Yield every cell of every table of a file, opened with the key of the files."""
    with closing(open_file(file, keys.files, Use.READ, page)) as connection:
        wanted = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (name,) in connection.execute(wanted).fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  its own names
                yield from row


def unpacked(cell: object) -> Iterator[str]:
    """Yield what a cell says: as it is, inflated, and the pages of a paper."""
    if not isinstance(cell, bytes):
        yield str(cell)
        return
    yield cell.decode("utf-8", "replace")
    if cell.startswith(b"%PDF"):
        for page in pypdfium2.PdfDocument(cell):
            yield page.get_textpage().get_text_bounded()
        return
    try:
        yield zlib.decompress(cell).decode("utf-8", "replace")
    except zlib.error:
        return
