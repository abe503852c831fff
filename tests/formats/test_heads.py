"""Heads of foreign mails are read as far as they are of use."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage

from app.formats.heads import FOREIGN, LONGEST_OF_A_PART


def read(head: bytes) -> EmailMessage:
    return message_from_bytes(head + b"\n\nHei\n", _class=EmailMessage, policy=FOREIGN)


def test_a_head_of_usual_length_is_read_whole() -> None:
    many = ", ".join(f"Asiakas {at} <a{at}@example.com>" for at in range(100))

    mail = read(b"To: " + many.encode())

    assert len(mail["To"].addresses) == 100
    assert mail["To"].addresses[-1].addr_spec == "a99@example.com"


def test_of_a_head_without_end_the_beginning_is_read() -> None:
    mail = read(b"Content-Type: text/plain; " + b"[" * 60_000)

    assert mail.get_content_type() == "text/plain"
    assert len(str(mail["Content-Type"])) <= LONGEST_OF_A_PART
    assert mail.get_content() == "Hei\n"
