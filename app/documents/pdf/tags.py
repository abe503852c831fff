"""Tags: what each part of a paper is, for readers that speak it instead of showing it.

They stand in the order of the description, whatever the order in which things are drawn; what is
drawn under a tag is noted in it as a mark, which is a page and a number on that page.
"""

from __future__ import annotations

from app.documents.pdf.objects import text_string

ROW = "/A<</O/Table/Scope/Row>>"
COLUMN = "/A<</O/Table/Scope/Column>>"
DECIMAL = "/A<</O/List/ListNumbering/Decimal>>"
DISC = "/A<</O/List/ListNumbering/Disc>>"
End = tuple[float, int, int, int]
"""Where the last line of a part ends: its height, its page, its operator, its face."""
PAGES = 16
"""A mark has its number on the page in so many bits, the page above them."""


def heading(columns: int) -> str:
    """Return that a cell goes over so many columns and heads the rows under it."""
    return f"/A<</O/Table/Scope/Row/ColSpan {columns}>>"


def across(columns: int) -> str:
    """Return that a cell goes over so many columns."""
    return f"/A<</O/Table/ColSpan {columns}>>"


def instead(words: str) -> str:
    """Return the words that stand for a picture."""
    return f"/Alt{text_string(words)}"


def spoken(language: str) -> str:
    """Return in which language a part is."""
    return f"/Lang{text_string(language)}"


class Tag:
    """A part of the paper: its role (a type of ISO 32000), its own parts, and what is drawn of it.

    ``more`` are its other entries, as the file writes them; ``level`` is that of the last heading,
    ``end`` where its last line ends.
    """

    __slots__ = ("end", "kids", "level", "more", "number", "role", "up")

    def __init__(self, role: str = "Document", more: str = "", up: Tag | None = None) -> None:
        self.role = role
        self.more = more
        self.up = up
        self.kids: list[Tag | int] = []
        self.number = 0
        self.level = 0
        self.end: End | None = None

    def add(self, role: str, more: str = "") -> Tag:
        """Return a new part at the end of this one."""
        kid = Tag(role, more, self)
        self.kids.append(kid)
        return kid

    def row(self, *cells: tuple[str, str]) -> Row:
        """Return a new row at the end of this table; each cell is TH or TD with its entries."""
        kid = Row(self, cells)
        self.kids.append(kid)
        return kid

    def headed(self, level: int) -> Tag:
        """Return a heading of this level, or of a higher one where a level would be left out."""
        root = self
        while root.up:
            root = root.up
        root.level = min(level, root.level + 1)
        return self.add(f"H{root.level}")

    def mark(self, page: int, number: int) -> None:
        """Note that a page draws something of this part."""
        self.kids.append(page << PAGES | number)

    @property
    def is_drawn(self) -> bool:
        """Say whether anything of it stands on a page."""
        return any(isinstance(kid, int) or kid.is_drawn for kid in self.kids)


class Row(Tag):
    """A row of a table: its cells are there from when it is drawn until it is written."""

    __slots__ = ("_cells", "_shape", "is_written")

    def __init__(self, up: Tag, cells: tuple[tuple[str, str], ...]) -> None:
        super().__init__("TR", "", up)
        self._shape = cells
        self._cells: list[Tag] = []
        self.is_written = False

    @property
    def cells(self) -> list[Tag]:
        """The cells, which are made when they are asked for."""
        if not self._cells:
            self._cells = [Tag(role, more, self) for role, more in self._shape]
            self.kids.extend(self._cells)
        return self._cells

    def close(self) -> None:
        """Forget the cells: they are written."""
        self.kids, self._cells, self.is_written = [], [], True

    @property
    def is_drawn(self) -> bool:
        """Say whether anything of it stands on a page."""
        return self.is_written or super().is_drawn
