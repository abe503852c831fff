"""Workbooks: the cells of XLSX as they are seen, a page for each sheet; XLS by its own reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from app.domain.archive.texts import How
from app.domain.shared.refusals import Refusal
from app.formats import sheets
from app.formats.reading.limits import Enough, Gathered
from app.formats.reading.markup import Walk, walk
from app.formats.reading.opened import Whole
from app.formats.reading.packed import Packed
from app.formats.reading.refusals import DamagedFile

_BOOK = "xl/workbook.xml"
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  a day of a calendar, not a moment
_FIRST_DAY_OF_1904 = datetime(1904, 1, 1)  # noqa: DTZ001  a day of a calendar, not a moment
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)
_LAST_DAY = 2_958_466


def read_workbook(packed: Packed) -> Whole:
    """Return the text of an XLSX, a page for each sheet that begins with its name."""
    gathered = Gathered()
    book, targets = _Book(), _Targets()
    walk(packed.pieces(_BOOK), book)
    walk(packed.pieces("xl/_rels/workbook.xml.rels"), targets)
    strings, styles = _Strings(), _Styles()
    for name, listener in (("xl/sharedStrings.xml", strings), ("xl/styles.xml", styles)):
        if name in packed.names:
            walk(packed.pieces(name), listener)
    first_day = _FIRST_DAY_OF_1904 if book.is_of_1904 else _FIRST_DAY
    for title, relation in book.sheets:
        cells = _Cells(gathered, strings.all, styles.dates, first_day)
        try:
            gathered.add(f"{title}\n")
        except Enough:
            break
        is_whole = walk(packed.pieces(targets.part(relation)), cells)
        gathered.turn_over()
        if not is_whole:
            break
    return Whole(How.OFFICE, gathered.pages())


def read_old_workbook(raw: bytes) -> Whole:
    """Return the text of an XLS, a page for each sheet; raises DamagedFile."""
    gathered = Gathered()
    try:
        first = sheets.read(raw)
        for name in first.sheets:
            found = first if name == first.sheet else sheets.read(raw, name)
            gathered.add("\n".join((name, *("\t".join(row) for row in found.rows))))
            gathered.turn_over()
    except Enough:
        pass
    except Refusal as refused:
        raise DamagedFile(reason=refused.code) from None
    return Whole(How.OFFICE, gathered.pages())


class _Book(Walk):
    """Notes the sheets of a workbook in their order, and from when its days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.is_of_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            self.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif name == "workbookPr":
            self.is_of_1904 = attributes.get("date1904") in ("1", "true")


class _Targets(Walk):
    """Notes which part of the file a relation leads to."""

    def __init__(self) -> None:
        self._targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            self._targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def part(self, relation: str) -> str:
        target = self._targets.get(relation, "")
        return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


class _Strings(Walk):
    """Gathers the strings that cells share."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._counted = Gathered()
        self._parts: list[str] = []
        self._is_text = self._is_spoken = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._is_text = name == "t"
        self._is_spoken = self._is_spoken or name == "rPh"

    def end(self, name: str) -> None:
        self._is_text = False
        if name == "rPh":
            self._is_spoken = False
        elif name == "si":
            self.all.append("".join(self._parts))
            self._parts.clear()

    def text(self, text: str) -> None:
        if self._is_text and not self._is_spoken:
            self._counted.add(text)
            self._parts.append(text)


class _Styles(Walk):
    """Notes which styles of cells show a number as a date."""

    def __init__(self) -> None:
        self.dates: set[int] = set()
        self._formats: set[int] = set(_DATES)
        self._is_cell = False
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        number = attributes.get("numFmtId", "")
        if name == "cellXfs":
            self._is_cell = True
        elif name == "numFmt" and number.isdecimal():
            bare = _QUOTED.sub("", attributes.get("formatCode", ""))
            if _DATE_LETTER.search(bare):
                self._formats.add(int(number))
        elif name == "xf" and self._is_cell:
            if number.isdecimal() and int(number) in self._formats:
                self.dates.add(self._count)
            self._count += 1

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._is_cell = False


class _Cells(Walk):
    """Hears the cells of a sheet, row by row."""

    def __init__(
        self, gathered: Gathered, strings: list[str], dates: set[int], first_day: datetime
    ) -> None:
        self._gathered = gathered
        self._strings = strings
        self._dates = dates
        self._first_day = first_day
        self._kind = self._style = ""
        self._said: list[str] = []
        self._is_said = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._kind, self._style = attributes.get("t", ""), attributes.get("s", "")
            self._said.clear()
        self._is_said = name in ("v", "t")

    def end(self, name: str) -> None:
        self._is_said = False
        if name == "c":
            self._gathered.add(f"{self._shown(''.join(self._said))}\t")
        elif name == "row":
            self._gathered.add("\n")

    def text(self, text: str) -> None:
        if self._is_said:
            self._said.append(text)

    def _shown(self, said: str) -> str:
        """Return a cell as it is seen: a shared string, a date, a number without noise."""
        if self._kind == "s":
            is_known = said.isdecimal() and int(said) < len(self._strings)
            return self._strings[int(said)] if is_known else ""
        if self._kind not in ("", "n"):
            return said
        try:
            number = float(said)
        except ValueError:
            return said
        if self._style.isdecimal() and int(self._style) in self._dates:
            return self._dated(number)
        return f"{number:.12g}" if "." in said or "e" in said.lower() else said

    def _dated(self, number: float) -> str:
        if not 0 <= number < _LAST_DAY:
            return f"{number:.12g}"
        moment = self._first_day + timedelta(seconds=round(number * 86_400))
        if number < 1:
            return f"{moment:%H:%M}"
        return f"{moment:%Y-%m-%d}" if number == int(number) else f"{moment:%Y-%m-%d %H:%M}"
