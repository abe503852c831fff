from __future__ import annotations

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.house.tree import ROOT


def test_the_layers_import_only_downward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)

    status = lint_imports(cache_dir=str(tmp_path), no_logo=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
