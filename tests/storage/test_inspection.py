"""What lies in a folder is looked at before it is opened for work."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.refusals import OfficeError
from app.storage import migrations
from app.storage.faults import CannotOpen, Damaged
from app.storage.files import Use
from app.storage.inspection import Revisions, require_no_rest, require_ours
from app.storage.keys import Keys, read_keys
from app.storage.place import PAGES, Incomplete


@pytest.fixture
def keys(folder: Path) -> Keys:
    return read_keys(folder / "keys.json", "")


def test_a_whole_office_tells_its_schema(folder: Path, keys: Keys) -> None:
    found = require_ours(folder, keys, Use.READ)

    assert found == Revisions(migrations.HEAD, migrations.HEAD)


@pytest.mark.parametrize(("cut", "kind"), [(PAGES["archive.db"], Damaged), (4096, Incomplete)])
def test_a_file_that_is_shorter_than_it_says_is_not_opened(
    folder: Path, keys: Keys, cut: int, kind: type[OfficeError]
) -> None:
    content = (folder / "archive.db").read_bytes()
    (folder / "archive.db").write_bytes(content[:-cut])

    with pytest.raises(kind) as refused:
        require_ours(folder, keys, Use.READ)

    assert refused.value.facts["file"] == "archive.db"


def test_a_file_of_another_kind_is_damaged(folder: Path, keys: Keys) -> None:
    (folder / "office.db").write_bytes(b"\x89PNG" * 4096)

    with pytest.raises(Damaged) as refused:
        require_ours(folder, keys, Use.READ)

    assert refused.value.facts["file"] == "office.db"


def test_only_an_empty_rest_may_be_passed_over(folder: Path) -> None:
    (folder / "office.db-wal").touch()
    require_no_rest(folder)

    (folder / "archive.db-wal").write_bytes(b"x")
    with pytest.raises(CannotOpen):
        require_no_rest(folder)
