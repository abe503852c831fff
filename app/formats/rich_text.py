"""Rich text (RTF) as Outlook keeps it with a mail: unpacked, and what it says."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

MOST = 16 << 20
"""So many bytes of rich text are unpacked at most."""
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_WINDOW = 4096
_KNOWN = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_TOKEN = re.compile(
    r"\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)",
    re.IGNORECASE | re.DOTALL,
)
_SILENT = frozenset({"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata"})
_LINES = {"par": "\n", "line": "\n", "row": "\n", "tab": "\t", "cell": "\t"}


def text_of_compressed(raw: bytes, encoding: str = "cp1252") -> str:
    """Return what packed rich text says; nothing of what is damaged."""
    return text_of(unpacked(raw).decode("latin-1"), encoding) if raw else ""


def unpacked(raw: bytes) -> bytes:
    """Return packed rich text as it was; raises ValueError for what is none."""
    if len(raw) < 16:
        raise ValueError(len(raw))
    _size, whole, kind, _sum = struct.unpack("<IIII", raw[:16])
    if kind == _PLAIN:
        return raw[16 : 16 + min(whole, MOST)]
    if kind != _PACKED:
        raise ValueError(kind)
    window = bytearray(_KNOWN.ljust(_WINDOW, b" "))
    place, found = len(_KNOWN), bytearray()
    for told in _pieces(raw):
        piece = told if isinstance(told, bytes) else _copied(window, told, place)
        if not piece:
            break
        for byte in piece:
            window[place] = byte
            place = (place + 1) % _WINDOW
        found += piece
        if len(found) >= min(whole, MOST):
            break
    return bytes(found[:whole])


def _pieces(raw: bytes) -> Iterator[bytes | int]:
    """Yield what is packed: a byte as it is, or where in the window it is copied from."""
    at = 16
    while at < len(raw):
        flags, at = raw[at], at + 1
        for bit in range(8):
            step = 1 + (flags >> bit & 1)
            told, at = raw[at : at + step], at + step
            yield told if step == 1 else int.from_bytes(told, "big")


def _copied(window: bytearray, told: int, place: int) -> bytes:
    """Return what stands in the window from a place on, with what is being written there.

    Nothing where it would begin at what is not written yet: that is the end.
    """
    start, length = told >> 4, (told & 15) + 2
    run = (place - start) % _WINDOW
    return bytes(window[(start + step % run) % _WINDOW] for step in range(length if run else 0))


def text_of(rich: str, encoding: str = "cp1252") -> str:
    """Return the words of rich text, a paragraph on each line; its HTML marks are left out."""
    reader = _Words(encoding)
    for word, number, octet, sign, brace, plain in _TOKEN.findall(rich):
        reader.take(word.lower(), number, octet or sign, brace, plain)
    return re.sub(r"\n{3,}", "\n\n", reader.text()).strip()


class _Words:
    """Gathers what is said outside of tables, pictures and marks."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._said: list[bytes | str] = []
        self._silences: list[bool] = [False]
        self._skip = 0

    def take(self, word: str, number: str, sign: str, brace: str, plain: str) -> None:
        """Take one piece."""
        if brace:
            self._turn(brace)
        elif word:
            self._obey(word, number)
        elif len(sign) == 2:
            self._say(bytes.fromhex(sign))
        elif sign == "*":
            self._silences[-1] = True
        else:
            self._say({"~": " ", "-": "", "_": "-"}.get(sign, sign) or plain)

    def text(self) -> str:
        """Return all that was said."""
        parts: list[str] = []
        octets = b""
        for one in (*self._said, ""):
            if isinstance(one, bytes):
                octets += one
                continue
            parts += [octets.decode(self._encoding, "replace"), one]
            octets = b""
        return "".join(parts)

    def _turn(self, brace: str) -> None:
        if brace == "{":
            self._silences.append(self._silences[-1])
        elif len(self._silences) > 1:
            self._silences.pop()

    def _obey(self, word: str, number: str) -> None:
        if word in _SILENT:
            self._silences[-1] = True
        elif word == "u" and number:
            self._say(chr(int(number) % 65536))
            self._skip = 1
        elif word in _LINES:
            self._say(_LINES[word])

    def _say(self, piece: bytes | str) -> None:
        if self._skip:
            self._skip = 0
            piece = piece[1:]
        if not self._silences[-1] and piece:
            self._said.append(piece)
