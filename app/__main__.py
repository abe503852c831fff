"""``python -m app``: without arguments the window, with arguments the terminal's door."""

from __future__ import annotations

import sys


def run(arguments: list[str]) -> int:
    """Open the door that the arguments ask for; returns the exit code."""
    if arguments:
        from app import cli  # noqa: PLC0415  the terminal's door does not load Qt

        return cli.main(arguments)
    from app import main  # noqa: PLC0415  the window's door does not load the terminal's

    return main.main()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
