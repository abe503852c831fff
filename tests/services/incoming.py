"""Files and mails as they come in, for tests of receiving."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from app.domain.archive.document import Document
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.shared.paging import View
from app.services import documents
from app.services.office import Office

EVERYTHING = Wanted(states=())


def put(folder: Path, name: str, content: bytes = b"bill") -> Path:
    """Write a file as something outside does."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def all_rows(office: Office) -> tuple[DocumentRow, ...]:
    """Return every document."""
    return office.ask(documents.first, View(sort="received"), 1000, EVERYTHING)


def titles(office: Office) -> list[str]:
    """Return the titles of all documents."""
    return sorted(row.title for row in all_rows(office))


def the_document(office: Office) -> Document:
    """Return the only document."""
    (row,) = all_rows(office)
    return office.ask(documents.get, row.id)


def a_mail(*attachments: tuple[str, bytes], subject: str = "Your bill") -> bytes:
    """Return a mail with PDFs attached."""
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = "posti@example.com"
    mail["Date"] = "Fri, 06 Mar 2026 15:00:00 +0200"
    mail.set_content("See the bill.")
    for name, content in attachments:
        mail.add_attachment(content, "application", "pdf", filename=name)
    return mail.as_bytes()
