"""Files of any kind: opened by what they are, whatever they are called."""

from __future__ import annotations

import re

from app.domain.archive.texts import How
from app.formats.outlook import OLE, is_outlook, message_from
from app.formats.reading import mail, office, plain, web, workbooks
from app.formats.reading.limits import LARGEST_FILE
from app.formats.reading.opened import Opened, Whole
from app.formats.reading.packed import Packed
from app.formats.reading.pdf import Pdf
from app.formats.reading.pictures import Picture
from app.formats.reading.refusals import DamagedFile, EmptyFile, LockedFile, TooLargeToRead

_NO_TEXT = Whole(How.NONE, ())
_HEAD = 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM", b"RIFF")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_WEB = re.compile(
    r"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MAIL = re.compile(
    rb"(?:From |(?:Return-Path|Received|Delivered-To|From|Subject|Date|Message-ID|MIME-Version|To"
    rb"|X-[\w-]+|DKIM-Signature|ARC-[\w-]+|Content-Type):)",
    re.IGNORECASE,
)
_HEADERS = re.compile(
    rb"^(?:From|Subject|Date|Message-ID|Received|MIME-Version):", re.IGNORECASE | re.MULTILINE
)


def open_file(name: str, raw: bytes, password: str = "") -> Opened:
    """Open a file whose name is only a hint; raises the refusals of reading.

    What bears no text is a file of no pages.
    """
    if not raw:
        raise EmptyFile
    if len(raw) > LARGEST_FILE:
        raise TooLargeToRead(most=str(LARGEST_FILE >> 20))
    if raw.startswith(OLE):
        return _compound(raw)
    if b"%PDF-" in raw[:_HEAD]:
        return Pdf(raw, password)
    if raw.startswith(_ZIP):
        return _packed(raw)
    if raw.startswith(_PICTURES) and (not raw.startswith(b"BM") or name.lower().endswith(".bmp")):
        return Picture(raw)
    return _characters(name.lower(), raw)


def _packed(raw: bytes) -> Whole:
    packed = Packed(raw)
    names = frozenset(packed.names)
    if "word/document.xml" in names:
        return office.read_word(packed)
    if "xl/workbook.xml" in names:
        return workbooks.read_workbook(packed)
    if "ppt/presentation.xml" in names:
        return office.read_slides(packed)
    if {"mimetype", "content.xml"} <= names:
        return office.read_open(packed)
    return Whole(How.NONE, ("\n".join(packed.names),) if names else ())


def _compound(raw: bytes) -> Whole:
    """Read a file of older office programs: a workbook, a mail; locked newer ones are such, too."""
    if is_outlook(raw):
        return _outlook(raw)
    if _OFFICE_LOCKED in raw:
        raise LockedFile(why="office")
    if any(name in raw for name in _OLD_BOOKS):
        return workbooks.read_old_workbook(raw)
    return _NO_TEXT


def _outlook(raw: bytes) -> Whole:
    try:
        return mail.read_mail(message_from(raw))
    except ValueError as error:
        raise DamagedFile(reason=str(error)) from None


def _characters(name: str, raw: bytes) -> Whole:
    if name.endswith(".eml") or (_MAIL.match(raw) and len(_HEADERS.findall(raw[: _HEAD * 8])) > 1):
        return mail.read_mail(raw)
    text = plain.text_of(raw)
    if text is None:
        return _NO_TEXT
    if name.endswith((".html", ".htm", ".xhtml")) or _WEB.match(text[:_HEAD]):
        return web.read_web(text)
    if text.lstrip("\ufeff \r\n\t").startswith("<?xml"):
        return office.read_markup((raw,))
    return plain.read_plain(text)
