"""What was kept of a form while it was typed in, read back; what does not fit is left out."""

from __future__ import annotations

from typing import Any

from app.ui.invoices.rows import Field

_WIDTH = len(Field) + 2


def kept_texts(body: Any) -> tuple[dict[str, str], list[list[str]]]:
    """Return the texts of the fields, and of every row its cells, its product and its tie."""
    if not isinstance(body, dict):
        return {}, []
    fields, rows = body.get("fields"), body.get("rows")
    named = fields.items() if isinstance(fields, dict) else ()
    texts = {str(path): str(text) for path, text in named}
    cells = [_row(row) for row in rows] if isinstance(rows, list) else []
    return texts, cells


def _row(cells: Any) -> list[str]:
    """Return the texts of a row; one kept before quotes were there has no choice."""
    texts = [str(cell) for cell in cells] if isinstance(cells, list) else []
    if len(texts) == _WIDTH - 1:
        texts.insert(Field.CHOICE, "")
    return [*texts, *[""] * _WIDTH][:_WIDTH]
