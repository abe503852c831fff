"""The head of an office's record of changes, told beside it after each commit.

Who deletes what waits to be merged, or puts an older file in the place of a newer, leaves an office
that is sound and lacks its last work; the head says that there was more. It is written when its
row is on the disk for good and is not synced itself: it may be older than the record, never newer.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

HEAD = "head"
_WIDTH = 20


def tell(folder: Path, seq: int, proof: str) -> None:
    """Write which row is the last; where it cannot be written, the one before stays."""
    with suppress(OSError):
        descriptor = os.open(folder / HEAD, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, f"{seq:0{_WIDTH}d} {proof}\n".encode())
        finally:
            os.close(descriptor)


def told(folder: Path) -> tuple[int, str] | None:
    """Return the last row that was told; none where nothing whole is written."""
    try:
        line = (folder / HEAD).read_text("ascii")
    except (OSError, ValueError):
        return None
    seq, _, proof = line.partition(" ")
    is_whole = len(seq) == _WIDTH and seq.isdecimal() and proof.endswith("\n")
    return (int(seq), proof.rstrip("\n")) if is_whole else None
