"""The head of a record is told whole, and an office that lacks its last work is found out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.domain.admin import health
from app.storage.checks import set_back
from app.storage.heads import HEAD, tell, told
from app.storage.offices import open_office
from tests.storage.test_transactions import try_to

PROOF = "ab" * 32


def test_what_was_told_last_is_read(tmp_path: Path) -> None:
    tell(tmp_path, 10, PROOF)
    tell(tmp_path, 9, PROOF[::-1])

    assert told(tmp_path) == (9, PROOF[::-1])


@pytest.mark.parametrize("line", ["", "1 ab\n", f"{7:020d} abab", "x" * 90, "ä\n"])
def test_what_is_not_whole_says_nothing(tmp_path: Path, line: str) -> None:
    (tmp_path / HEAD).write_text(line, "utf-8")

    assert told(tmp_path) is None


def test_a_head_that_cannot_be_written_stops_no_work(tmp_path: Path) -> None:
    tell(tmp_path / "gone", 1, PROOF)

    assert told(tmp_path / "gone") is None


def test_an_office_whose_last_changes_were_deleted_is_found_out(folder: Path) -> None:
    office = open_office(folder)
    try_to(office)
    killed = shutil.copytree(folder, folder.with_name("Killed.backdesk"))
    office.close()
    whole = open_office(folder)
    assert set_back(whole) == ()
    whole.close()
    (killed / "office.db-wal").unlink()

    office = open_office(killed)
    found = set_back(office)
    try_to(office)

    assert [one.code for one in found] == [health.SET_BACK.code]
    assert set_back(office) == ()
    office.close()


def test_a_server_keeps_its_own_record(server: str) -> None:
    office = open_office(server)

    assert set_back(office) == ()
    office.close()
