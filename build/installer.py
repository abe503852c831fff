"""The file that people download, made from the bundle in dist/ for the system this runs on.

Windows: an installer per user (Inno Setup), signed where BACKDESK_SIGN_TOOL says how, such as
``signtool sign /a /fd sha256 /tr http://timestamp.digicert.com /td sha256``. macOS: a disk image,
signed by dmg.sh. Linux: a .tar.xz with install.sh; signing.py signs its sum.
"""

from __future__ import annotations

import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from product import COMMAND, IDENTIFIER, VERSION

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
ICONS = ROOT / ".work" / "icons"
LINUX = ROOT / "build" / "linux"


def windows() -> list[str]:
    """Return the command that makes the installer of Windows."""
    compiler = shutil.which("ISCC") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    script = ROOT / "build" / "windows" / "backdesk.iss"
    tool = os.environ.get("BACKDESK_SIGN_TOOL")
    signed = ["/DSigned", f"/Sowner={tool} $f"] if tool else []
    return [compiler, f"/DVersion={VERSION}", *signed, str(script)]


def macos() -> list[str]:
    """Return the command that makes the disk image of macOS."""
    return [str(ROOT / "build" / "macos" / "dmg.sh"), VERSION]


def archive() -> Path:
    """Pack the bundle with what Linux needs to show it in its menus; return the file."""
    name = f"{COMMAND}-{VERSION}-{sys.platform}-{platform.machine().lower()}"
    place = DIST / f"{name}.tar.xz"
    parts = {DIST / COMMAND: COMMAND, ROOT / "LICENSE": "LICENSE"}
    if sys.platform.startswith("linux"):
        parts |= {path: f"icons/{path.name}" for path in sorted(ICONS.glob("*.png"))}
        kept = ("install.sh", f"{IDENTIFIER}.desktop", f"{IDENTIFIER}.metainfo.xml")
        parts |= {LINUX / file: file for file in kept}
    with (
        lzma.open(place, "wb", filters=filters()) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w") as packed,
    ):
        for path, inside in parts.items():
            packed.add(path, f"{name}/{inside}", filter=without_owner)
    return place


def filters() -> list[dict[str, int]]:
    """Return how xz squeezes: most of it is machine code, which has a filter of its own."""
    best = {"id": lzma.FILTER_LZMA2, "preset": 9}
    is_intel = platform.machine().lower() in ("x86_64", "amd64")
    return [{"id": lzma.FILTER_X86}, best] if is_intel else [best]


def without_owner(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who packed it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def main() -> int:
    """Make the download of this system."""
    if sys.platform.startswith("linux"):
        print(archive())
        return 0
    command = windows() if sys.platform == "win32" else macos()
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
