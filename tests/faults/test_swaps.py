"""A file of an office that is not the one it had is noticed, whichever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.swaps import WAYS, Scene, made, swapped


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return made(tmp_path_factory.mktemp("swaps") / "scene")


@pytest.mark.parametrize("name", WAYS)
def test_a_strange_file_is_refused_or_found(scene: Scene, tmp_path: Path, name: str) -> None:
    row = swapped(tmp_path / "place", scene, name, WAYS[name])

    assert row.is_good, row
    assert (row.note == "nothing is missing") is (name == "as killed")
