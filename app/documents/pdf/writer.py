"""The PDF file itself: numbered objects, streams and the table that finds them.

Equal objects give equal bytes: nothing here asks for the time, and the file's identity is the hash
of what was written.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
COMPRESSION = 6


class Writer:
    """Writes a PDF from front to back, holding only where each object begins."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = hashlib.sha256()
        self._at = 0
        self._places: list[int] = []
        self._write(HEADER)

    def reserve(self) -> int:
        """Return the number of an object that will be put later."""
        self._places.append(0)
        return len(self._places)

    def put(self, number: int, body: bytes) -> None:
        """Write an object under its reserved number."""
        self._places[number - 1] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def add(self, body: bytes) -> int:
        """Write an object and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, content: bytes, entries: str = "") -> int:
        """Write a compressed stream with more dictionary entries and return its number."""
        packed = zlib.compress(content, COMPRESSION)
        return self.packed(packed, f"/Filter /FlateDecode {entries}")

    def packed(self, content: bytes, entries: str) -> int:
        """Write a stream whose content its filter entry already describes."""
        head = f"<< /Length {len(content)} {entries} >>".encode("ascii")
        return self.add(head + b"\nstream\n" + content + b"\nendstream")

    def finish(self, root: int, facts: int) -> None:
        """Write the table of objects and the end of the file."""
        start, count = self._at, len(self._places) + 1
        identity = self._hash.hexdigest()[:32].encode("ascii")
        rows = b"".join(b"%010d 00000 n \n" % place for place in self._places)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count + rows)
        self._write(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>\n"
            b"startxref\n%d\n%%%%EOF\n" % (count, root, facts, identity, identity, start)
        )

    def _write(self, content: bytes) -> None:
        self._out.write(content)
        self._hash.update(content)
        self._at += len(content)


def text_string(text: str) -> str:
    """Return a text as a PDF string that any reader understands; what is no text becomes U+FFFD."""
    whole = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
    return "<FEFF" + whole.encode("utf-16-be").hex().upper() + ">"


def reference(number: int) -> str:
    """Return how one object names another."""
    return f"{number} 0 R"
