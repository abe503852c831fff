from __future__ import annotations

import pytest

from app.domain.payments.payment import PaymentReversed
from app.services import payments, receipts
from app.storage.database import Database
from tests.documents.reading import page_texts
from tests.taxes import paying, thai
from tests.trade import a_content, a_written_line, issued


def test_credit_that_is_used_later_has_a_tax_invoice_of_its_own(database: Database) -> None:
    office = thai(database)
    first = issued(office, a_content(a_written_line("1", "100", "service")))
    payment = office.do(payments.record, paying(first, "107")).result
    with office.database.read() as unit:
        names = [one.name for one in unit.archive.of(f"payment:{payment.id}")]

    office.do(payments.reverse, payment.id, "Bounced")
    again = office.do(payments.record, paying(first, "107")).result

    assert names == ["TI2569-00001.pdf"]
    text = "\n".join(page_texts(office.ask(receipts.page, again.id)))
    assert "TI2569-00002" in text


def test_a_reversed_payment_without_paper_has_no_receipt(database: Database) -> None:
    office = thai(database)
    invoice = issued(office, a_content(a_written_line("1", "100", "standard")))
    payment = office.do(payments.record, paying(invoice, "107")).result
    office.do(payments.reverse, payment.id, "Bounced")

    with pytest.raises(PaymentReversed):
        office.ask(receipts.page, payment.id)
