"""What the systems are told about the program: its names, its version, its signs.

These names are promises: an installer that changes one of them no longer finds what it installed.
"""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import app  # noqa: E402  after ROOT

VERSION = app.VERSION
NAME = "Backdesk"
COMMAND = "backdesk"
TERMINAL_COMMAND = "backdesk-cli"
"""Windows tells programs with a window and programs for the terminal apart: there it has two."""
IDENTIFIER = "org.backdesk.Backdesk"
PUBLISHER = "the Backdesk project"
UPGRADE_CODE = "{6E0B8F7C-54B4-4C0C-9E0B-2C7D3A5F1E94}"
"""By this Windows knows that a newer version replaces an older one: it never changes."""
SUMMARY = "A back office for small businesses that works offline"
COPYRIGHT = f"© 2026 {PUBLISHER}, MIT licence"
LANGUAGE_AND_CODES = (0x0409, 1200)
"""English (United States) and UTF-16, as Windows numbers them."""


def windows_numbers() -> tuple[int, int, int, int]:
    """Return the version as the four numbers that Windows wants."""
    parts = [int(part) for part in VERSION.split(".")]
    first, second, third, fourth = (*parts, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def windows_strings(original: str) -> dict[str, str]:
    """Return what the file's properties show on Windows."""
    return {
        "CompanyName": PUBLISHER,
        "FileDescription": SUMMARY,
        "FileVersion": VERSION,
        "InternalName": COMMAND,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": original,
        "ProductName": NAME,
        "ProductVersion": VERSION,
    }


def info_plist() -> dict[str, Any]:
    """Return what macOS is told: the kept file and the version of the program."""
    with (ROOT / "build" / "macos" / "Info.plist").open("rb") as file:
        kept: dict[str, Any] = plistlib.load(file)
    return kept | {"CFBundleShortVersionString": VERSION, "CFBundleVersion": VERSION}
