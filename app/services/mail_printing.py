"""Mails on paper: each as a PDF that can be looked at, printed and kept."""

from __future__ import annotations

from app.documents.mails import MailPaper, describe
from app.domain.shared.ids import MailId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.MAIL_READ)
def page(desk: Desk, mail_id: MailId, language: str = "") -> bytes:
    """Return a mail as PDF, its heads in the company's language if none is named.

    Raises NotFound.
    """
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    mail, company = desk.store.mails.get(mail_id), desk.store.company.get()
    spoken = language or company.language
    formats = formats_in(spoken, company.country)
    return render(describe(MailPaper(mail, company, say_in(spoken), formats)))
