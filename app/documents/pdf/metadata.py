"""What a file says of itself: an XMP packet that PDF/A and PDF/UA readers look at first.

Words that PDF/A does not know (those of PDF/UA, of Factur-X) are explained in the packet itself.
No time stands in it, so that equal papers are equal files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from xml.sax.saxutils import escape, quoteattr

from app.documents.attachments import Entry, Schema
from app.documents.pdf.objects import whole

PRODUCER = "Backdesk"
_UNSAID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_ACCESSIBLE = Schema(
    "pdfuaid",
    "http://www.aiim.org/pdfua/ns/id/",
    "PDF/UA identification schema",
    (Entry("part", "1", "Part of ISO 14289 to which the file conforms"),),
)


class Claim(Enum):
    """What a file claims to be: PDF/A-3 whose text can be copied, or tagged and PDF/UA as well."""

    UNICODE = "U"
    TAGGED = "A"


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, author, subject and language of a file, in words that XML can hold."""

    title: str
    author: str
    subject: str
    language: str


def said(text: str) -> str:
    """Return a text without what neither XML nor a title can hold."""
    return _UNSAID.sub(" ", whole(text)).strip()


def packet(facts: Facts, claim: Claim | None, schemas: Iterable[Schema] = ()) -> bytes:
    """Return the packet; without a claim the file is called a PDF and no more."""
    own = (_ACCESSIBLE,) if claim is Claim.TAGGED else ()
    known = (*own, *schemas)
    spaces = _NAMESPACES | {schema.prefix: schema.namespace for schema in known}
    named = " ".join(f"xmlns:{prefix}={quoteattr(space)}" for prefix, space in spaces.items())
    lines = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        f'<rdf:Description rdf:about="" {named}>',
        *_about(facts),
        *_claimed(claim),
        *(_element(f"{s.prefix}:{one.name}", one.value) for s in known for one in s.entries),
        *_explained(known),
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>",
        '<?xpacket end="r"?>',
    )
    return "\n".join(line for line in lines if line).encode("utf-8")


def _about(facts: Facts) -> Iterable[str]:
    default = ' xml:lang="x-default"'
    yield "<dc:format>application/pdf</dc:format>"
    yield _listed("dc:title", "Alt", facts.title, default)
    yield _listed("dc:creator", "Seq", facts.author)
    yield _listed("dc:description", "Alt", facts.subject, default)
    yield _listed("dc:language", "Bag", facts.language)
    yield _element("pdf:Producer", PRODUCER)


def _claimed(claim: Claim | None) -> Iterable[str]:
    if claim:
        yield _element("pdfaid:part", "3")
        yield _element("pdfaid:conformance", claim.value)


def _explained(schemas: tuple[Schema, ...]) -> Iterable[str]:
    """Yield the explanation of words that PDF/A does not know."""
    if not schemas:
        return
    yield "<pdfaExtension:schemas><rdf:Bag>"
    for schema in schemas:
        yield '<rdf:li rdf:parseType="Resource">'
        yield _element("pdfaSchema:schema", schema.name)
        yield _element("pdfaSchema:namespaceURI", schema.namespace)
        yield _element("pdfaSchema:prefix", schema.prefix)
        yield "<pdfaSchema:property><rdf:Seq>"
        for entry in schema.entries:
            yield '<rdf:li rdf:parseType="Resource">'
            yield _element("pdfaProperty:name", entry.name)
            yield _element("pdfaProperty:valueType", _kind(schema))
            yield _element("pdfaProperty:category", "internal" if _is_own(schema) else "external")
            yield _element("pdfaProperty:description", entry.meaning)
            yield "</rdf:li>"
        yield "</rdf:Seq></pdfaSchema:property></rdf:li>"
    yield "</rdf:Bag></pdfaExtension:schemas>"


def _kind(schema: Schema) -> str:
    return "Integer" if _is_own(schema) else "Text"


def _is_own(schema: Schema) -> bool:
    return schema is _ACCESSIBLE


def _listed(name: str, kind: str, text: str, more: str = "") -> str:
    if not text:
        return ""
    item = f"<rdf:li{more}>{escape(said(text))}</rdf:li>"
    return f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(said(text))}</{name}>"
