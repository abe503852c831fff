"""The list of erasures is read back by who has the key, and never believed from anybody else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.storage.passed_erasures import NAME, Passed, drop_passed, pass_on, read_passed

KEY, DAY = b"k" * 32, date(2026, 3, 10)
AINO = Passed("contact", 7, DAY)


def test_it_is_read_back_and_only_grows(tmp_path: Path) -> None:
    pass_on(tmp_path, KEY, (AINO,))
    both = (Passed("contact", 7, DAY, date(2033, 1, 1)), Passed("employee", 2, DAY))
    pass_on(tmp_path, KEY, both)

    assert read_passed(tmp_path, KEY) == both
    drop_passed(tmp_path)
    drop_passed(tmp_path)
    assert read_passed(tmp_path, KEY) == ()


def test_where_nobody_was_erased_there_is_no_list(tmp_path: Path) -> None:
    pass_on(tmp_path, KEY, ())

    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize(("old", "new"), [("7", "8"), ("{", "")])
def test_a_list_of_somebody_else_is_none(tmp_path: Path, old: str, new: str) -> None:
    pass_on(tmp_path, KEY, (AINO,))
    path = tmp_path / NAME
    assert read_passed(tmp_path, b"x" * 32) == ()
    path.write_text(path.read_text().replace(old, new, 1))

    assert read_passed(tmp_path, KEY) == ()
