"""Bundles: several files in one ZIP archive that is the same whenever its files are."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""ZIP knows no earlier moment; the day on which a bundle is made stands in its papers."""
READABLE = 0o644 << 16


def bundled(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as one archive, in their order; of a name that comes twice the first counts.

    Names are relative and go down by ``/`` only: nothing is written beside the archive.
    """
    lying, named = io.BytesIO(), set[str]()
    with ZipFile(lying, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            safe = "/".join(part for part in name.split("/") if part not in {"", ".", ".."})
            if safe in named:
                continue
            named.add(safe)
            entry = ZipInfo(safe, FIRST_DAY)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, READABLE
            archive.writestr(entry, content)
    return lying.getvalue()
