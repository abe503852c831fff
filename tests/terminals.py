"""An office made and asked by the terminal's verbs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import cli

TODAY = ("--today", "2026-03-10")


def made(path: Path) -> Path:
    """Make an office by the terminal and return its place."""
    assert cli.main(["new", "--office", str(path), "--name", "Lumo & Suoni Oy", *TODAY]) == 0
    return path


def at(office: Path) -> tuple[str, ...]:
    """Return the arguments that name an office and the day."""
    return ("--office", str(office), *TODAY)


def answer(capsys: pytest.CaptureFixture[str]) -> Any:
    """Return what was printed, read as JSON."""
    return json.loads(capsys.readouterr().out)
