"""Works in parts as e-invoices: valid to the judges, and the earlier papers are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.invoices.einvoice import EBill
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.proofreading import differences
from app.domain.invoices.stages import Share
from app.domain.invoices.totals import totals_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.quantities import Rate
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.write_cii import write_cii
from app.formats.einvoices.write_finvoice import write_finvoice
from app.formats.einvoices.write_ubl import write_ubl
from tests.builders import a_draft, a_line, journey_6
from tests.chances import few
from tests.domain.invoices.works import final, part, share
from tests.domain.strategies import decimals, drafts
from tests.einvoices import billed, is_payable, issued
from tests.formats.einvoices.judges import faults

Write = Callable[[EBill], bytes]
WRITERS: dict[EFormat, Write] = {
    EFormat.FACTURX: write_cii,
    EFormat.XRECHNUNG_CII: write_cii,
    EFormat.XRECHNUNG_UBL: write_ubl,
    EFormat.PEPPOL: write_ubl,
}


def sent(one: Invoice, eformat: EFormat) -> Invoice:
    """Return a paper of a work as it is issued to a German office."""
    return issued(one, eformat, number=one.number, issued_on=one.issued_on)


def works() -> tuple[Invoice, Invoice, Invoice]:
    whole = replace(journey_6(), issued_on=None)
    first, second = part(whole, share("30")), part(whole, share("20"), Kind.PARTIAL)
    return first, second, final(whole, (first, second))


@pytest.mark.parametrize("eformat", list(WRITERS))
def test_every_paper_of_a_work_is_valid(eformat: EFormat) -> None:
    for one in works():
        bill = billed(sent(one, eformat))
        written = WRITERS[eformat](bill)

        assert faults(written) == []
        assert differences(bill, read_xml(written, "a.xml")) == ()


def test_the_type_codes_are_those_of_the_standard() -> None:
    codes = [billed(sent(one, EFormat.FACTURX)).code for one in works()]

    assert codes == ["386", "326", "380"]


def test_the_final_invoice_names_what_it_takes_off() -> None:
    first, second, last = works()

    bill = billed(sent(last, EFormat.FACTURX))
    cii = write_cii(bill).decode()
    german = write_cii(billed(sent(last, EFormat.XRECHNUNG_CII))).decode()
    ubl = write_ubl(billed(sent(last, EFormat.XRECHNUNG_UBL))).decode()

    assert [one.number for one in bill.preceding] == [first.number, second.number]
    assert cii.count("<ram:InvoiceReferencedDocument>") == 2
    assert german.count("<ram:InvoiceReferencedDocument>") == 1
    assert ubl.count("<cac:BillingReference>") == 2


def test_what_is_taken_off_is_a_line_below_zero_and_not_prepaid_as_well() -> None:
    _first, _second, last = works()

    bill = billed(sent(last, EFormat.FACTURX))

    assert bill.lines[-1].quantity == -1
    assert bill.lines[-1].price > 0
    assert (bill.sums.prepaid.minor, bill.sums.due) == (0, totals_of(last).gross)


def test_finvoice_takes_the_final_invoice_and_names_the_first_paper() -> None:
    first, _second, last = works()

    bill = billed(sent(last, EFormat.FINVOICE))
    written = write_finvoice(bill)

    assert f"<OriginalInvoiceNumber>{first.number}<".encode() in written
    assert differences(bill, read_xml(written, "a.xml")) == ()


@settings(max_examples=few(25), deadline=None)
@given(drafts().filter(is_payable), st.lists(decimals(1, 45, 2), min_size=1, max_size=2))
def test_any_final_invoice_is_valid(whole: Invoice, shares: list[Decimal]) -> None:
    codes = {(line.category, line.rate): line.vat for line in whole.lines}
    assume(all(codes[line.category, line.rate] == line.vat for line in whole.lines))
    papers = [part(whole, Share(percent=Rate(much))) for much in shares]
    last = final(whole, papers)
    assume(is_payable(last))

    written = write_cii(billed(sent(last, EFormat.FACTURX)))

    assert faults(written) == []


def test_the_last_cent_of_vat_is_valid_too() -> None:
    whole = a_draft(a_line("1", "100.05", "19"))
    papers = [part(whole, share("33.33")) for _ in range(2)]
    last = final(whole, papers)

    bill = billed(sent(last, EFormat.XRECHNUNG_UBL))
    written = write_ubl(bill)

    assert faults(written) == []
    assert differences(bill, read_xml(written, "a.xml")) == ()
