"""A certificate says what was destroyed, on which ground, by whom and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.documents.accounting import Imprint
from app.documents.disposal import CertificatePaper, describe, ground_text
from app.documents.pdf.render import render
from app.documents.text import plain
from app.domain.admin.company import Company
from app.domain.archive.disposal import (
    Disposal,
    DisposalKind,
    DisposalState,
    Fate,
    Gone,
    Item,
    Stay,
)
from app.domain.archive.retention import Clock, Ground
from app.domain.shared.ids import DisposalId, DocumentId, RecordId
from app.lang.formats import formats_in
from app.lang.texts import say_in

AT = datetime(2035, 1, 2, 10, 30, tzinfo=UTC)
NAMES = {"en": "Vouchers", "fi": "Tositteet", "th": "ใบสำคัญ"}
GROUND = Ground(
    "voucher",
    NAMES,
    8,
    Clock.YEAR_END,
    "AO § 147 (3)",
    date(2026, 12, 31),
    date(2034, 12, 31),
)
FILE = Gone(1, "bill.pdf", "ab" * 32, 1234)
BILL = Item(
    DocumentId(1), "Electricity", "bill", date(2026, 3, 5), GROUND, Fate.DESTROYED, files=(FILE,)
)
STRUCK = replace(BILL, document_id=DocumentId(2), title="Dispute", fate=Fate.STRUCK, files=())
LIST = Disposal(
    DisposalId(77),
    5,
    DisposalKind.DUE,
    DisposalState.UNDER_WAY,
    "Maija",
    AT,
    (
        BILL,
        replace(STRUCK, by="Ville", why="still in court"),
        replace(STRUCK, title="Lease", fate=Fate.KEPT, why=Stay.HELD.value),
    ),
    signed_by="Ville",
    signed_at=AT,
    begun_on=AT.date(),
    begun_at=AT,
    certificate_id=RecordId(9),
)


def a_paper(language: str, kept_bytes: frozenset[str] = frozenset()) -> CertificatePaper:
    company = Company("Muster Werk GmbH", "DE", "EUR", language)
    imprint = Imprint(company, say_in(language), formats_in(language, "DE"), AT.date())
    return CertificatePaper(LIST, {"bill": "Bill"}, kept_bytes, imprint)


def test_a_certificate_names_documents_grounds_and_people() -> None:
    said = plain(describe(a_paper("en")))

    for part in (
        "Certificate of destruction",
        "Electricity · Bill",
        "ab" * 32,
        "Vouchers, DE 8 years from the end of 2026: until",
        "AO § 147 (3)",
        "still in court (Ville)",
        "A legal hold asks for it.",
        "Maija",
        "Ville",
        "77",
    ):
        assert part in said
    assert "another document" not in said


@pytest.mark.parametrize("language", ["en", "fi", "th"])
def test_a_certificate_prints_in_each_language(language: str) -> None:
    paper = describe(a_paper(language))

    assert render(paper) == render(paper)
    assert NAMES[language] in plain(paper)


def test_bytes_that_another_document_needs_are_marked() -> None:
    said = plain(describe(a_paper("en", frozenset({"ab" * 32}))))

    assert "ab" * 32 + "*" in said
    assert "another document" in said


def test_what_no_law_asks_for_says_so() -> None:
    assert ground_text(None, a_paper("en").imprint) == "No law asks for it."
