"""The register of letters that came in."""

from __future__ import annotations

from functools import partial

from app.domain.correspondence.letter import INCOMING as KIND
from app.domain.correspondence.row import IncomingRow
from app.domain.shared.refusals import OfficeError
from app.services import documents, letters_in
from app.ui.correspondence.incoming_verbs import IncomingVerbs, possible_in
from app.ui.correspondence.listings import incoming_listing
from app.ui.correspondence.register import Register
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

PDF = b"%PDF"


class IncomingList(Register[IncomingRow]):
    """Lists what came in; the scan of the chosen letter stands beside the list."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, incoming_listing(shell.today), KIND)
        self.verbs = IncomingVerbs(shell, self)
        self.offer({"letter.open": self.open_record, **self.verbs.slots()}, letters_in.counts)
        self.shell.book.call(self, "letter.issue", _("Register"))

    def possible_with(self, row: IncomingRow) -> frozenset[str]:
        return possible_in(row.state, has_document=row.document_id is not None)

    def show_row(self, row: IncomingRow) -> None:
        if row.document_id is None:
            self.paper.empty(_("The letter itself is not in the archive."))
            return
        self.paper.wait()
        answer = partial(self._show_paper, row)
        self.shell.client.ask_or(answer, self._cannot_show, documents.content, row.document_id)

    def _show_paper(self, row: IncomingRow, content: bytes) -> None:
        if self.seen is None or self.seen.id != row.id:
            return
        if content.startswith(PDF):
            self.paper.show_pdf(content, f"{row.number or row.subject}.pdf")
        else:
            self.paper.empty(_("Open the document to see it."))

    def _cannot_show(self, error: OfficeError) -> None:
        self.paper.empty(_("The letter itself cannot be shown."))
