"""A composed message says what was written, to any program that reads mails."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from app.domain.correspondence.mail import MailAttachment
from app.formats.composing import composed, on_the_wire
from tests.mailing import ACCOUNT, AT, a_mail

PDF = MailAttachment("lasku ä.pdf", "application/pdf", 4, "a" * 64)


def read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, _class=EmailMessage, policy=policy.default)


def test_a_message_carries_heads_text_and_attachments() -> None:
    text = "Hyvä Maija,\n\n.piste ja ไทย " + "pitkä " * 400 + "\n"
    mail = a_mail(
        message_id="<1@lumo.example>",
        in_reply_to="<0@x>",
        references=("<9@x>", "<0@x>"),
        cc=("b@äiti.fi",),
        bcc=("hidden@x.fi",),
        subject="Ääkköset ไทย " + "pitkä " * 40 + "loppu",
        text=text,
        attachments=(PDF, MailAttachment("a.eml", "message/rfc822", 1, "b" * 64)),
    )

    raw = composed(mail, ACCOUNT, AT, (b"%PDF", b"Subject: x\r\n\r\n"))
    told = read(raw)

    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) < 998
    assert b"hidden" not in raw
    assert told["subject"] == mail.subject
    assert told["from"] == "Lumo & Suoni Oy <office@lumo.example>"
    assert told["cc"] == "b@xn--iti-pla.fi"
    assert told["references"] == "<9@x> <0@x>"
    assert told["date"].datetime == AT
    body = told.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == text
    parts = list(told.iter_attachments())
    assert [one.get_filename() for one in parts] == ["lasku ä.pdf", "a.eml"]
    assert parts[0].get_content() == b"%PDF"
    assert parts[1].get_content_type() == "application/octet-stream"


def test_a_name_cannot_smuggle_a_head_into_a_message() -> None:
    mail = a_mail(
        message_id="<1@x>",
        attachments=(MailAttachment("a\r\nBcc: e@x.fi", "text/x; b\r\nX: y", 1, "c"),),
    )

    told = read(composed(mail, ACCOUNT, AT, (b"x",)))

    assert told["bcc"] is None
    assert [one["bcc"] for one in told.iter_attachments()] == [None]


def test_an_address_travels_in_ascii() -> None:
    assert on_the_wire("a@äiti.fi") == "a@xn--iti-pla.fi"
    assert on_the_wire("a@b.fi") == "a@b.fi"
