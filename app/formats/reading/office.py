"""Office documents: the words of DOCX, PPTX, ODT and ODP, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.domain.archive.texts import How
from app.formats.reading.limits import Gathered
from app.formats.reading.markup import Walk, walk
from app.formats.reading.opened import Whole
from app.formats.reading.packed import Packed
from app.formats.reading.refusals import LockedFile

_WORD = "word/document.xml"
_BESIDE = ("word/header", "word/footer")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
_SLIDES = ("ppt/slides/slide", "ppt/notesSlides/notesSlide")
_MOST_SPACES = 100


def read_word(packed: Packed) -> Whole:
    """Return the text of a DOCX: its body, its notes, its headers and footers."""
    beside = (name for before in _BESIDE for name in packed.numbered(before))
    gathered = Gathered()
    for name in (_WORD, *_NOTES, *beside):
        if name in packed.names and not walk(packed.pieces(name), _Words(gathered)):
            break
    return Whole(How.OFFICE, gathered.pages())


def read_slides(packed: Packed) -> Whole:
    """Return the text of a PPTX, a page for each slide, then the speaker's notes."""
    gathered = Gathered()
    for name in (name for before in _SLIDES for name in packed.numbered(before)):
        is_whole = walk(packed.pieces(name), _Words(gathered))
        gathered.turn_over()
        if not is_whole:
            break
    return Whole(How.OFFICE, gathered.pages())


def read_open(packed: Packed) -> Whole:
    """Return the text of an OpenDocument file, a page for each sheet or slide."""
    manifest = b"".join(packed.pieces("META-INF/manifest.xml"))
    if b"encryption-data" in manifest:
        raise LockedFile(why="office")
    gathered = Gathered()
    walk(packed.pieces("content.xml"), _OpenWords(gathered))
    return Whole(How.OFFICE, gathered.pages())


class _Words(Walk):
    """Hears the runs of Office Open XML; what was deleted or is said twice is passed over."""

    _UNSAID = frozenset({"Fallback", "moveFrom", "del"})
    _SIGNS: Mapping[str, str] = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._unsaid = self._rows = 0
        self._is_run = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unsaid or name in self._UNSAID:
            self._unsaid += 1
        elif name == "t":
            self._is_run = True
        elif name == "tr":
            self._rows += 1
        elif sign := self._SIGNS.get(name):
            self._gathered.add(sign)
        self._gathered.tick()

    def end(self, name: str) -> None:
        self._is_run = False
        if self._unsaid:
            self._unsaid -= 1
        elif name == "p":
            self._gathered.add(" " if self._rows else "\n")
        elif name == "tc":
            self._gathered.add("\t")
        elif name == "tr":
            self._rows -= 1
            self._gathered.add("\n")

    def text(self, text: str) -> None:
        if self._is_run and not self._unsaid:
            self._gathered.add(text)


class _OpenWords(Walk):
    """Hears the paragraphs of OpenDocument; a sheet or a slide begins a page."""

    _PARAGRAPHS = frozenset({"p", "h"})
    _UNSAID = frozenset({"tracked-changes"})

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._said = self._unsaid = self._cells = 0
        self._is_begun = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unsaid or name in self._UNSAID:
            self._unsaid += 1
        elif name in self._PARAGRAPHS:
            self._said += 1
        elif name == "table-cell":
            self._cells += 1
        elif name in ("table", "page"):
            self._begin(attributes.get("name", "") if name == "table" and not self._cells else "")
        elif self._said:
            self._gathered.add(_sign(name, attributes))
        self._gathered.tick()

    def end(self, name: str) -> None:
        if self._unsaid:
            self._unsaid -= 1
        elif name in self._PARAGRAPHS:
            self._said -= 1
            self._gathered.add(" " if self._cells else "\n")
        elif name == "table-cell":
            self._cells -= 1
            self._gathered.add("\t")
        elif name == "table-row":
            self._gathered.add("\n")
        elif name in ("spreadsheet", "presentation"):
            self._gathered.turn_over()

    def text(self, text: str) -> None:
        if self._said and not self._unsaid:
            self._gathered.add(text)

    def _begin(self, title: str) -> None:
        """Begin a sheet or a slide: the one before ends its page."""
        if self._is_begun and not self._cells and not self._said:
            self._gathered.turn_over()
        self._is_begun = True
        if title:
            self._gathered.add(f"{title}\n")


def _sign(name: str, attributes: Mapping[str, str]) -> str:
    """Return the sign that an element of a paragraph stands for."""
    if name == "s":
        count = attributes.get("c", "1")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    return {"tab": "\t", "line-break": "\n"}.get(name, "")


def read_markup(pieces: Iterable[bytes]) -> Whole:
    """Return the text of any XML: what its elements hold, one to a line."""
    gathered = Gathered()
    walk(pieces, _Everything(gathered))
    return Whole(How.PLAIN, gathered.pages())


class _Everything(Walk):
    """Hears every text."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered

    def end(self, name: str) -> None:
        self._gathered.add("\n")

    def text(self, text: str) -> None:
        self._gathered.add(text.strip())
