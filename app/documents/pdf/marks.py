"""Marks: which operators of a page draw which part of the paper, and which its furniture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.documents.pdf.fonts import Style
from app.documents.pdf.pens import Colour
from app.documents.pdf.press import Press
from app.documents.pdf.tags import End, Row, Tag
from app.documents.pdf.writing import with_space


class Marks:
    """The marks of the page that is being drawn; ``colour`` is the one that is set."""

    def __init__(self, press: Press) -> None:
        self.colour: Colour | None = None
        self._press = press
        self._put = press.sheets.addLiteral
        self._open: Tag | None = None
        self._is_open = False
        self._marked: list[Tag] = []
        self._rows: list[Row] = []

    def end_page(self) -> None:
        """Take the page into the file."""
        self.rest()
        self._press.end_page(self._marked, self._rows)
        self._marked, self._rows = [], []

    def enter(self, tag: Tag | None) -> None:
        """Go on with what belongs to a part of the paper, or to its furniture."""
        if self._is_open and tag is self._open:
            return
        self.close()
        self._put(self.begin(tag))
        self._open, self._is_open = tag, True

    def begin(self, tag: Tag | None, span: str = "") -> str:
        """Return what begins words of a part, or of furniture; a span says what they are.

        No mark lies in another one: there are readers that lose the words after the inner one.
        """
        if tag is None:
            return f"/Artifact<<{span}>>BDC" if span else "/Artifact BMC"
        number = len(self._marked)
        self._marked.append(tag)
        tag.mark(self._press.tree.page, number)
        return f"/{'Span' if span else tag.role}<</MCID {number}{span}>>BDC"

    def part(self, end: End, baseline: float, style: Style) -> str:
        """End the last line of a part with a space: the next one begins with another word.

        On a new page the space stands before that word, over the edge; return what shows it there.
        """
        last, page, at, face = end
        if page != self._press.tree.page:
            use = self._press.font(style)
            space = use.note_space()
            return f"\n[{use.face.advances[space]} <{space:04X}>] TJ"
        if baseline != last:
            code, space = self._press.code, self._press.font(Style(face)).note_space()
            code[at] = with_space(code[at], f"[<{space:04X}>] TJ")
        return ""

    def done(self, row: Row) -> None:
        """Note that nothing more will be drawn of a row."""
        self._rows.append(row)

    def spot(self) -> int:
        """Return this place in what readers meet one after the other, for ``earlier``."""
        self.rest()
        return len(self._press.code)

    @contextmanager
    def earlier(self, spot: int) -> Iterator[None]:
        """Let readers meet what is drawn meanwhile at an earlier place."""
        start = self.spot()
        yield
        self.rest()
        code = self._press.code
        code[start:], code[spot:spot] = [], code[start:]

    def rest(self) -> None:
        """Let what follows begin afresh: with a mark and a colour of its own."""
        self.close()
        self.colour = None

    def close(self) -> None:
        """End the mark that is open."""
        if self._is_open:
            self._put("EMC")
            self._is_open = False
