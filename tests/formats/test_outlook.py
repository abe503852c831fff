"""Files of Outlook are read as the messages that they were, however they are damaged."""

from __future__ import annotations

import pytest

from app.domain.archive.texts import How
from app.formats import outlook
from app.formats.mails import is_mail, parts_of
from app.formats.messages import message_of
from app.formats.outlook import is_outlook, message_from
from app.formats.reading.files import open_file
from app.formats.reading.opened import Whole
from app.formats.reading.refusals import DamagedFile
from tests.foreign_mail import with_file
from tests.formats.test_rich_text import HELLO
from tests.outlook_files import a_box, a_msg, enclosure, ole

PDF = b"%PDF-1.7 " * 900


def test_a_file_of_outlook_says_who_wrote_what_to_whom_and_when() -> None:
    told = message_of(a_msg("Hei Åke"))

    assert (told["subject"], told["sender"]) == ("Tarjous: höylä", "maija@aamu.example")
    assert (told["to"], told["cc"]) == (["office@lumo.example"], ["ville@lumo.example"])
    assert (told["at"], told["text"]) == ("2026-03-09T08:30:00+00:00", "Hei Åke")
    assert told["odd"] == []


def test_a_subject_of_a_million_signs_is_cut_and_read_at_once() -> None:
    """A head is written by the square of its length: five kilobytes took minutes so."""
    words = "Tarjousä" * 125_000
    changed = ole({**a_box("Hei"), "__substg1.0_0037001F": words.encode("utf-16-le")})

    assert message_of(changed)["subject"] == words[: outlook.LONGEST_WORDS]


def test_a_part_that_says_to_be_larger_than_its_file_is_not_read() -> None:
    text = ("Hei " * 2_000).encode("utf-16-le")
    raw = ole({**a_box("Hei"), "__substg1.0_1000001F": text})
    size = len(text).to_bytes(8, "little")
    assert raw.count(size) == 1

    with pytest.raises(ValueError, match="1000001F"):
        message_from(raw.replace(size, (1 << 30).to_bytes(8, "little")))


def test_its_attachments_are_files_and_a_mail_within_it_is_a_mail() -> None:
    inner = a_box("Sisällä", enclosure("y.txt", b"y"), head=24)
    found = message_of(a_msg("Hei", enclosure("lasku ä.pdf", PDF), enclosure("", inner)))["parts"]

    assert isinstance(found, list)
    names = [(one["name"], one["media_type"]) for one in found]
    assert names == [
        ("lasku ä.pdf", "application/octet-stream"),
        ("Tarjous: höylä.eml", "message/rfc822"),
        ("y.txt", "application/octet-stream"),
    ]


def test_the_head_as_it_travelled_counts_first() -> None:
    heads = "Microsoft Mail Internet Headers Version 2.0\r\nMessage-ID: <1@x>\r\nSubject: Muu\r\n"
    heads += "From: Toinen <toinen@aamu.example>\r\nContent-Type: multipart/mixed\r\n"
    told = message_of(ole(a_box(p007D001F=heads.encode("utf-16-le"))))

    assert (told["message_id"], told["subject"]) == ("<1@x>", "Muu")
    assert told["sender"] == "toinen@aamu.example"
    assert told["to"] == ["office@lumo.example"]


def test_html_and_rich_text_are_read_where_there_is_no_plain_text() -> None:
    html = ole(a_box("", p10130102="<p>Hei <b>Åke</b><script>alert(1)</script></p>".encode()))
    rich = ole(a_box("", p10090102=HELLO))

    assert message_of(html)["text"] == "Hei Åke"
    assert message_of(rich)["text"] == "hello world"


def test_a_file_of_outlook_within_a_mail_is_opened_too() -> None:
    raw = with_file(a_msg("Hei", enclosure("lasku.pdf", PDF)), "viesti.msg")

    found = message_of(raw)["parts"]

    assert isinstance(found, list)
    assert [one["name"] for one in found] == ["viesti.msg", "lasku.pdf"]


def test_the_archive_takes_its_attachments_and_reads_its_words() -> None:
    raw = a_msg("Hei Åke", enclosure("lasku.pdf", PDF))
    told, opened = parts_of(raw), open_file("viesti.msg", raw)

    assert is_mail("Viesti.MSG", "")
    assert (told["subject"], told["day"]) == ("Tarjous: höylä", "2026-03-09")
    assert isinstance(opened, Whole)
    assert opened.how is How.MAIL
    assert "Hei Åke" in opened.page(0).text
    assert "lasku.pdf" in opened.page(0).text


def test_what_lies_too_deep_or_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    box = a_box("pohja", head=24)
    for _turn in range(12):
        box = a_box("väli", enclosure("", box), head=24)
    with pytest.raises(ValueError, match="11"):
        message_from(ole(a_box("päällä", enclosure("", box))))

    monkeypatch.setattr(outlook, "LARGEST", 1000)
    assert message_of(a_msg("Hei", enclosure("lasku.pdf", PDF)))["odd"] == ["mail.not-read"]


def test_whatever_is_cut_off_or_damaged_breaks_nothing() -> None:
    whole = a_msg("Hei", enclosure("lasku.pdf", PDF), enclosure("", a_box(head=24)))
    cut = [message_of(whole[:length]) for length in range(0, len(whole), 701)]
    odd = 0
    for turn in range(40):
        damaged = bytearray(whole)
        for place in range(30):
            damaged[(turn * 7919 + place * 104_729) % len(damaged)] = (turn * 31 + place) % 256
        odd += bool(message_of(bytes(damaged))["odd"])

    assert all(one["odd"] == ["mail.not-read"] for one in cut[2:5])
    assert odd < 40
    with pytest.raises(DamagedFile):
        open_file("viesti.msg", ole({"__properties_version1.0": b"x"})[:1600])


def test_other_files_of_its_kind_are_no_mails() -> None:
    assert not is_outlook(ole({"Workbook": b"x"}))
    assert not is_outlook(b"From: a@b\r\n\r\nx")
    with pytest.raises(ValueError, match="OLE"):
        message_from(b"nothing")
