"""What was compiled for one connection serves every other, of this office and of the next."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.storage.database import Database
from app.storage.dialects import SHARED
from app.storage.offices import open_office

COMPILED = SHARED["compiled_cache"]


def test_what_reading_compiled_writing_need_not_compile_again(database: Database) -> None:
    with database.read() as unit:
        unit.drafts.all()
    kept = dict(COMPILED)

    with database.write() as unit:
        unit.drafts.all()

    assert kept
    assert dict(COMPILED) == kept


def test_the_next_office_has_nothing_left_to_compile(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "Other.backdesk")
    first, second = open_office(folder), open_office(tmp_path / "Other.backdesk")
    with first.read() as unit:
        unit.drafts.all()
    kept = dict(COMPILED)

    with second.read() as unit:
        unit.drafts.all()

    first.close()
    second.close()
    assert dict(COMPILED) == kept
