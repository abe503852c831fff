"""Mails: read in any charset, their attachments listed under bare names."""

from __future__ import annotations

import pytest

from app.formats.reading.files import open_file
from app.formats.reading.refusals import NestedTooDeep
from tests import foreign


def text(raw: bytes) -> str:
    return open_file("a.eml", raw).page(0).text


def said(raw: bytes) -> str:
    """Return what a mail says, without its head."""
    return text(raw).partition("\n\n")[2]


def test_a_mail_tells_who_wrote_what_and_when() -> None:
    raw = foreign.a_mail("Hei,\nliitteenä lasku.").as_bytes()

    assert text(raw) == (
        "From: Maija Mäkelä <maija@aamu.example>\nTo: laskut@lumo.example\n"
        "Date: Tue, 10 Mar 2026 09:30:00 +0200\nSubject: Lasku 4711 – sähkö\n\n"
        "Hei,\nliitteenä lasku."
    )


def test_attachments_are_listed_without_any_path() -> None:
    mail = foreign.a_mail("Hei")
    for name in ("../../etc/lasku.pdf", "C:\\temp\\sopimus.pdf", "ใบ.pdf"):
        mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=name)
    mail.add_attachment(foreign.a_mail("sisempi"))

    assert said(mail.as_bytes()) == ("lasku.pdf\nsopimus.pdf\nใบ.pdf\nLasku 4711 – sähkö\n\nHei")


def test_plain_text_is_read_rather_than_its_html_twin() -> None:
    assert said(foreign.a_mail("teksti", "<p>sivu</p>").as_bytes()) == "teksti"
    only = foreign.a_mail("", "<p>Hyv&auml;&auml;<br>p&auml;iv&auml;&auml;</p>")
    assert said(only.as_bytes()) == "Hyvää\npäivää"


@pytest.mark.parametrize("charset", ["x-unknown", "windows-874", "iso-8859-15", "utf-16", ""])
def test_an_odd_charset_never_loses_the_mail(charset: str) -> None:
    codec = charset if charset not in ("x-unknown", "windows-874", "") else "cp874"
    body = "สวัสดี" if codec == "cp874" else "määrä €"
    head = f"From: a@b\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n"

    assert said(head.encode() + body.encode(codec)) == body


def test_a_broken_head_or_part_is_left_out() -> None:
    raw = (
        b"From: =?utf-8?b?!!!?=\nDate: yesterday\nSubject: =?x?y?z?=\nTo: <<>\n"
        b"Content-Transfer-Encoding: base64\n\n!!!"
    )

    assert "Subject:" in text(raw)


def test_parts_nested_deeper_than_mails_are_refused() -> None:
    level = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
    nested = b"".join(level % (number, number) for number in range(60))

    with pytest.raises(NestedTooDeep):
        text(b"From: a@b\nSubject: x\n" + nested + b"\nHei")
