"""Certifying: a disposal's certificate, printed and filed as a sealed document of its own."""

from __future__ import annotations

from dataclasses import replace

from app.documents.accounting import Imprint
from app.documents.disposal import CertificatePaper, describe
from app.domain.archive.disposal import Disposal
from app.domain.archive.document import Document, DocumentState
from app.domain.archive.record import Filing
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.keeping import Keeper, masked
from app.services.office import Desk
from app.services.registering import NewDocument, Register, begun

TYPE = "certificate"
PDF = "application/pdf"


class Certifier:
    """Prints and files the certificates of one office's disposals."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        self._say = say_in(self._company.language)

    def paper(self, disposal: Disposal, kept_bytes: frozenset[str]) -> bytes:
        """Return the certificate of a disposal as PDF, in the company's language.

        Personnel files have no title in it: whoever may read certificates may not see those.
        """
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        keeper, say = Keeper(self._desk), self._say
        shown = replace(disposal, items=tuple(masked(item, keeper) for item in disposal.items))
        types = {one.code: one.name_in(say.language) for one in keeper.types.values()}
        formats = formats_in(say.language, self._company.country)
        imprint = Imprint(self._company, say, formats, disposal.begun_on or self._desk.today)
        return render(describe(CertificatePaper(shown, types, kept_bytes, imprint)))

    def file(self, disposal: Disposal, kept_bytes: frozenset[str]) -> Document:
        """File the certificate of a disposal, sealed, under the id settled for it."""
        desk, day = self._desk, disposal.begun_on or self._desk.today
        say = self._say
        title = say("Certificate of destruction {day}", day=day.isoformat())
        filing = Filing(f"{title}.pdf", PDF, f"disposal:{disposal.id}", is_sealed=True)
        pdf = self.paper(disposal, kept_bytes)
        record = desk.store.archive.add(filing, (pdf,), desk.now, disposal.certificate_id)
        kind = desk.store.kinds.type_coded(TYPE)
        card = replace(
            begun(record, title),
            state=DocumentState.FILED,
            type_id=kind.id if kind else None,
            day=day,
            is_sealed=True,
        )
        desk.store.search.put_many(Register(desk).keep([NewDocument(card, record)]))
        return card
