"""Drawing: what a light box does in its own process, one request after the other.

{"do": "open", "file": 3} + bytes                                 →  {"sizes": [[595, 842], …]}
{"do": "draw", "file": 3, "page": 0, "whole": […], "clip": […]}   →  {} + dots
{"do": "read", "file": 3, "page": 0}                              →  {"signs": 412} + text + boxes
{"do": "picture"} + bytes                                         →  {"size": …, "of": …} + dots

A file that is not held any more is asked for again: {"lacks": true}. ``gone`` names those that
nobody looks at any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.formats.reading.drawn_pdf import DrawnPdf, Sheet
from app.formats.reading.drawn_picture import drawn_picture

MOST_HELD = 128 << 20
"""How many bytes of files are held at once; the one that is looked at is held in any case."""

SIGNS = ("utf-32-le", "surrogatepass")
"""How signs travel: PDFium may tell one as two halves, which are no text by themselves."""

LACKS = {"lacks": True}

Answer = tuple[dict[str, Any], bytes | memoryview]


class Drawer:
    """Holds the files that are looked at, and draws them."""

    def __init__(self) -> None:
        self._files: dict[int, DrawnPdf] = {}
        self._sheet = Sheet()

    def __call__(self, request: Mapping[str, Any], content: bytes) -> Answer:
        """Answer a request; raises the refusals of reading."""
        for number in request.get("gone", ()):
            self._forget(int(number))
        match request["do"]:
            case "open":
                return {"sizes": self._opened(int(request["file"]), content).sizes}, b""
            case "picture":
                size, of, dots = drawn_picture(content)
                return {"size": size, "of": of}, dots
            case "draw" | "read":
                return self._told(request)
            case _:
                # What draws is loaded before the first file comes.
                import pypdfium2.raw  # noqa: F401, PLC0415  takes as long as drawing three pages

                return {}, b""

    def _told(self, request: Mapping[str, Any]) -> Answer:
        file, page = self._files.get(int(request["file"])), int(request["page"])
        if file is None:
            return dict(LACKS), b""
        if request["do"] == "draw":
            (wide, high), clip = request["whole"], request["clip"]
            place = (clip[0], clip[1], clip[2], clip[3])
            return {}, file.draw(page, (wide, high), place, self._sheet)
        text, edges = file.read(page)
        return {"signs": len(text)}, text.encode(*SIGNS) + edges.tobytes()

    def _opened(self, number: int, content: bytes) -> DrawnPdf:
        self._forget(number)
        room = MOST_HELD - len(content)
        for other in reversed(tuple(self._files)):
            room -= len(self._files[other].raw)
            if room < 0:
                self._forget(other)
        self._files[number] = DrawnPdf(content)
        return self._files[number]

    def _forget(self, number: int) -> None:
        if (file := self._files.pop(number, None)) is not None:
            file.close()
