"""Outlook's files (.msg): a mail in the boxes of an OLE file, as the message that it was.

Reads bytes from strangers, so it runs in a process of its own. What comes of it is a message like
any other, and is read as such: by the same rules, within the same bounds.
"""

from __future__ import annotations

import io
import re
import struct
from base64 import encodebytes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.parser import HeaderParser
from email.utils import format_datetime

import olefile

from app.formats.rich_text import text_of_compressed
from app.formats.text_encoding import encoding_of

MEDIA_TYPE = "application/vnd.ms-outlook"
LARGEST = 100 << 20
DEEPEST = 10
MOST_FILES = 500
LONGEST_HEADS, LONGEST_LINE, LONGEST_WORDS = 200_000, 20_000, 1_000
"""So many characters of a head are kept: to write long ones takes time by their square."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0"
_MARK = _PROPERTIES.encode("utf-16-le")
_RECIPIENT, _FILE = "__recip_version1.0_#", "__attach_version1.0_#"
_HEADS = {"": 32, _RECIPIENT: 8, _FILE: 8, "inner": 24}
"""How many bytes stand before the properties of each kind of box."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_FOLDED = re.compile(r"[\r\n\0]+\s*")
_BY_OUTLOOK = re.compile(r"^[^:]{0,80}version 2\.0\r?\n", re.IGNORECASE)
_OF_THE_PARTS = ("content-", "mime-version")
_TEXT, _WIDE, _BYTES, _BOX = 0x1E, 0x1F, 0x102, 0x0D
_KINDS = {1: "To", 2: "Cc", 3: "Bcc"}
BROKEN = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    MemoryError,
    struct.error,
)
"""What the reader of OLE files raises at those that are damaged or cut off."""


class Tag:
    """The properties of a mail that are read, by their numbers."""

    SUBJECT, BODY, HTML, RICH = 0x0037, 0x1000, 0x1013, 0x1009
    HEADS, MESSAGE_ID, ANSWERS, TRAIL = 0x007D, 0x1035, 0x1042, 0x1039
    SENDER, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
    FOR_SENDER, FOR_ADDRESS, FOR_SMTP = 0x0042, 0x0065, 0x5D02
    SENT_AT, CAME_AT = 0x0039, 0x0E06
    CODE_PAGE, TEXT_PAGE = 0x3FFD, 0x3FDE
    NAME, ADDRESS, SMTP, KIND = 0x3001, 0x3003, 0x39FE, 0x0C15
    FILE, FILE_NAME, SHORT_NAME, FILE_TYPE, FILE_MARK = 0x3701, 0x3707, 0x3704, 0x370E, 0x3712


def is_outlook(content: bytes) -> bool:
    """Say whether a file is a mail as Outlook saves it."""
    return content.startswith(OLE) and _MARK in content


