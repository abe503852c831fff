"""The paper of an invoice says how to pay it, in the words of its country."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pypdfium2
import pytest

from app.domain.admin.company import Company
from app.domain.contacts.contact import BankAccount, Identifier
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.issue import issue
from app.domain.invoices.totals import totals_of
from app.services.papers import Outfit, payment_of, pdf_of
from tests.builders import TODAY, a_draft, a_line, journey_6, percent
from tests.trade import LUMO


def text_of(pdf: bytes) -> str:
    """Return all the text of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def issued(draft: Invoice) -> Invoice:
    return issue(draft, "20260001", TODAY, "202600017")


def test_a_finnish_invoice_is_paid_with_reference_bar_code_and_qr() -> None:
    invoice = issued(journey_6())

    payment = payment_of(invoice, totals_of(invoice), LUMO)

    assert payment is not None
    assert (payment.iban, payment.bic) == ("FI49 5000 9420 0287 30", "OKOYFIHH")
    assert payment.reference == "2026 00017"
    assert payment.bar_code == "449500094200287300006865600000000000000202600017260324"
    assert payment.qr.splitlines()[-1] == "RF85202600017"


def test_a_thai_invoice_is_paid_with_promptpay_and_written_in_words() -> None:
    thai = Company(
        "ตัวอย่างสยาม",
        "TH",
        "THB",
        "th",
        identifiers=(Identifier("th.tin", "0105560001235"),),
        accounts=(BankAccount("123-4-56789-0"),),
    )
    draft = replace(a_draft(a_line("1", "10000", "7"), currency="THB"), language="th")
    invoice = issue(draft, "INV1", TODAY, "")

    payment = payment_of(invoice, totals_of(invoice), thai)
    page = text_of(pdf_of(invoice, totals_of(invoice), Outfit(thai)))

    assert payment is not None
    assert (payment.iban, payment.bar_code) == ("123-4-56789-0", "")
    assert payment.qr.startswith("000201010212")
    assert "บาทถ้วน" in page


@pytest.mark.parametrize(
    ("iban", "reference"),
    [
        ("CH5800791123000889012", "RF85 2026 0001 7"),
        ("CH4431999123000889012", "00 00000 00000 00000 20260 00172"),
    ],
    ids=["an account", "a QR-IBAN"],
)
def test_francs_are_paid_into_the_swiss_account_with_the_reference_it_takes(
    iban: str, reference: str
) -> None:
    seller = replace(LUMO, accounts=(*LUMO.accounts, BankAccount(iban)))
    invoice = issued(replace(journey_6(), currency="CHF"))

    payment = payment_of(invoice, totals_of(invoice), seller)

    assert payment is not None
    assert payment.iban.replace(" ", "") == iban
    assert payment.reference == reference
    assert payment.swiss.startswith(f"SPC\n0200\n1\n{iban}\nS\nLumo")
    assert (payment.qr, payment.bar_code) == ("", "")


def test_without_an_account_or_a_sum_there_is_nothing_to_pay() -> None:
    invoice = issued(journey_6())
    free = issued(a_draft(a_line(discount=percent("100"))))

    assert payment_of(invoice, totals_of(invoice), replace(LUMO, accounts=())) is None
    assert payment_of(free, totals_of(free), LUMO) is None


def test_a_draft_is_printed_as_one() -> None:
    draft = replace(journey_6(), language="en")

    page = text_of(pdf_of(draft, totals_of(draft), Outfit(LUMO)))

    assert "DRAFT" in page
    assert "686.56" in page


def test_what_prints_is_loaded_only_when_it_is_prepared() -> None:
    code = (
        "import sys; from app.services import papers; before = 'reportlab' in sys.modules;"
        " papers.prepare(); print(before, 'app.documents.pdf.book' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "True"]
