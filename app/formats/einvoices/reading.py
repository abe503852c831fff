"""Reading an e-invoice of any standard, also one that a PDF carries (Factur-X, e-Tax)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from app.domain.archive.einvoice import EInvoice, ETotals
from app.domain.shared.refusals import Refusal
from app.formats.einvoices.cii import cii, etax, modernise
from app.formats.einvoices.figures import unreadable
from app.formats.einvoices.finvoice import finvoice
from app.formats.einvoices.ubl import ubl
from app.formats.trees import BadXml, Declares, Node, TooMuch, tree_of

PDF = "application/pdf"
XML = frozenset({"application/xml", "text/xml"})
MOST_ATTACHED = 50
_DECLARED = b"<?xml"
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NotAnEInvoice(Refusal):
    """The file is no e-invoice of a standard that we read."""

    code = "einvoices.not-one"


class Broken(NotAnEInvoice):
    """The XML cannot be read: it ends too early, or is none at the place that is told."""

    code = "einvoices.broken"


class WrongEncoding(NotAnEInvoice):
    """The XML is not written in the encoding that it names."""

    code = "einvoices.wrong-encoding"


class DeclaresEntities(NotAnEInvoice):
    """The XML declares entities or a type of document, as no e-invoice does: it is not read."""

    code = "einvoices.declares-entities"


class LargerThanAny(NotAnEInvoice):
    """The XML is larger or deeper than any e-invoice: it is not read."""

    code = "einvoices.larger-than-any"


class DamagedPdf(NotAnEInvoice):
    """The PDF cannot be opened: it ends too early, is damaged or locked."""

    code = "einvoices.damaged-pdf"


class NotInPdf(NotAnEInvoice):
    """The PDF carries no e-invoice."""

    code = "einvoices.not-in-pdf"


class MoreThanOne(NotAnEInvoice):
    """The PDF carries e-invoices that differ: nobody can say which of them is meant."""

    code = "einvoices.more-than-one"


def read_file(content: bytes, media_type: str, name: str) -> EInvoice:
    """Return what an e-invoice says, also one that a PDF carries; raises NotAnEInvoice."""
    if media_type != PDF:
        return read_xml(content, name)
    found: dict[bytes, EInvoice] = {}
    for attached in _attached(content, name):
        try:
            found[attached] = read_xml(attached, name)
        except NotAnEInvoice:
            continue
    if len(found) > 1:
        raise MoreThanOne(name=name, count=len(found))
    if not found:
        raise NotInPdf(name=name)
    return next(iter(found.values()))


def read_xml(content: bytes, name: str) -> EInvoice:
    """Return what the XML of an e-invoice says; raises NotAnEInvoice, Broken."""
    root = root_of(_message(content), name)
    if root.name == _ZUGFERD_1:
        modernise(root)
    reader = _READERS.get(root.name) or _READERS.get(_THAI * root.name.endswith(_THAI))
    if reader is None:
        raise NotAnEInvoice(name=name, reason=root.name[:60] or "XML")
    found = reader(root)
    if not (found.number or found.lines or found.taxes) and found.totals == ETotals():
        raise NotAnEInvoice(name=name, reason=root.name)
    return replace(found, unreadable=unreadable(root))


def root_of(content: bytes, name: str) -> Node:
    """Return the root of the XML; raises in which way it is none, and what it may not declare."""
    try:
        return tree_of(content)
    except Declares:
        raise DeclaresEntities(name=name) from None
    except TooMuch:
        raise LargerThanAny(name=name) from None
    except BadXml as error:
        if encoding := _misnamed(content):
            raise WrongEncoding(name=name, encoding=encoding) from None
        raise Broken(name=name, line=error.line, column=error.column) from None


def _misnamed(content: bytes) -> str:
    """Return the encoding that XML names, if it is not written in it; else an empty text."""
    found = _ENCODING.match(content)
    encoding = found[1].decode("ascii") if found else "UTF-8"
    try:
        content.decode("utf-16" if content[:2] in _MARKS else encoding)
    except (LookupError, UnicodeError):
        return encoding
    return ""


def _message(content: bytes) -> bytes:
    """Return the invoice alone: before a Finvoice there may be the envelope of its network."""
    content = content.lstrip(b" \t\r\n")
    place = content.find(b"<Finvoice")
    begins = content.rfind(_DECLARED, 0, place) if place > 0 else -1
    return content[begins:] if begins > 0 else content


def _attached(content: bytes, name: str) -> Iterable[bytes]:
    import pypdfium2  # noqa: PLC0415  9 MB, loaded where a PDF is read

    try:
        file = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise DamagedPdf(name=name) from None
    try:
        for at in range(min(file.count_attachments(), MOST_ATTACHED)):
            one = file.get_attachment(at)
            if one.get_name().lower().endswith(".xml"):
                yield bytes(one.get_data())
    except pypdfium2.PdfiumError:
        return
    finally:
        file.close()


_ZUGFERD_1 = "CrossIndustryDocument"
"""The root of ZUGFeRD 1.0, which called many things otherwise."""

_THAI = "_CrossIndustryInvoice"
"""How the roots of Thai documents end; before it stands which kind it is."""

_READERS: dict[str, Callable[[Node], EInvoice]] = {
    "Invoice": ubl,
    "CreditNote": ubl,
    "CrossIndustryInvoice": cii,
    "Finvoice": finvoice,
    _THAI: etax,
}