def message_from(content: bytes) -> bytes:
    """Return the mail in a file of Outlook as a message; raises ValueError for what is none."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            return _Reader(file, len(content)).message(_Box(()), 0)
    except BROKEN as error:
        raise ValueError(str(error)) from error


@dataclass(frozen=True, slots=True)
class _Box:
    """A storage of the file, by its path, and what kind of box it is."""

    path: tuple[str, ...]
    kind: str = ""


class _Reader:
    """Reads one file; what is missing in it is left out."""

    def __init__(self, file: olefile.OleFileIO, size: int) -> None:
        self._file = file
        self._size = size
        self._left = LARGEST
        self._page = "cp1252"

    def message(self, box: _Box, depth: int) -> bytes:
        """Return a mail, and those within it, as a message."""
        if depth > DEEPEST:
            raise ValueError(depth)
        fixed = self._fixed(box)
        self._page = _code_page(fixed) or self._page
        heads = dict(self._heads(box, fixed))
        kind, text = self._text(box, fixed)
        files = list(self._files(box, depth))
        mark = f"=_{depth}_outlook"
        head = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
        top = f"{head}MIME-Version: 1.0\r\n".encode("utf-8", "replace")
        said = f"Content-Type: {kind}; charset=utf-8\r\n{_BASE64}".encode() + encodebytes(text)
        if not files:
            return top + said
        parts = b"".join(b"\r\n--%s\r\n%s" % (mark.encode(), part) for part in (said, *files))
        told = f'Content-Type: multipart/mixed; boundary="{mark}"\r\n'.encode()
        return top + told + parts + f"\r\n--{mark}--\r\n".encode()

    def _heads(self, box: _Box, fixed: dict[int, int]) -> Iterator[tuple[str, str]]:
        """Yield the head: as it travelled, and what lacks in it as Outlook noted it."""
        travelled = _BY_OUTLOOK.sub("", self._words(box, Tag.HEADS)[:LONGEST_HEADS])
        told: dict[str, str] = {}
        for name, value in HeaderParser().parsestr(travelled).items():
            if not name.lower().startswith(_OF_THE_PARTS):
                told.setdefault(name, _line(str(value)))
        known = {name.lower() for name in told}
        yield from told.items()
        for name, value in self._noted(box, fixed):
            if value and name.lower() not in known:
                yield name, value

    def _noted(self, box: _Box, fixed: dict[int, int]) -> Iterator[tuple[str, str]]:
        yield "Subject", _worded(self._words(box, Tag.SUBJECT))
        who = (Tag.FOR_SENDER, Tag.FOR_SMTP, Tag.FOR_ADDRESS)
        acted = (Tag.SENDER, Tag.SENDER_SMTP, Tag.SENDER_ADDRESS)
        yield "From", self._person(box, who) or self._person(box, acted)
        to: dict[str, list[str]] = {name: [] for name in _KINDS.values()}
        for each in self._boxes(box, _RECIPIENT):
            kind = _KINDS.get(self._fixed(each).get(Tag.KIND, 1), "To")
            to[kind].append(self._person(each, (Tag.NAME, Tag.SMTP, Tag.ADDRESS)))
        for name, people in to.items():
            yield name, ",\r\n ".join(filter(None, people))
        yield "Date", _moment(fixed.get(Tag.SENT_AT) or fixed.get(Tag.CAME_AT) or 0)
        for name, tag in (
            ("Message-ID", Tag.MESSAGE_ID),
            ("In-Reply-To", Tag.ANSWERS),
            ("References", Tag.TRAIL),
        ):
            yield name, _line(self._words(box, tag))

    def _person(self, box: _Box, tags: tuple[int, int, int]) -> str:
        """Return who it is, with an address if one is known that a mail can travel to."""
        name, *addresses = (_line(self._words(box, tag)) for tag in tags)
        address = next((one for one in addresses if "@" in one), "")
        return f"{_worded(name)} <{address}>" if name and address else address

    def _text(self, box: _Box, fixed: dict[int, int]) -> tuple[str, bytes]:
        """Return what the mail says and as what: plain, else HTML, else rich text."""
        if words := self._words(box, Tag.BODY):
            return "text/plain", words.encode("utf-8", "replace")
        raw = self._raw(box, Tag.HTML, _BYTES)
        page = _CODE_PAGES.get(fixed.get(Tag.TEXT_PAGE, 0)) or encoding_of(raw)
        html = raw.decode(page, "replace") if raw else self._words(box, Tag.HTML)
        if html:
            return "text/html", html.encode("utf-8", "replace")
        rich = text_of_compressed(self._raw(box, Tag.RICH, _BYTES), self._page)
        return "text/plain", rich.encode("utf-8", "replace")

    def _files(self, box: _Box, depth: int) -> Iterator[bytes]:
        for number, each in enumerate(self._boxes(box, _FILE), 1):
            if number > MOST_FILES:
                raise ValueError(number)
            name = _line(self._words(each, Tag.FILE_NAME) or self._words(each, Tag.SHORT_NAME))
            inner = (*each.path, f"__substg1.0_{Tag.FILE:04X}{_BOX:04X}")
            if self._file.exists([*inner, _PROPERTIES]):
                yield _FORWARDED + self.message(_Box(inner, "inner"), depth + 1)
                continue
            content = self._raw(each, Tag.FILE, _BYTES)
            if content:
                yield self._enclosed(each, name or str(number), content)

    def _enclosed(self, box: _Box, name: str, content: bytes) -> bytes:
        kind = _line(self._words(box, Tag.FILE_TYPE))
        kind = kind if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,60}", kind) else ""
        if not kind or kind.startswith(("multipart/", "message/")):
            kind = "application/octet-stream"
        mark = _line(self._words(box, Tag.FILE_MARK))
        named = Header(name[:LONGEST_WORDS], "utf-8", maxlinelen=10_000).encode()
        head = (
            f'Content-Type: {kind}\r\nContent-Disposition: attachment; filename="{named}"\r\n'
            f"{f'Content-ID: <{mark}>' if mark.isascii() and mark else 'X-None: 1'}\r\n{_BASE64}"
        )
        return head.encode("utf-8", "replace") + encodebytes(content)

    def _boxes(self, box: _Box, kind: str) -> Iterator[_Box]:
        """Yield the boxes of a kind within another, in the order of their numbers."""
        depth = len(box.path)
        found = {
            path[depth]
            for path in map(tuple, self._file.listdir(streams=True, storages=True))
            if len(path) > depth and path[:depth] == box.path and path[depth].startswith(kind)
        }
        for name in sorted(found):
            yield _Box((*box.path, name), kind)

    def _fixed(self, box: _Box) -> dict[int, int]:
        """Return the properties that are numbers or moments."""
        raw = self._stream((*box.path, _PROPERTIES))[_HEADS[box.kind] :]
        entries = (raw[at : at + 16] for at in range(0, len(raw) - 15, 16))
        told = (struct.unpack("<HHIq", entry) for entry in entries)
        return {tag: value for kind, tag, _flags, value in told if kind not in {_TEXT, _WIDE}}

    def _words(self, box: _Box, tag: int) -> str:
        wide = self._raw(box, tag, _WIDE)
        if wide:
            return wide.decode("utf-16-le", "replace").replace("\0", "")
        return self._raw(box, tag, _TEXT).decode(self._page, "replace").replace("\0", "")

    def _raw(self, box: _Box, tag: int, kind: int) -> bytes:
        return self._stream((*box.path, f"__substg1.0_{tag:04X}{kind:04X}"))

    def _stream(self, path: tuple[str, ...]) -> bytes:
        name = list(path)
        if not self._file.exists(name) or self._file.get_type(name) != olefile.STGTY_STREAM:
            return b""
        if self._file.get_size(name) > self._size:
            raise ValueError(name)
        with self._file.openstream(name) as stream:
            content: bytes = stream.read()
        self._left -= len(content)
        if self._left < 0:
            raise ValueError(LARGEST)
        return content


_BASE64 = "Content-Transfer-Encoding: base64\r\n\r\n"
_FORWARDED = b"Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n"
_CODE_PAGES = {65001: "utf-8", 1200: "utf-16-le", 20127: "ascii", 28591: "latin-1", 874: "cp874"}
_CODE_PAGES |= {page: f"cp{page}" for page in (437, 850, 932, 936, 949, 950, *range(1250, 1259))}
_CODE_PAGES |= {28590 + part: f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 13, 15)}


def _code_page(fixed: dict[int, int]) -> str:
    number = fixed.get(Tag.CODE_PAGE, 0) & 0xFFFFFFFF
    return _CODE_PAGES.get(number, "")


def _moment(ticks: int) -> str:
    """Return a moment that is counted in tenths of a microsecond since 1601."""
    return format_datetime(_EPOCH + timedelta(microseconds=ticks // 10)) if ticks > 0 else ""


def _line(text: str) -> str:
    return _FOLDED.sub(" ", text[:LONGEST_LINE]).strip()


def _worded(text: str) -> str:
    """Return words as a head may hold them."""
    tidy = _line(text)[:LONGEST_WORDS]
    if tidy.isascii():
        return tidy.replace('"', "'") if not set(tidy) & set(',;:<>()@"') else f'"{_bare(tidy)}"'
    return Header(tidy, "utf-8", maxlinelen=10_000).encode()


def _bare(text: str) -> str:
    return text.replace("\\", "").replace('"', "'")
