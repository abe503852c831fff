"""Another process that has an office open until its input ends: ``python -m … FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from app.services import welcome
from app.services.permissions import Actor
from tests.ui.ways import CLOCK


def main() -> None:
    """Hold the office."""
    office = welcome.open_office(Path(sys.argv[1]), CLOCK, Actor("Maija"))
    sys.stdout.write(f"{office.is_read_only}\n")
    sys.stdout.flush()
    sys.stdin.read()
    office.close()


if __name__ == "__main__":
    main()
