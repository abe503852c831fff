"""Copying rows: a selection becomes tab-separated text and an HTML table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData, QStringListModel

from app.ui.kit.table import Column
from app.ui.kit.texts import _


def copied(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> QMimeData:
    """Return what the clipboard takes: the shown columns of the rows, with their titles."""
    titles = [_(column.title) for column in columns]
    table = [[column.text(row) for column in columns] for row in rows]
    mime = mime_of_qt()
    mime.setText("\n".join("\t".join(_flat(cell) for cell in line) for line in [titles, *table]))
    mime.setHtml(_html(columns, titles, table))
    return mime


def mime_of_qt() -> QMimeData:
    """Return data that Qt made itself.

    The clipboard outlives Python; one that Python made takes the process down at its very end.
    """
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    for kind in mime.formats():
        mime.removeFormat(kind)
    return mime


def _flat(text: str) -> str:
    return " ".join(text.split()) if any(sign in text for sign in "\t\r\n") else text


def _html(columns: Sequence[Column[Any]], titles: list[str], table: list[list[str]]) -> str:
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    sides = [' align="right"' if column.right else "" for column in columns]
    body = "".join(
        "<tr>"
        + "".join(f"<td{side}>{escape(cell)}</td>" for side, cell in zip(sides, line, strict=True))
        + "</tr>"
        for line in table
    )
    return f'<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>'
