"""What a file says of itself: its title, who wrote it, its language and its colours."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from app.documents.model import Document
from app.documents.pdf import colours
from app.documents.pdf.metadata import PRODUCER, Claim, Facts, packet, said
from app.documents.pdf.objects import exact, plain, reference, text_string

COLOURS = 3


def tell(file: Any, document: Document, claim: Claim | None) -> None:
    """Write into reportlab's file what the document is, and what the file claims to be."""
    facts = Facts(
        said(document.name) or PRODUCER,
        said(document.letterhead.name),
        said(document.subject or document.title),
        document.language,
    )
    written = packet(facts, claim, document.schemas)
    catalogue = file.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
    catalogue.Lang = text_string(document.language)
    catalogue.Metadata = plain(written, Type="/Metadata", Subtype="/XML")
    catalogue.OutputIntents = pdfdoc.PDFArray([_intent(file)])
    catalogue.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    file.info = _Facts(facts)
    file.updateSignature(written)


def _intent(file: Any) -> Any:
    """Return the colours that the file means, in full."""
    profile = file.Reference(exact(colours.profile(), N=COLOURS))
    entries = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": f"({colours.NAME})",
        "Info": f"({colours.NAME})",
        "DestOutputProfile": profile,
    }
    return reference(file, entries)


class _Facts(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """The facts as older readers look for them; no time, so that equal papers are equal files."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self._facts = facts

    def format(self, document: Any) -> Any:
        """Return the facts as the file holds them."""
        facts = {
            "Title": self._facts.title,
            "Author": self._facts.author,
            "Subject": self._facts.subject,
            "Producer": PRODUCER,
        }
        return pdfdoc.PDFDictionary(
            {name: text_string(text) for name, text in facts.items() if text}
        ).format(document)
