"""The index of an exported archive: a page that lists and searches it in any browser.

``index.html`` needs neither Backdesk nor a network. What it lists and the texts that it searches
lie beside it in files of a bounded size, which it loads when they are asked for.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from app import RESOURCES
from app.domain.archive.stems import endings
from app.formats.handed_words import HandedWords

INDEX, FOLDER = "index.html", "index"
ROWS_AT_ONCE = 2000
TEXT_AT_ONCE = 1 << 20
"""How many characters of text one file holds, or the text of one document."""
MOST_TEXT = 4 << 20
"""How many characters of one document are searched; a book of a thousand pages has fewer."""

_SLOT = re.compile(r"\$(LANGUAGE|TITLE|HASH|WITHOUT|WORDS|SCRIPT)\$")


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A document as the index shows it, every text written; the newest file comes first."""

    title: str
    type: str
    correspondent: str
    day: str
    written_day: str
    reference: str
    amount: str
    serial: str
    more: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexWords:
    """The words of the index in one language."""

    language: str
    title: str
    search: str
    everything: str
    every_year: str
    count: str
    more: str
    columns: tuple[str, ...]
    older: str
    in_text: str
    searching: str
    lost: str
    without_scripts: str


class IndexFiles:
    """Writes what is listed and searched as it comes, and keeps no more than one file of it."""

    def __init__(self, write: Callable[[str, Iterable[bytes]], object]) -> None:
        self._write = write
        self._rows: list[str] = []
        self._texts: list[str] = []
        self._size = 0
        self._row_files = 0
        self._text_files = 0
        self._words = HandedWords()
        self.count = 0

    def put(self, row: IndexRow, pages: Iterable[str] = ()) -> None:
        """Take a document in, with the text of its pages."""
        if text := " ".join(" ".join(pages).split())[:MOST_TEXT]:
            self._texts.append(_harmless([self.count, text]))
            self._size += len(text)
        self._words.see((row.title, row.correspondent, row.more, text))
        self._rows.append(_harmless(_told(row)))
        self.count += 1
        if len(self._rows) >= ROWS_AT_ONCE:
            self._write_rows()
        if self._size >= TEXT_AT_ONCE:
            self._write_texts()

    def page(self, words: IndexWords) -> Iterator[bytes]:
        """Write what is left, and yield the page; nothing can be put after it."""
        if self._rows:
            self._write_rows()
        if self._texts:
            self._write_texts()
        begins = tuple(self._write_words())
        yield _page(
            words,
            row_files=self._row_files,
            text_files=self._text_files,
            word_files=begins,
            endings=endings(),
        )

    def _write_words(self) -> Iterator[str]:
        """Write which words are forms of each other, and yield with which letters they begin."""
        for one in self._words.shards():
            told = _harmless([one.begin, one.stems, one.lists])
            content = f"stems(...{told});\n".encode()
            self._write(f"{FOLDER}/words-{one.begin}.js", (content,))
            yield one.begin

    def _write_rows(self) -> None:
        self._row_files += 1
        first = self.count - len(self._rows)
        self._put_down("rows", self._row_files, f"rows({first}, [", self._rows)
        self._rows = []

    def _write_texts(self) -> None:
        self._text_files += 1
        self._put_down("texts", self._text_files, "texts([", self._texts)
        self._texts, self._size = [], 0

    def _put_down(self, kind: str, number: int, call: str, told: list[str]) -> None:
        lines = (f"{one},\n".encode() for one in told)
        self._write(f"{FOLDER}/{kind}-{number:05}.js", (call.encode() + b"\n", *lines, b"]);\n"))


def _page(words: IndexWords, **facts: object) -> bytes:
    folder = RESOURCES / "handing_out"
    page, *scripts = (
        (folder / name).read_text(encoding="utf-8") for name in (INDEX, "words.js", "look.js")
    )
    script = "".join(scripts)
    told = {name: getattr(words, name) for name in IndexWords.__slots__}
    slots = {
        "LANGUAGE": html.escape(words.language),
        "TITLE": html.escape(words.title),
        "WITHOUT": html.escape(words.without_scripts),
        "HASH": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "WORDS": _harmless(told | facts),
        "SCRIPT": script,
    }
    return _SLOT.sub(lambda found: slots[found[1]], page).encode("utf-8", "replace")


def _told(row: IndexRow) -> list[object]:
    paths = [quote(path) for path in row.paths]
    texts = (getattr(row, name) for name in IndexRow.__slots__ if name != "paths")
    return [*texts, paths]


def _harmless(data: object) -> str:
    """Return JSON that ends no script and begins no tag, whatever texts are in it."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        if sign in told:
            told = told.replace(sign, f"\\u{ord(sign):04x}")
    return told.encode("utf-8", "replace").decode()
