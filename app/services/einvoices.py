"""E-invoices in the archive: read, and shown as pages; the XML stays the original."""

from __future__ import annotations

from functools import partial

from app.documents.accounting import Imprint
from app.documents.einvoices import describe
from app.documents.pdf.render import render
from app.domain.archive.einvoice import EInvoice
from app.domain.shared.codec import parsed
from app.domain.shared.ids import DocumentId
from app.formats.einvoices import reading
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.outside.apart import apart
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register
from app.storage.platform import bound_process

SECONDS = 30
LARGEST = 100 << 20
BOUND = partial(bound_process, 2048, SECONDS)
"""An e-invoice needs no more memory (in MiB) and time than this."""


@query(Permission.ARCHIVE_READ)
def read(desk: Desk, document_id: DocumentId, number: int = 0) -> EInvoice:
    """Return what a version of an e-invoice says, the newest for 0; raises NotAnEInvoice."""
    register = Register(desk)
    document = register.get(document_id)
    file_id = register.version(document_id, number).file_id if number else document.file_id
    record = desk.store.archive.get(file_id)
    is_xml = record.media_type in reading.XML or record.name.lower().endswith(".xml")
    if record.size > LARGEST or not (is_xml or record.media_type == reading.PDF):
        raise reading.NotAnEInvoice(name=record.name, reason=record.media_type)
    content = b"".join(desk.store.archive.read(file_id))
    media_type = reading.PDF if record.media_type == reading.PDF else "application/xml"
    told = apart(reading.read_file, content, media_type, record.name, bound=BOUND, seconds=SECONDS)
    found: EInvoice = parsed(EInvoice, told)
    return found


@query(Permission.ARCHIVE_READ)
def pages(desk: Desk, document_id: DocumentId, number: int = 0, language: str = "") -> bytes:
    """Return an e-invoice as a PDF to be read, marked as a rendering; raises NotAnEInvoice."""
    company = desk.store.company.get()
    spoken = language or company.language
    imprint = Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)
    return render(describe(read(desk, document_id, number), imprint))
