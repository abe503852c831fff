"""The register of letters of ours."""

from __future__ import annotations

from functools import partial

from app.domain.correspondence.letter import OUTGOING as KIND
from app.domain.correspondence.row import OutgoingRow
from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import OfficeError
from app.services import letters_out
from app.ui.correspondence.listings import OUTGOING
from app.ui.correspondence.outgoing_verbs import OutgoingVerbs, possible_out
from app.ui.correspondence.posting import AddressLabelDialog, EnvelopeDialog
from app.ui.correspondence.register import Register
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class OutgoingList(Register[OutgoingRow]):
    """Lists letters of ours; the page of the chosen one stands beside the list."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, OUTGOING, KIND)
        self.verbs = OutgoingVerbs(shell, self)
        self.offer({"letter.open": self.open_record, **self.verbs.slots()}, letters_out.counts)
        self.shell.book.offer(
            self,
            {
                "letter.envelope": partial(self._post, EnvelopeDialog),
                "letter.labels": partial(self._post, AddressLabelDialog),
            },
        )

    def _post(self, kind: type[EnvelopeDialog | AddressLabelDialog]) -> None:
        """Show envelopes or labels for the letters that are chosen."""
        if chosen := self.table.selected_ids():
            kind(self, self.shell, [LetterId(one) for one in chosen]).open()

    def possible_with(self, row: OutgoingRow) -> frozenset[str]:
        return possible_out(row.state)

    def show_row(self, row: OutgoingRow) -> None:
        self.paper.wait()
        answer = partial(self._show_paper, row)
        self.shell.client.ask_or(answer, self._cannot_show, letters_out.page, row.id)

    def _show_paper(self, row: OutgoingRow, pdf: bytes) -> None:
        if self.seen is not None and self.seen.id == row.id:
            self.paper.show_pdf(pdf, f"{row.number or row.subject}.pdf")

    def _cannot_show(self, error: OfficeError) -> None:
        self.paper.empty(_("The page of this letter cannot be shown."))
