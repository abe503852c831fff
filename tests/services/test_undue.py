from __future__ import annotations

from decimal import Decimal

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.accounting.chart import AccountUse
from app.domain.invoices.invoice import Invoice
from app.domain.payments.open_item import Position
from app.domain.payments.payment import Closing, NewPayment, Part
from app.domain.payments.undue import settled_of
from app.domain.shared.ids import InvoiceId, PaymentId
from app.domain.shared.refusals import Invalid
from app.services import archive, crediting, invoices, payments, receipts
from app.services.office import Office
from app.services.settling import source_of
from app.storage.database import Database
from tests.chances import few
from tests.taxes import MARCH_15, baht, paying, thai
from tests.trade import AAMU, a_content, a_written_line, count, issued


@pytest.fixture
def office(database: Database) -> Office:
    return thai(database)


def billed(office: Office, price: str = "10000", vat: str = "service") -> Invoice:
    return issued(office, a_content(a_written_line("1", price, vat)))


def stands_at(office: Office, use: AccountUse) -> int:
    with office.database.read() as unit:
        numbers = {one.number for one in unit.ledger.accounts() if one.use is use}
        found = unit.balances.trial_balance(office.clock.today(), "THB", "en")
        assert found.difference_minor == 0
        return sum(row.balance_minor for row in found.rows if row.number in numbers)


def waiting_and_due(office: Office) -> tuple[int, int]:
    return (
        -stands_at(office, AccountUse.UNDUE_VAT),
        -stands_at(office, AccountUse.OUTPUT_VAT),
    )


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_the_tax_of_a_service_waits_until_it_is_paid(office: Office) -> None:
    invoice = billed(office)

    before = waiting_and_due(office)
    office.do(payments.record, paying(invoice, "10400", "300"))

    assert before == (70000, 0)
    assert waiting_and_due(office) == (0, 70000)
    assert stands_at(office, AccountUse.WITHHELD) == 30000


def test_its_bill_is_no_tax_invoice_but_the_receipt_is(office: Office) -> None:
    invoice = billed(office)
    bill = text_of(office.ask(invoices.pdf, invoice.id))

    payment = office.do(payments.record, paying(invoice, "10400", "300")).result

    paper = text_of(office.ask(receipts.page, payment.id))
    assert "ใบแจ้งหนี้" in bill
    assert "TI2569-00001" in paper
    for words in ("10,000.00", "700.00", "10,700.00", "10,400.00", "15/03/2569", invoice.number):
        assert words in paper
    filed = office.ask(archive.of, source_of(payment.id))
    assert [(one.name, one.is_sealed) for one in filed] == [("TI2569-00001.pdf", True)]


def test_parts_make_their_parts_due_and_their_own_tax_invoices(office: Office) -> None:
    invoice = billed(office, "99.99")

    for amount in ("35.66", "35.66", "35.67"):
        office.do(payments.record, paying(invoice, amount))

    assert waiting_and_due(office) == (0, 700)


def test_a_reversed_payment_lets_the_tax_wait_again(office: Office) -> None:
    invoice = billed(office)
    payment = office.do(payments.record, paying(invoice, "10400", "300")).result

    office.do(payments.reverse, payment.id, "Wrong customer")

    assert waiting_and_due(office) == (70000, 0)


def test_what_is_written_off_never_falls_due(office: Office) -> None:
    invoice = billed(office)
    office.do(payments.record, paying(invoice, "5350"))

    office.do(payments.write_off, invoice.id, "Bankrupt")

    assert waiting_and_due(office) == (0, 35000)
    assert stands_at(office, AccountUse.BAD_DEBT) == 500000


def test_a_credit_set_off_leaves_only_what_is_paid(office: Office) -> None:
    invoice = billed(office)
    draft = office.do(crediting.credit, invoice.id, (), "Cancelled").result
    note = office.do(invoices.issue, draft.id).result

    office.do(payments.offset, invoice.id, note.id, baht("10700"))

    assert waiting_and_due(office) == (0, 0)


def test_goods_are_taxed_at_once_and_need_no_second_paper(office: Office) -> None:
    invoice = billed(office, vat="standard")
    before = waiting_and_due(office)

    payment = office.do(payments.record, paying(invoice, "10400", "300")).result

    assert before == (0, 70000) == waiting_and_due(office)
    paper = text_of(office.ask(receipts.page, payment.id))
    assert "TI2569" not in paper
    assert payment.number in paper


