"""``python -m app``: the window, over an office if one is named; else the terminal's door."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def run(arguments: list[str]) -> int:
    """Open the door that the arguments ask for; returns the exit code."""
    office = _office_named(arguments)
    if arguments and office is None:
        from app import cli  # noqa: PLC0415  the terminal's door does not load Qt

        return cli.main(arguments)
    # Loading makes no garbage, but Python would look for it; the window sweeps by itself.
    gc.disable()
    from app.ui.kit.loading import load_plainly  # noqa: PLC0415  the terminal's door has no Qt

    load_plainly()
    from app import main  # noqa: PLC0415  the window's door does not load the terminal's

    return main.main(office)


def _office_named(arguments: list[str]) -> Path | None:
    """Return the office folder that is the only argument, as a file manager passes it."""
    only = Path(arguments[0]) if len(arguments) == 1 else None
    is_office = only is not None and (only.is_dir() or only.suffix == ".backdesk-server")
    return only if only is not None and is_office else None


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A frozen program is its own Python: a reader of foreign files starts as it again.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(run(sys.argv[1:]))
