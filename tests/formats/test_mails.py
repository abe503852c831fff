"""Mails give up their attachments, whatever they are called, and keep their letterheads."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from app.formats.mails import is_mail, parts_in, parts_of


def a_mail(subject: str = "Lasku 7 – แบบฟอร์ม") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = "posti@example.com"
    mail["Date"] = "Fri, 06 Mar 2026 15:00:00 +0200"
    mail.set_content("See the bill.")
    return mail


def told(mail: EmailMessage) -> Any:
    return parts_of(mail.as_bytes())


def names(mail: EmailMessage) -> list[str]:
    return [part["name"] for part in told(mail)["parts"]]


def test_a_mail_tells_subject_day_and_attachments() -> None:
    mail = a_mail()
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="kuitti ö.pdf")

    found = told(mail)

    assert (found["subject"], found["day"]) == ("Lasku 7 – แบบฟอร์ม", "2026-03-06")
    (part,) = found["parts"]
    assert (part["name"], part["media_type"]) == ("kuitti ö.pdf", "application/pdf")
    assert base64.b64decode(part["content"]) == b"%PDF"


def test_pictures_that_the_letter_shows_are_left_out_and_photographs_are_not() -> None:
    mail = a_mail()
    mail.add_alternative('<p>Hello <img src="cid:logo%40x"></p>', subtype="html")
    html = list(mail.iter_parts())[1]
    assert isinstance(html, EmailMessage)
    html.add_related(b"logo", "image", "png", cid="<logo@x>", filename="logo.png")
    mail.add_attachment(b"jpg", "image", "jpeg", filename="damage.jpg", disposition="inline")

    assert names(mail) == ["damage.jpg"]


def test_signatures_and_the_words_of_the_mail_are_no_attachments() -> None:
    mail = a_mail()
    mail.add_attachment(b"sig", "application", "pgp-signature", filename="signature.asc")
    mail.add_attachment("a;b\n1;2\n", subtype="csv", filename="rows.csv")

    assert names(mail) == ["rows.csv"]


def test_a_forwarded_mail_comes_whole_and_with_its_attachments() -> None:
    inner = a_mail("The bill")
    inner.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="bill.pdf")
    mail = a_mail("Fwd")
    mail.add_attachment(inner)

    parts = told(mail)["parts"]

    assert [part["name"] for part in parts] == ["The bill.eml", "bill.pdf"]
    assert b"Subject: The bill" in base64.b64decode(parts[0]["content"])


def test_an_attachment_without_a_name_gets_one() -> None:
    mail = a_mail()
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf")

    assert names(mail) == ["2.pdf"]


def test_a_mail_that_is_its_own_attachment_without_end_is_refused() -> None:
    mail = a_mail()
    for _ in range(15):
        outer = a_mail()
        outer.add_attachment(mail)
        mail = outer

    with pytest.raises(ValueError, match="11"):
        told(mail)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff" * 50, b"Subject: x\n\nhello", b"Date: nonsense\nContent-Type: text/\n\n"],
)
def test_what_is_hardly_a_mail_has_no_attachments(content: bytes) -> None:
    found: Any = parts_of(content)

    assert found["parts"] == []
    assert found["day"] == ""


def test_a_mail_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(a_mail("Hei").as_bytes())

    assert parts_in(str(path))["subject"] == "Hei"


def test_a_mail_is_known_by_name_or_type() -> None:
    assert is_mail("A.EML", "")
    assert is_mail("x", "message/rfc822")
    assert not is_mail("a.pdf", "application/pdf")