def test_a_bill_is_of_one_kind_of_tax(office: Office) -> None:
    mixed = a_content(a_written_line("1", "1", "service"), a_written_line("1", "1", "standard"))
    draft = office.do(invoices.draft, mixed).result

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, draft.id)

    assert [one.code for one in refused.value.problems] == ["invoices.due-at-once-and-on-payment"]
    assert count(office, "open_item") == 0


def test_nothing_is_given_a_receipt_for_before_it_settles_something(office: Office) -> None:
    rest = office.do(payments.record, NewPayment(baht("10"), AAMU.id)).result

    with pytest.raises(receipts.NotReceived):
        office.ask(receipts.page, rest.id)


def test_more_withheld_than_is_open_is_refused_and_nothing_is_done(office: Office) -> None:
    invoice = billed(office, "100")
    parts = (Part(baht("100"), invoice.id), Part(baht("50"), invoice.id, Closing.WITHHELD))

    with pytest.raises(Invalid) as refused:
        office.do(payments.record, NewPayment(baht("100"), AAMU.id, parts=parts))

    assert [one.code for one in refused.value.problems] == ["payments.above-open"]
    assert waiting_and_due(office) == (700, 0)
    assert count(office, "payment") == 0


DEEDS = st.lists(
    st.tuples(st.sampled_from(("pay", "withhold", "reverse", "undo", "lose")), st.integers(1, 900)),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=few(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(price=st.integers(100, 99999), deeds=DEEDS)
def test_what_waits_and_what_is_due_is_the_tax_of_the_bill(
    office: Office, price: int, deeds: list[tuple[str, int]]
) -> None:
    start = waiting_and_due(office)
    invoice = billed(office, str(Decimal(price) / 100))
    (row,) = office.ask(invoices.rows, (invoice.id,))
    tax = row.gross_minor - row.net_minor
    life = Life(office, invoice)

    for deed, size in deeds:
        life.live(deed, size)
        waits, due = waiting_and_due(office)
        waits, due = waits - start[0], due - start[1]
        assert waits + due + life.lost == tax
        if not life.open:
            assert waits == 0


class Life:
    """What happens to one bill."""

    def __init__(self, office: Office, invoice: Invoice) -> None:
        self._office = office
        self._invoice = invoice
        self.open = self._open()
        self._paid: list[PaymentId] = []
        self._start = stands_at(office, AccountUse.BAD_DEBT)
        self.lost = 0

    def live(self, deed: str, size: int) -> None:
        amount = max(1, self.open * size // 1000)
        if deed in {"pay", "withhold"} and self.open > 1:
            self._pay(amount, is_withheld=deed == "withhold")
        elif deed == "reverse" and self._paid:
            self._office.do(payments.reverse, self._paid.pop(), "Error")
        elif deed == "undo":
            self._undo()
        elif deed == "lose" and self.open:
            lost = baht(str(Decimal(amount) / 100))
            self._office.do(payments.write_off, self._invoice.id, "Gone", lost)
        self.open = self._open()
        self.lost = self._lost()

    def _pay(self, amount: int, *, is_withheld: bool) -> None:
        kept = amount // 3 if is_withheld else 0
        new = paying(
            self._invoice, str(Decimal(amount - kept) / 100), str(Decimal(kept) / 100), MARCH_15
        )
        self._paid.append(self._office.do(payments.record, new).result.id)

    def _undo(self) -> None:
        with self._office.database.read() as unit:
            settled = unit.allocations.of_document(self._invoice.id)
        live = [one.allocation for one in settled if one.allocation.is_live]
        if live:
            self._office.do(payments.undo, live[-1].id)

    def _open(self) -> int:
        (row,) = self._office.ask(invoices.rows, (self._invoice.id,))
        return row.open_minor or 0

    def _lost(self) -> int:
        """Return the tax that went with what was given up, as it was booked."""
        with self._office.database.read() as unit:
            settled = unit.allocations.of_document(self._invoice.id)
            entries = [
                unit.ledger.entry(one.allocation.entry_id)
                for one in settled
                if one.allocation.is_live
                and one.allocation.closing is Closing.WRITE_OFF
                and one.allocation.entry_id
            ]
        return sum(
            side.amount.minor
            for entry in entries
            for side in entry.postings
            if side.vat == "service" and side.amount.minor > 0 and side is not entry.postings[0]
        )


def test_a_bill_over_nothing_has_no_tax_to_wait_for() -> None:
    position = Position(InvoiceId(1), None, "THB", MARCH_15, MARCH_15, 0, 0, MARCH_15)

    assert settled_of(baht("0"), position) == baht("0")
