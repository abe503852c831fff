from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from app.documents.mails import MailPaper, describe
from app.documents.pdf.render import render
from app.documents.text import plain
from app.domain.correspondence.mail import Mail, MailAttachment, MailState
from app.domain.shared.ids import MailId, ThreadId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import FINNISH as COMPANY
from tests.documents.reading import page_texts

SHA256 = "0123abcd" * 8
MAIL = Mail(
    MailId(1),
    1,
    MailState.HANDLED,
    datetime(2026, 11, 20, 7, 5, tzinfo=UTC),
    ThreadId(1),
    subject="Kysymys hänestä",
    sender="maija@aamu.example",
    to=("myynti@lumo.example", "talous@lumo.example"),
    cc=("arkisto@lumo.example",),
    text="Hei,\n\nonko tarjous voimassa?\n> vanha rivi\n",
    attachments=(MailAttachment("tarjous.pdf", "application/pdf", 12, SHA256),),
    sha256=SHA256[::-1],
    handled_by="Anna Aalto",
    handled_at=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
)


def a_paper(language: str = "en", **parts: Any) -> MailPaper:
    mail = replace(MAIL, **parts)
    return MailPaper(mail, COMPANY, say_in(language), formats_in(language, "FI"), UTC)


def test_a_mail_on_paper_says_its_head_its_words_and_its_files() -> None:
    said = plain(describe(a_paper()))

    for words in (
        "Kysymys hänestä",
        "maija@aamu.example",
        "myynti@lumo.example, talous@lumo.example",
        "arkisto@lumo.example",
        "onko tarjous voimassa?\n> vanha rivi",
        "tarjous.pdf",
        "0123abcd 0123abcd 0123abcd 0123abcd",
        "Anna Aalto, 21 Nov 2026 09:30",
    ):
        assert words in said
    assert "Blind copy" not in said


def test_a_mail_that_says_nothing_says_so() -> None:
    said = plain(describe(a_paper(text=" \n", subject="", attachments=(), handled_at=None)))

    assert "This mail says nothing." in said
    assert "Without a subject" in said
    assert "Attached files" not in said


def test_a_mail_is_printed_in_the_language_that_is_asked_for() -> None:
    (page,) = page_texts(render(describe(a_paper("fi"))))

    assert "Lähettäjä" in page
    assert "21.11.2026" in page


def test_a_long_mail_goes_on_on_the_next_page_and_a_word_without_end_is_broken() -> None:
    words = "\n\n".join([f"Rivi {n}" for n in range(200)] + ["x" * 3000])

    pages = page_texts(render(describe(a_paper(text=words))))

    assert len(pages) > 2
    assert "Rivi 199" in "".join(pages)
    assert "".join(pages).count("x") >= 3000
