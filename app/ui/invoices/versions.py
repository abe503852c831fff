"""What stands in the editor of a sale, part by part, to be merged with what a colleague wrote.

mine = taken_down(editor)                  # fields by path, and every line that is filled,
mine()                                     # put in words when it is called first
put_version(editor, merged.value)          # back into the fields, and the lines as rows
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from app.ui.invoices.rows import NO_TIE, PATHS, Field, Reader, RowText, a_row
from app.ui.invoices.titles import title_of
from app.ui.kit.form_content import Held, content_of, put_content
from app.ui.kit.merge_rows import Version
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The page owns its editor and asks this module for what stands there.
    from app.ui.invoices.editor import DraftEditor

LINES = "lines"
_CODED = frozenset({Field.VAT, Field.CHOICE})
"""Cells that hold a code and show a word."""


class LineHeld(dict[str, Held]):
    """One line, cell by cell; ``id`` stays while its texts change, None for one just read."""

    def __init__(self, row: RowText, reader: Reader, *, is_read: bool = False) -> None:
        super().__init__(_cells(row, reader))
        self.id = None if is_read else row.key


def taken_down(editor: DraftEditor, *, is_read: bool = False) -> Callable[[], Version]:
    """Return what stands in an editor now: its fields, and its lines that are filled.

    The lines are put in words when it is called first: five thousand take half a second, and two
    versions hardly ever meet. ``is_read`` says that it was just read from the office: which of its
    lines is which of mine is told by likeness then, not by where a row came from.
    """
    content: dict[str, Any] = {}
    for form in editor.forms:
        content |= content_of(form)
    rows, reader = tuple(editor.model.rows), editor.reader

    @cache
    def in_words() -> Version:
        told = {path: held for path, held in content.items() if isinstance(held, Held)}
        filled = [row for row in rows if not row.is_blank]
        lines = tuple(LineHeld(row, reader, is_read=is_read) for row in filled)
        for place, line in enumerate(lines):
            told.update({f"{LINES}.{place}.{cell}": held for cell, held in line.items()})
        return Version({**content, LINES: lines}, told, {LINES: _("Line")})

    return in_words


def put_version(editor: DraftEditor, content: Mapping[str, Any]) -> None:
    """Write what was merged into the fields and the lines of an editor."""
    for form in editor.forms:
        put_content(form, content)
    editor.model.show([row_of(line) for line in content[LINES]])


def row_of(line: Mapping[str, Held]) -> RowText:
    """Return the row that shows a line; what could not be read stands there as it was typed."""
    texts = (_raw(field, line[PATHS[field]]) for field in Field)
    tie = line["tie"].value or NO_TIE
    row = a_row(*texts, product=line["product"].value, tie=tie)
    key = getattr(line, "id", None)
    return row if key is None else replace(row, key=key)


def _raw(field: Field, held: Held) -> str:
    return held.value if field in _CODED and held.value is not None else held.text


def _cells(row: RowText, reader: Reader) -> dict[str, Held]:
    read = reader.read(row)
    wrong = {one.field for one in read.problems}
    name = row.product.name_in(reader.formats.language) if row.product else ""
    found = {"product": Held(_("Product"), name, row.product)}
    for field, path in PATHS.items():
        text = row.texts[field].strip()
        value: Any = text if field is Field.CHOICE else getattr(read.line, path)
        if path in wrong:
            value = None
        found[path] = Held(title_of(field), _shown(field, text, reader), value)
    found["tie"] = Held(_("What it belongs to"), "", row.tie)
    return found


def _shown(field: Field, text: str, reader: Reader) -> str:
    if field is Field.VAT:
        code = reader.vat.find(text)
        return reader.vat.text(code) if code else text
    return text
