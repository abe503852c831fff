"""Files inside the file: listed by name, and tied to the paper by what they are to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.documents.attachments import Attachment
from app.documents.pdf.objects import exact, reference, text_string


def enclose(file: Any, attachments: Iterable[Attachment]) -> None:
    """Put files into reportlab's file, in the order of their names."""
    specs = {one.name: _spec(file, one) for one in sorted(attachments, key=lambda one: one.name)}
    if not specs:
        return
    names = [part for name, spec in specs.items() for part in (text_string(name), spec)]
    listed = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})
    file.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": listed})
    file.Catalog.AF = pdfdoc.PDFArray(specs.values())


def _spec(file: Any, one: Attachment) -> Any:
    """Return how the file names an attached one."""
    stream = file.Reference(_content(one))
    file.updateSignature(one.content)
    entries = {
        "Type": "/Filespec",
        "F": text_string(one.name),
        "UF": text_string(one.name),
        "AFRelationship": f"/{one.relation.value}",
        "EF": pdfdoc.PDFDictionary({"F": stream, "UF": stream}),
    }
    if one.description:
        entries["Desc"] = text_string(one.description)
    return reference(file, entries)


def _content(one: Attachment) -> Any:
    day = one.modified.astimezone(UTC).strftime("(D:%Y%m%d%H%M%S+00'00')")
    params = pdfdoc.PDFDictionary({"ModDate": day, "Size": len(one.content)})
    return exact(one.content, Type="/EmbeddedFile", Subtype=_name(one.mime), Params=params)


def _name(text: str) -> str:
    """Return a text as a name, every other sign than letters and digits written by its number."""
    return "/" + "".join(
        chr(byte) if chr(byte).isascii() and chr(byte).isalnum() else f"#{byte:02X}"
        for byte in text.encode("utf-8")
    )
