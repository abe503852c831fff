"""Files as Outlook saves them, written here: a mail in the boxes of an OLE file."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Union

Box = Mapping[str, Union[bytes, "Box"]]
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_MOMENT = 116_444_736_000_000_000
"""The beginning of 1970, as Outlook counts."""


def ole(root: Box) -> bytes:
    """Return an OLE file of streams (bytes) and storages (mappings)."""
    return _Writer(root).file()


class _Writer:
    """Lays streams into sectors; small ones lie together in the small stream of the root."""

    def __init__(self, root: Box) -> None:
        self._entries: list[bytearray] = []
        self._small = bytearray()
        self._small_fat: list[int] = []
        self._sectors: list[bytes] = []
        self._fat: list[int] = []
        self._add("Root Entry", root, kind=5)

    def file(self) -> bytes:
        small = self._put(bytes(self._small))
        self._entries[0][116:128] = struct.pack("<IQ", small, len(self._small))
        directory = self._put(b"".join(self._entries), fill=b"\0" * 128)
        small_fat = self._put(_numbers(self._small_fat), fill=b"\xff")
        while True:
            own = (len(self._fat) + 127) // 128
            if own * 128 - len(self._fat) >= own:
                break
            self._fat.append(_FREE)
            self._sectors.append(b"\0" * _SECTOR)
        own = (len(self._fat) + 127) // 128
        places = range(len(self._fat), len(self._fat) + own)
        fat = _numbers([*self._fat, *[_FAT] * own]).ljust(own * _SECTOR, b"\xff")
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
        head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        counts = (0, own, directory, 0, _CUTOFF, small_fat, len(_cut(_numbers(self._small_fat))))
        head += struct.pack("<IIIIIII", *counts) + struct.pack("<II", _END, 0)
        head += _numbers(list(places)).ljust(436, b"\xff")
        return head + b"".join(self._sectors) + fat

    def _add(self, name: str, held: bytes | Box, kind: int) -> int:
        place = len(self._entries)
        written = (name + "\0").encode("utf-16-le")
        entry = bytearray(128)
        entry[: len(written)] = written
        entry[64:68] = struct.pack("<HBB", len(written), kind, 1)
        entry[68:80] = struct.pack("<III", _FREE, _FREE, _FREE)
        self._entries.append(entry)
        if isinstance(held, bytes):
            entry[116:128] = struct.pack("<IQ", self._stream(held), len(held))
            return place
        before = place
        for key, value in held.items():
            child = self._add(key, value, 2 if isinstance(value, bytes) else 1)
            at = 76 if before == place else 72
            self._entries[before][at : at + 4] = struct.pack("<I", child)
            before = child
        return place

    def _stream(self, content: bytes) -> int:
        if len(content) >= _CUTOFF:
            return self._put(content)
        if not content:
            return _END
        start = len(self._small_fat)
        number = (len(content) + _MINI - 1) // _MINI
        self._small += content.ljust(number * _MINI, b"\0")
        self._small_fat += [*range(start + 1, start + number), _END]
        return start

    def _put(self, content: bytes, fill: bytes = b"\0") -> int:
        parts = _cut(content)
        if not parts:
            return _END
        start = len(self._fat)
        self._fat += [*range(start + 1, start + len(parts)), _END]
        for part in parts:
            missing = _SECTOR - len(part)
            self._sectors.append(part + (fill * missing)[:missing])
        return start


def _cut(content: bytes) -> list[bytes]:
    return [content[at : at + _SECTOR] for at in range(0, len(content), _SECTOR)]


def _numbers(some: list[int]) -> bytes:
    return struct.pack(f"<{len(some)}I", *some)


def _fixed(head: int, **values: int) -> bytes:
    told = {int(name.removeprefix("p"), 16): value for name, value in values.items()}
    entries = (struct.pack("<HHIq", 0x40, tag, 6, value) for tag, value in told.items())
    return b"\0" * head + b"".join(entries)


def _words(**texts: str) -> Iterator[tuple[str, bytes]]:
    for name, text in texts.items():
        yield f"__substg1.0_{name.removeprefix('p')}001F", text.encode("utf-16-le")


def recipient(name: str, address: str, kind: int = 1) -> dict[str, bytes | Box]:
    """Return the box of a recipient; 1 is To, 2 is Cc."""
    return {
        "__properties_version1.0": _fixed(8, p0C15=kind),
        **dict(_words(p3001=name, p39FE=address)),
    }


def enclosure(name: str, content: bytes | Box) -> dict[str, bytes | Box]:
    """Return the box of an attachment; a mapping is a mail within the mail."""
    kind = "0102" if isinstance(content, bytes) else "000D"
    return {
        "__properties_version1.0": _fixed(8),
        f"__substg1.0_3701{kind}": content,
        **dict(_words(p3707=name)),
    }


def a_box(
    text: str = "Hei, tarjous on liitteenä.",
    *files: dict[str, bytes | Box],
    head: int = 32,
    **more: bytes,
) -> dict[str, bytes | Box]:
    """Return the boxes of a mail from Maija; ``more`` are streams by tag and kind."""
    at = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
    moment = int(at.timestamp()) * 10_000_000 + _MOMENT
    words = dict(_words(p0037="Tarjous: höylä", p0C1A="Aamu, Maija", p5D01="maija@aamu.example"))
    if text:
        words |= dict(_words(p1000=text))
    box: dict[str, bytes | Box] = {
        "__properties_version1.0": _fixed(head, p0039=moment),
        **words,
        **{f"__substg1.0_{tag.removeprefix('p')}": content for tag, content in more.items()},
        "__recip_version1.0_#00000000": recipient("Lumo", "office@lumo.example"),
        "__recip_version1.0_#00000001": recipient("Ville", "ville@lumo.example", 2),
    }
    for number, file in enumerate(files):
        box[f"__attach_version1.0_#{number:08X}"] = file
    return box


def a_msg(text: str = "Hei, tarjous on liitteenä.", *files: dict[str, bytes | Box]) -> bytes:
    """Return a mail from Maija as a file of Outlook."""
    return ole(a_box(text, *files))
