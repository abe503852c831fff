"""Mails as strangers send them: right ones, odd ones, and some that want to break their reader."""

from __future__ import annotations

from typing import Any

PLAIN = (
    b"From: Maija Aamu <maija@aamu.example>\r\n"
    b"To: office@lumo.example, Anna <anna@lumo.example>\r\n"
    b"Date: Tue, 10 Mar 2026 10:00:00 +0200\r\n"
    b"Message-ID: <1@aamu.example>\r\n"
    b"Subject: =?utf-8?q?Kysymys_h=C3=A4nest=C3=A4?=\r\n"
    b"\r\nHei, onko tarjous voimassa?\r\n"
)


def a_message(text: str = "Hei\n", **heads: str) -> bytes:
    """Return a plain message from Maija; a head's name is written with low lines."""
    told = {"From": "maija@aamu.example", "To": "office@lumo.example", "Subject": "Kysymys"}
    told |= {name.replace("_", "-"): value for name, value in heads.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return f"{lines}\r\n{text}".encode()


def with_file(content: bytes, name: str = "lasku.pdf", **heads: Any) -> bytes:
    """Return a message that brings a file."""
    from base64 import encodebytes  # noqa: PLC0415  of this message alone

    head = a_message("", MIME_Version="1.0", Content_Type='multipart/mixed; boundary="b"', **heads)
    return (
        head
        + b"--b\r\nContent-Type: text/plain\r\n\r\nLiitteen\xc3\xa4\r\n--b\r\n"
        + b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
        + f'Content-Disposition: attachment; filename="{name}"\r\n\r\n'.encode()
        + encodebytes(content)
        + b"\r\n--b--\r\n"
    )


def nested(depth: int) -> bytes:
    """Return a message whose parts lie in each other so deep."""
    head = a_message("", MIME_Version="1.0").removesuffix(b"\r\n")
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at)
        for at in range(depth)
    )
    return head + opened + b"Content-Type: text/plain\r\n\r\ndeep\r\n"


def many_parts(number: int) -> bytes:
    """Return a message of so many parts side by side."""
    head = a_message("", MIME_Version="1.0", Content_Type='multipart/mixed; boundary="b"')
    part = b"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nx\r\n"
    return head + part * number + b"--b--\r\n"


UNKNOWN_CHARSET = a_message("Hyvä Maija\r\n", Content_Type="text/plain; charset=x-klingon")
WRONG_BASE64 = (
    a_message("", Content_Type="text/plain", Content_Transfer_Encoding="base64") + b"%%%===\x00\r\n"
)
BROKEN = (
    b"",
    b"\x00\xff\xfe\x00" * 50,
    b"Subject: =?utf-8?b?@@@?= =?x?q?\r\nFrom: <<<@>>>\r\nDate: never\r\n\r\n\xff",
    b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n",
    b'Content-Type: text/plain; charset="\x00"\r\nDate: Tue, 99 Foo 20000\r\n\r\nx',
    b"From: " + b"(" * 3000 + b"a@b\r\n\r\nx",
    b"Content-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\n",
    nested(500),
    many_parts(2000),
    UNKNOWN_CHARSET,
    WRONG_BASE64,
)
"""None of them may be lost, nor keep another from being read."""
