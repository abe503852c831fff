"""A mail is printed as it came or went, by whoever may read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.shared.ids import MailId
from app.domain.shared.refusals import NotFound
from app.outside.passwords import Memory, kept_by
from app.services import mail_printing
from app.services.office import Office
from tests.documents.reading import page_texts
from tests.services.outgoing_mail import account, waiting


@pytest.fixture(autouse=True)
def memory() -> Iterator[None]:
    with kept_by(Memory()):
        yield


def test_a_mail_is_a_pdf_with_its_words(office: Office) -> None:
    mail = waiting(office, account(office, 25))

    (page,) = page_texts(office.ask(mail_printing.page, mail.id))
    (thai,) = page_texts(office.ask(mail_printing.page, mail.id, "th"))

    assert "maija@aamu.example" in page
    assert "Kiitos" in thai
    assert thai != page
    with pytest.raises(NotFound):
        office.ask(mail_printing.page, MailId(7))
