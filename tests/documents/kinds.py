"""Every kind of paper that we print, in the languages that we print it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from app.documents import (
    address_labels,
    binders,
    calibration,
    contractors,
    delivery_notes,
    dispatch,
    disposal,
    einvoices,
    envelopes,
    postage,
    quotes,
    receipts,
    reminders,
    sheets,
    statements,
    withholding,
)
from app.documents.accounting import Imprint
from app.documents.model import Document, Paper
from app.documents.pdf.render import render, render_sheets
from app.documents.sheets import Sheets, punched
from app.domain.archive.serials import Feed
from app.domain.correspondence.envelopes import ENVELOPES
from app.domain.payments.contractors import NecList
from app.domain.payments.open_item import aged
from app.domain.payments.withholding import Return, listed
from app.formats.einvoices.reading import read_xml
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.builders import TODAY
from tests.documents import (
    correspondence,
    papers,
    shipping,
    test_binders,
    test_contractors,
    test_dispatch,
    test_disposal,
    test_quotes,
    test_receipts,
    test_reminders,
    test_sales_taxes,
    test_statements,
    test_withholding,
)
from tests.documents.reports import GOLDEN_REPORTS
from tests.documents.test_envelopes import LATIN, THAI
from tests.documents.test_postage import a_book
from tests.domain.payments.items import an_invoice, an_item
from tests.formats.test_einvoices import sample
from tests.quoting import FIRM, OPTION, OTHER
from tests.taxes import MARCH_15

LANGUAGES = ("en", "fi", "th")
NAME = "Puu ja Penkki Oy"


def _imprint(language: str) -> Imprint:
    return Imprint(papers.FINNISH, say_in(language), formats_in(language, "FI"), date(2026, 3, 10))


def _einvoice(standard: str, own: Imprint) -> Document:
    return einvoices.describe(read_xml(sample(standard), "a.xml"), own)


def _reports(language: str) -> dict[str, Callable[[], Document]]:
    """Return what is printed from the books and the archive."""
    own = _imprint(language)
    contents = (binders.Original(1501, date(2026, 2, 1), "Lease", "Kiinteistö Oy", "77"),)
    made: dict[str, Callable[[], Document]] = {
        "dispatch": lambda: dispatch.describe(test_dispatch.a_paper(language)),
        "disposal": lambda: disposal.describe(test_disposal.a_paper(language)),
        "postage": lambda: postage.describe(a_book(), own),
        "binder": lambda: binders.describe_contents(test_binders.A12, contents, own),
    }
    for standard in ("ubl", "cii", "finvoice", "etax"):
        made[standard] = partial(_einvoice, standard, own)
    return {f"{name}-{language}": paper for name, paper in made.items()}


def _money() -> dict[str, Callable[[], Document]]:
    """Return what is printed of offers, claims, payments and taxes."""
    imprint, days = test_statements.IMPRINT, test_statements.DAYS
    items = [an_item(an_invoice(1), late=45), an_item(an_invoice(2))]
    payees = listed(Return.PND53, MARCH_15, [test_withholding.a_certificate()], "THB")
    found = NecList(2026, test_contractors.THRESHOLD, (test_contractors.a_row("Ben", 2450),))
    return {
        "quote": lambda: quotes.describe(test_quotes.a_quote_paper(FIRM, OTHER, OPTION)),
        "reminder": lambda: reminders.describe(test_reminders.PAPER),
        "receipt": lambda: receipts.describe(test_receipts.a_paper("en", is_tax_invoice=False)),
        "receipt-thai": lambda: receipts.describe(test_receipts.a_paper("th", is_tax_invoice=True)),
        "statement": lambda: statements.describe_statement(
            test_statements.AAMU_READS, test_statements.a_statement(), days, imprint
        ),
        "open-items": lambda: statements.describe_open_items(
            items, aged(items, TODAY), TODAY, imprint
        ),
        "certificate": lambda: withholding.describe_certificate(
            test_withholding.a_certificate(), test_withholding.imprint()
        ),
        "withheld": lambda: withholding.describe_list(payees, test_withholding.imprint()),
        "contractors": lambda: contractors.describe(found, test_contractors.IMPRINT),
        "sales-taxes": lambda: test_sales_taxes.paper(test_sales_taxes.a_row("harris", 10000, 625)),
    }


def _sheets(language: str) -> dict[str, Callable[[], Sheets]]:
    """Return what lies on sheets at places of its own."""
    imprint = (say_in(language), NAME)
    labels = punched("l7163")
    assert labels is not None
    sender = envelopes.Sender(imprint[0], NAME, ("Sahakatu 12",))
    feed, both = Feed(), (LATIN, THAI)
    made: dict[str, Callable[[], Sheets]] = {
        "labels": lambda: sheets.label_sheets((1, 2, 3), labels, feed, imprint),
        "separators": lambda: sheets.separator_sheets(2, Paper.A4, imprint),
        "spine": lambda: sheets.spine(test_binders.A12, "wide", Paper.A4, imprint),
        "calibration": lambda: calibration.describe(Paper.LETTER, feed, imprint),
        "address-labels": lambda: address_labels.describe(both, labels, feed, imprint),
        "envelopes": lambda: envelopes.describe(both, ENVELOPES[0], sender),
    }
    return {f"{name}-{language}": sheet for name, sheet in made.items()}


def _letters() -> dict[str, Callable[[], Document]]:
    """Return letters of every language whose fonts and lists are long."""
    return {
        f"letter-{language}-long": partial(
            correspondence.a_document, language, body=correspondence.long_body(language, 6)
        )
        for language in correspondence.BODIES
    }


DOCUMENTS: dict[str, Callable[[], Document]] = {
    **papers.GOLDEN,
    **papers.DESIGNS,
    **GOLDEN_REPORTS,
    **correspondence.GOLDEN,
    **_letters(),
    **_money(),
    "delivery-note": lambda: delivery_notes.describe(papers.a_paper(papers.an_invoice(4))),
    **shipping.DOCUMENTS,
    **{name: paper for language in LANGUAGES for name, paper in _reports(language).items()},
}
SHEETS = shipping.SHEETS | {
    name: sheet for language in LANGUAGES for name, sheet in _sheets(language).items()
}


def printed(name: str) -> bytes:
    """Return a kind of paper as a file."""
    return render(DOCUMENTS[name]()) if name in DOCUMENTS else render_sheets(SHEETS[name]())


def in_language(paper: Document, language: str) -> Document:
    """Return a paper as if it were in another language."""
    return replace(paper, language=language)
