"""Marks: which operators of a page draw which part of the paper, and which its furniture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.documents.pdf.fonts import Style
from app.documents.pdf.pens import Colour
from app.documents.pdf.press import Press
from app.documents.pdf.tags import End, Row, Tag


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
        self._rest()
        self._press.end_page(self._marked, self._rows)
        self._marked, self._rows = [], []

    def enter(self, tag: Tag | None) -> None:
        """Go on with what belongs to a part of the paper, or to its furniture."""
        if self._is_open and tag is self._open:
            return
        self._close()
        if tag is None:
            self._put("/Artifact BMC")
        else:
            number = len(self._marked)
            self._marked.append(tag)
            tag.mark(self._press.tree.page, number)
            self._put(f"/{tag.role}<</MCID {number}>>BDC")
        self._open, self._is_open = tag, True

    def part(self, end: End, baseline: float, style: Style) -> str:
        """End the last line of a part with a space: the next one begins with another word.

        On a new page the space stands before that word, over the edge; return what shows it there.
        """
        page, at = end.place
        if page != self._press.tree.page:
            use = self._press.font(style)
            space = use.note_space()
            return f"\n[{use.face.advances[space]} <{space:04X}>] TJ"
        if baseline != end.baseline:
            code, space = self._press.code, self._press.font(Style(end.style)).note_space()
            code[at] = code[at].removesuffix("ET") + f"[<{space:04X}>] TJ\nET"
        return ""

    def done(self, row: Row) -> None:
        """Note that nothing more will be drawn of a row."""
        self._rows.append(row)

    def spot(self) -> int:
        """Return this place in what readers meet one after the other, for ``earlier``."""
        self._rest()
        return len(self._press.code)

    @contextmanager
    def earlier(self, spot: int) -> Iterator[None]:
        """Let readers meet what is drawn meanwhile at an earlier place."""
        start = self.spot()
        yield
        self._rest()
        code = self._press.code
        code[start:], code[spot:spot] = [], code[start:]

    def _rest(self) -> None:
        """Let what follows begin afresh: with a mark and a colour of its own."""
        self._close()
        self.colour = None

    def _close(self) -> None:
        if self._is_open:
            self._put("EMC")
            self._is_open = False
