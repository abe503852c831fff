"""What every verb of the terminal uses."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app import cli


def test_a_day_far_from_now_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    for day in ("9999-12-31", "0001-01-01", "20260310", "2026-02-30"):
        with pytest.raises(SystemExit) as ended:
            cli.main(["new", "--office", "x", "--today", day])

        assert ended.value.code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe without a reader is told otherwise")
def test_a_reader_that_has_gone_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ended = subprocess.run(
        [sys.executable, "-m", "app", "commands"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )

    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")
