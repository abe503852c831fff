"""Papers of expenses: a claim as PDF, with its receipts behind it."""

from __future__ import annotations

from dataclasses import replace

from app.documents.expense_claims import describe
from app.documents.model import Sheeting
from app.documents.pdf.render import render
from app.domain.archive.document import Document
from app.domain.archive.pages import Leaf
from app.domain.expenses.expense import ExpenseClaim
from app.domain.shared.ids import DocumentId, ExpenseClaimId
from app.domain.shared.refusals import OfficeError
from app.services.claiming import Claiming
from app.services.count_papers import CountPapers
from app.services.office import Desk
from app.services.paging import Pages
from app.services.permissions import Permission, query
from app.services.registering import Register


@query(Permission.EXPENSES_READ)
def page(desk: Desk, claim_id: ExpenseClaimId, language: str = "") -> bytes:
    """Return a claim as PDF, with the receipts that the asker may see; raises NotFound."""
    claim = desk.store.expenses.get(claim_id)
    numbers = {one.id: one.number for one in desk.store.ledger.accounts()}
    name = Claiming(desk).names.get(claim.employee_id, "")
    paper = describe(claim, name, numbers, CountPapers(desk).imprint(language))
    return render(replace(paper, sheeting=Sheeting(appended=_receipts(desk, claim))))


@query(Permission.EXPENSES_READ)
def receipt(desk: Desk, document_id: DocumentId) -> bytes:
    """Return the pages of a receipt as PDF; nothing for what has none. Raises NotFound."""
    register, pages = Register(desk), Pages(desk)
    document = register.get(document_id)
    try:
        count = pages.sheaf(document).count
    except OfficeError:
        return b""
    leaves = [Leaf(at, file=0) for at in range(1, count + 1)]
    return pages.made((document,), (leaves,))[0] if leaves else b""


def _receipts(desk: Desk, claim: ExpenseClaim) -> bytes:
    """Return the pages of the receipts, each document once; what has no pages is left out."""
    register, pages = Register(desk), Pages(desk)
    ids = dict.fromkeys(line.document_id for line in claim.lines if line.document_id is not None)
    documents: list[Document] = []
    leaves: list[Leaf] = []
    for document_id in ids:
        try:
            document = register.get(document_id)
            count = pages.sheaf(document).count
        except OfficeError:
            continue
        leaves += [Leaf(at, file=len(documents)) for at in range(1, count + 1)]
        documents.append(document)
    return pages.made(documents, (leaves,))[0] if leaves else b""
