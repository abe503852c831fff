"""The tree of tags as objects of the file: every part with its own, and what pages draw of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from app.documents.pdf.packing import Pack
from app.documents.pdf.tags import PAGES, Row, Tag

KEPT = frozenset({"TR", "TH", "TD"})
"""Parts that are told although nothing is drawn of them: a table has all its cells."""
NUMBER = (1 << PAGES) - 1


class Tree:
    """The tags of one file; ``root`` is the paper itself."""

    def __init__(self, file: Any) -> None:
        self.root = Tag()
        self.pack = Pack(file)
        self._pages = array("q")
        self._marked: list[array[int]] = []

    @property
    def page(self) -> int:
        """The page that is being drawn, counted from 0."""
        return len(self._pages)

    def end_page(self, number: int, marked: Iterable[Tag], rows: Iterable[Row]) -> None:
        """Note a page and the parts of which it draws something; write rows that are finished."""
        self._pages.append(number)
        self._marked.append(array("q", map(self._number, marked)))
        for row in rows:
            self._row(row)

    def finish(self) -> int:
        """Write all parts and return the number of the tree."""
        tree, parents = self.pack.next(), self.pack.next()
        self._write(self.root, tree)
        places = []
        for page, marked in enumerate(self._marked):
            number = self.pack.next()
            self.pack.add(number, f"[{' '.join(f'{one} 0 R' for one in marked)}]")
            places.append(f"{page} {number} 0 R")
        self.pack.add(parents, f"<</Nums[{' '.join(places)}]>>")
        entries = f"/K {self.root.number} 0 R/ParentTree {parents} 0 R"
        last = f"/ParentTreeNextKey {len(self._pages)}"
        self.pack.add(tree, f"<</Type/StructTreeRoot{entries}{last}>>")
        self.pack.close()
        return tree

    def _number(self, tag: Tag) -> int:
        if not tag.number:
            tag.number = self.pack.next()
        return tag.number

    def _row(self, row: Row) -> None:
        """Write a row and its cells; nearly every one is drawn by one mark."""
        up, number, add = self._number(row.up or self.root), self._number(row), self.pack.add
        kids = []
        for cell in row.cells:
            kids.append(f"{self._number(cell)} 0 R")
            if len(cell.kids) == 1 and isinstance(mark := cell.kids[0], int):
                page = self._pages[mark >> PAGES]
                drawn = f"/Pg {page} 0 R/K {mark & NUMBER}>>"
                add(cell.number, f"<</S/{cell.role}/P {number} 0 R{cell.more}{drawn}")
            else:
                self._write(cell, number)
        add(number, f"<</S/TR/P {up} 0 R/K[{' '.join(kids)}]>>")
        row.close()

    def _write(self, tag: Tag, up: int) -> None:
        """Write a part and its own parts."""
        number = self._number(tag)
        kids: list[str] = []
        first = -1
        for kid in tag.kids:
            if isinstance(kid, int):
                first = kid >> PAGES if first < 0 else first
                kids.append(self._mark(kid, first))
            elif kid.is_drawn or kid.role in KEPT:
                kids.append(f"{self._number(kid)} 0 R")
                if not (isinstance(kid, Row) and kid.is_written):
                    self._write(kid, number)
        page = f"/Pg {self._pages[first]} 0 R" if first >= 0 else ""
        said = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        self.pack.add(number, f"<</S/{tag.role}/P {up} 0 R{tag.more}{page}{said}>>")

    def _mark(self, mark: int, first: int) -> str:
        """Return what a page draws, by its number; with its page if that is not the first one."""
        page, number = mark >> PAGES, mark & NUMBER
        if page == first:
            return str(number)
        return f"<</Type/MCR/Pg {self._pages[page]} 0 R/MCID {number}>>"
