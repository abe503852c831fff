"""The sums of the downloads in dist/, signed: SHA256SUMS, and SHA256SUMS.sig beside it.

Signed where BACKDESK_SIGN_KEY names a key of OpenSSH, which every system has that Backdesk runs on.
Whoever holds the public key in a file of allowed signers checks a download by

    ssh-keygen -Y verify -f SIGNERS -I backdesk -n backdesk-download -s SHA256SUMS.sig < SHA256SUMS
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from product import COMMAND, NAME

DIST = Path(__file__).resolve().parent.parent / "dist"
SUMS = "SHA256SUMS"
PURPOSE = "backdesk-download"
"""What a signature is for: one made for something else does not pass for a download's."""
ENDS = (".tar.xz", ".exe", ".dmg")


def downloads(folder: Path) -> tuple[Path, ...]:
    """Return the files in a folder that people download, by name."""
    names = (path for path in folder.iterdir() if path.name.startswith((COMMAND, NAME)))
    return tuple(sorted(path for path in names if path.name.endswith(ENDS) and path.is_file()))


def sums(files: Iterable[Path]) -> str:
    """Return a line for each file, as ``sha256sum --check`` reads it."""
    return "".join(f"{_sum(path)}  {path.name}\n" for path in files)


def sign(path: Path, key: Path) -> Path:
    """Sign a file with a key of OpenSSH; return the signature, which lies beside it."""
    signature = path.with_name(f"{path.name}.sig")
    signature.unlink(missing_ok=True)
    command = ("ssh-keygen", "-q", "-Y", "sign", "-n", PURPOSE, "-f", str(key), str(path))
    subprocess.run(command, check=True)
    return signature


def main() -> int:
    """Write the sums of what lies in dist/, and sign them where there is a key."""
    named = DIST / SUMS
    named.write_text(sums(downloads(DIST)), encoding="utf-8", newline="\n")
    print(named)
    if key := os.environ.get("BACKDESK_SIGN_KEY"):
        print(sign(named, Path(key)))
    else:
        print("Not signed: BACKDESK_SIGN_KEY names no key.")
    return 0


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
