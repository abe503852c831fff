"""The name of a line says whose it is, in what a server keeps of it."""

from __future__ import annotations

import os

import pytest

from app.storage import platform
from app.storage.line_names import LONGEST, line_name


def test_a_line_is_named_by_program_process_user_and_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platform, "user", lambda: "maija")
    monkeypatch.setattr(platform, "machine", lambda: "counter")

    assert line_name() == f"backdesk {os.getpid()} maija@counter"


def test_a_name_is_plain_and_no_longer_than_a_server_keeps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platform, "user", lambda: "สมชาย")
    monkeypatch.setattr(platform, "machine", lambda: "x" * 100)

    assert line_name().isascii()
    assert len(line_name()) == LONGEST
