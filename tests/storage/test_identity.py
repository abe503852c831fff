"""A database says whose it is and which schema it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage import migrations
from app.storage.files import Use, open_file
from app.storage.identity import Newer, NotAnOffice, contents_revision_of, revision_of
from app.storage.keys import published_keys, read_keys
from app.storage.place import CONTENTS, PAGES
from app.storage.signs import APPLICATION_ID

FILES = ("office.db", "archive.db")
KEY = published_keys("").files


def test_both_files_name_their_office_and_schema(folder: Path) -> None:
    office = read_keys(folder / "keys.json", "").office
    rows, contents = (
        open_file(folder / name, KEY, Use.READ, PAGES[name]) for name in ("office.db", "archive.db")
    )

    assert revision_of(rows.cursor(), office) == migrations.HEAD
    assert contents_revision_of(contents.cursor(), office) == migrations.HEAD
    assert rows.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    rows.close()
    contents.close()


def test_another_office_is_not_taken_for_this_one(folder: Path) -> None:
    rows, contents = (
        open_file(folder / name, KEY, Use.READ, PAGES[name]) for name in ("office.db", "archive.db")
    )

    with pytest.raises(NotAnOffice):
        revision_of(rows.cursor(), "another")
    with pytest.raises(NotAnOffice):
        contents_revision_of(contents.cursor(), "another")
    rows.close()
    contents.close()


def test_newer_contents_are_refused_like_newer_rows(folder: Path) -> None:
    contents = open_file(folder / CONTENTS, KEY, Use.WRITE, PAGES[CONTENTS])
    contents.execute("UPDATE content_revision SET version_num = '0999'")

    with pytest.raises(Newer):
        contents_revision_of(contents.cursor(), "")
    contents.execute("DELETE FROM content_revision")
    with pytest.raises(NotAnOffice):
        contents_revision_of(contents.cursor(), "")
    contents.close()
