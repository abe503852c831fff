"""Serving: what a reader does in its own process, one request after the other.

{"do": "open", "name": "a.pdf", "password": ""} + bytes  →  {"how", "count", "pages"}
{"do": "pages", "first": 12}                             →  {"pages": [["text", false], …]}
{"do": "picture", "page": 3}                             →  {} + PNG
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from app.formats.reading.files import open_file
from app.formats.reading.limits import MOST_TEXT
from app.formats.reading.opened import Opened

AT_ONCE = 1.0
"""How many seconds of pages one answer holds; the first page is always in it."""

MOST_AT_ONCE = 200

Answer = tuple[dict[str, Any], bytes]


class Server:
    """Holds one open file and answers about it."""

    def __init__(self) -> None:
        self._file: Opened | None = None

    def __call__(self, request: Mapping[str, Any], content: bytes) -> Answer:
        """Answer a request; raises the refusals of reading."""
        match request["do"]:
            case "open":
                self._file = None
                self._file = open_file(str(request["name"]), content, str(request["password"]))
                about = {"how": self._file.how.value, "count": self._file.count}
                return {**about, "pages": self._pages(int(request["first"]))}, b""
            case "pages":
                return {"pages": self._pages(int(request["first"]))}, b""
            case _:
                return {}, self._opened().picture(int(request["page"]))

    def _pages(self, first: int) -> list[tuple[str, bool]]:
        opened = self._opened()
        until = time.monotonic() + AT_ONCE
        room, found = MOST_TEXT, []
        for number in range(first, min(opened.count, first + MOST_AT_ONCE)):
            page = opened.page(number)
            found.append((page.text, page.is_picture))
            room -= len(page.text)
            if time.monotonic() > until or room < 0:
                break
        return found

    def _opened(self) -> Opened:
        if self._file is None:
            raise LookupError
        return self._file
