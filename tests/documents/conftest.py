"""Golden files: what paper says and how it looks, written anew with ``--golden-update``."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

GOLDEN_FOLDER = Path(__file__).parent / "golden"
GREYS = 32


class Goldens:
    """The golden files; while they are being renewed each answers what it was given."""

    def __init__(self, pytestconfig: pytest.Config) -> None:
        self._is_update = bool(pytestconfig.getoption("--golden-update", default=False))

    def text(self, name: str, now: str) -> str:
        """Return the golden text of a paper."""
        path = GOLDEN_FOLDER / f"{name}.txt"
        if self._is_update:
            path.write_text(now, encoding="utf-8")
        return path.read_text(encoding="utf-8")

    def picture(self, name: str, now: Image.Image) -> Image.Image:
        """Return the golden picture of a page, in few greys so that the file is small."""
        path = GOLDEN_FOLDER / f"{name}.png"
        if self._is_update:
            step = 256 // GREYS
            now.point([value // step * step for value in range(256)]).save(path, optimize=True)
        with Image.open(path) as golden:
            return golden.convert("L")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the golden files anew: ``pytest tests/documents --golden-update``."""
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def goldens(pytestconfig: pytest.Config) -> Goldens:
    """Return the golden files."""
    return Goldens(pytestconfig)
