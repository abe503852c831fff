"""Packed files: the parts of a ZIP, unpacked as a stream that is counted as it comes."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

from app.formats.reading.refusals import DamagedFile, LockedFile, UnpacksTooLarge

MOST_PARTS = 10_000
LARGEST_UNPACKED = 256 << 20
SUSPICIOUS_UNPACKED = 50 << 20
MOST_RATIO = 200
_PIECE = 1 << 16
_IS_ENCRYPTED = 1
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    RuntimeError,
    struct.error,
)
"""What the reader of ZIP files raises at those that are damaged or lie about their parts."""


class Packed:
    """A ZIP whose parts are read by name; raises DamagedFile, UnpacksTooLarge, LockedFile."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(raw))
        except BROKEN as error:
            raise DamagedFile(reason=str(error)) from None
        parts = self._file.infolist()
        size = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or (size > SUSPICIOUS_UNPACKED and size > MOST_RATIO * len(raw)):
            raise UnpacksTooLarge
        self._room = LARGEST_UNPACKED
        self.names = tuple(part.filename for part in parts)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a part piece by piece, nothing for one that is not there."""
        if name not in self._file.NameToInfo:
            return
        if self._file.NameToInfo[name].flag_bits & _IS_ENCRYPTED:
            raise LockedFile(why="zip")
        try:
            with self._file.open(name) as part:
                while piece := part.read(_PIECE):
                    self._room -= len(piece)
                    if self._room < 0:
                        raise UnpacksTooLarge
                    yield piece
        except BROKEN as error:
            raise DamagedFile(reason=str(error)) from None

    def numbered(self, before: str) -> tuple[str, ...]:
        """Return the parts called ``before`` and a number (``slide12.xml``), in order."""
        found = (
            (int(number), name)
            for name in self.names
            if name.startswith(before)
            and (number := name.removeprefix(before).removesuffix(".xml")).isascii()
            and number.isdigit()
            and len(number) < 8
        )
        return tuple(name for _number, name in sorted(found))
