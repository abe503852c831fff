from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.invoices.draft import Draft, content_of
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.shared.refusals import Invalid
from app.services import abbreviated, invoices
from app.services.abbreviated import NoAbbreviated
from app.services.office import Office
from app.storage.database import Database
from tests.documents.reading import page_texts
from tests.taxes import american, thai
from tests.trade import a_written_line, count


@pytest.fixture
def office(database: Database) -> Office:
    return thai(database)


def written(office: Office, draft: Invoice, **parts: Any) -> Invoice:
    content: Draft = replace(content_of(draft), lines=(a_written_line("1", "107", "standard"),))
    content = replace(content, **parts)
    return office.do(invoices.revise, draft.id, draft.version, content).result


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [one.code for one in refused.value.problems if not one.is_warning]


def test_it_is_issued_without_a_buyer_at_prices_with_vat(office: Office) -> None:
    draft = written(office, office.do(abbreviated.begin).result)

    issued = office.do(invoices.issue, draft.id).result

    text = "\n".join(page_texts(office.ask(invoices.pdf, issued.id)))
    assert (issued.kind, issued.buyer, issued.is_gross) == (Kind.ABBREVIATED, None, True)
    for words in ("ใบกำกับภาษีอย่างย่อ", "0105560001235", "107.00", "7.00", issued.number):
        assert words in text
    (row,) = office.ask(invoices.rows, (issued.id,))
    assert (row.gross_minor, row.net_minor) == (10700, 10000)


def test_prices_without_vat_are_refused(office: Office) -> None:
    draft = written(office, office.do(abbreviated.begin).result, is_gross=False)

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, draft.id)

    assert codes(refused) == ["invoices.abbreviated-net"]


def test_a_service_that_is_taxed_when_paid_is_refused(office: Office) -> None:
    line = a_written_line("1", "107", "service")
    draft = written(office, office.do(abbreviated.begin).result, lines=(line,))

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, draft.id)

    assert codes(refused) == ["invoices.due-at-once-and-on-payment"]


def test_elsewhere_there_is_no_such_paper(database: Database) -> None:
    office = american(database)

    with pytest.raises(NoAbbreviated):
        office.do(abbreviated.begin)

    assert count(office, "invoice") == 0
    told = office.ask(invoices.check, Draft(kind=Kind.ABBREVIATED, is_gross=True))
    assert "invoices.abbreviated-elsewhere" in [one.code for one in told]
