"""The paper of a contract: filed where the personnel office alone reads it, sealed once signed."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.document import Document, DocumentState, Link, VersionKind
from app.domain.archive.record import Filing
from app.domain.employees.contract import Contract
from app.domain.employees.contracting import PaperOutdated, papered
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import DocumentId
from app.services.document_types import DocumentTypes
from app.services.office import Desk
from app.services.registering import SHOWN, NewDocument, Register, begun

PDF = "application/pdf"


class ContractFiling:
    """Files the papers of contracts at one desk; ``reference`` says of which version a paper is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._register = Register(desk)

    def file(self, contract: Contract, title: str, content: bytes) -> Contract:
        """File a paper: that of a draft takes the place of the one before, as a new version.

        Raises NotADraft where what was signed has its paper already.
        """
        name = title.replace("/", "-").replace("\\", "-")
        source = Link(PERSON, contract.employee_id).source
        filing = Filing(f"{name}.pdf", PDF, source, whose=contract.employee_id)
        record = self._store.archive.add(filing, (content,), self._desk.now)
        before = self._paper(contract)
        if before is None:
            after = papered(contract, DocumentId(record.id))
            type_id = DocumentTypes(self._desk).personnel().id
            card = replace(
                begun(record, title),
                state=DocumentState.FILED,
                type_id=type_id,
                day=self._desk.today,
                reference=_reference(after),
            )
            link = Link(PERSON, contract.employee_id)
            self._store.search.put_many(
                Register(self._desk).keep((NewDocument(card, record, (link,)),))
            )
        else:
            after = papered(contract, before.id)
            renewed = self._register.renew(before.id, record, VersionKind.REPLACED)
            dated = replace(renewed, day=self._desk.today, reference=_reference(after))
            self._register.save(renewed, dated)
        self._store.contracts.save(contract, after)
        return after

    def seal(self, contract: Contract) -> None:
        """Seal the paper of a draft that was signed; raises PaperOutdated."""
        paper = self._paper(contract)
        if paper is None or paper.is_sealed:
            return
        if paper.reference != _reference(contract):
            raise PaperOutdated(title=paper.title)
        if paper.state is DocumentState.FILED:
            self._register.save(paper, paper.sealed())

    def _paper(self, contract: Contract) -> Document | None:
        """Return the paper of a contract, whoever asks; none where it was thrown away."""
        if contract.document_id is None:
            return None
        with self._store.housework():
            found = self._store.documents.get_all((contract.document_id,))
        return next((one for one in found if one.state in SHOWN), None)


def _reference(contract: Contract) -> str:
    return f"{contract.id}/{contract.version}"
