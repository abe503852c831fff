"""A message is read as far as it goes; what breaks the rules is told and raises nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats import messages
from app.formats.messages import (
    LONGEST_ADDRESS,
    LONGEST_SUBJECT,
    LONGEST_TEXT,
    MailTooLarge,
    message_of,
    messages_in,
    messages_of,
)
from tests.foreign_mail import (
    BROKEN,
    PLAIN,
    UNKNOWN_CHARSET,
    a_message,
    many_parts,
    nested,
    with_file,
)


def read(content: bytes) -> dict[str, Any]:
    return message_of(content)


def test_a_message_tells_who_wrote_what_to_whom_and_when() -> None:
    assert read(PLAIN) == {
        "message_id": "<1@aamu.example>",
        "in_reply_to": "",
        "references": [],
        "subject": "Kysymys hänestä",
        "sender": "maija@aamu.example",
        "to": ["office@lumo.example", "anna@lumo.example"],
        "cc": [],
        "at": "2026-03-10T08:00:00+00:00",
        "text": "Hei, onko tarjous voimassa?",
        "parts": [],
        "odd": [],
    }


def test_attachments_come_with_their_bytes() -> None:
    told = read(with_file(b"%PDF-1"))

    (part,) = told["parts"]
    assert (part["name"], part["content"]) == ("lasku.pdf", "JVBERi0x")
    assert told["text"] == "Liitteenä"


def test_html_is_read_as_text_and_nothing_in_it_is_fetched() -> None:
    html = '<p>Hei <b>Maija</b></p><img src="https://spy.example/x.png"><script>bad()</script>'

    told = read(a_message(html, Content_Type="text/html; charset=utf-8"))

    assert "Hei Maija" in told["text"]
    assert "spy" not in told["text"]
    assert "bad" not in told["text"]


def test_an_unknown_charset_is_read_all_the_same() -> None:
    assert "Maija" in read(UNKNOWN_CHARSET)["text"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (nested(500), "mail."),
        (many_parts(2000), "mail.parts-not-read"),
    ],
)
def test_parts_without_end_are_told(content: bytes, code: str) -> None:
    assert [one for one in read(content)["odd"] if one.startswith(code)]


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_what_breaks_the_rules_raises_nothing(content: bytes) -> None:
    (told,) = messages_of((content,))

    assert "odd" in told


@given(st.binary(max_size=400))
def test_any_bytes_are_read_somehow(content: bytes) -> None:
    assert "odd" in read(content)


def test_a_head_smuggles_no_mark_into_an_answer() -> None:
    told = read(a_message(References="<a@x> junk <b\x01@x> <" + "c" * 300 + "@x> <d@x>"))

    assert "<a@x>" in told["references"]
    assert all(len(one) <= messages.LONGEST_MARK for one in told["references"])


def test_a_mailbox_holds_many_messages(tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(
        b"From a@x Tue\nSubject: 1\n\n>From here\nFrom the middle\n\n"
        b"From b@x Wed\nSubject: 2\n\nx\n"
    )

    assert list(messages_in(box)) == [
        b"Subject: 1\n\nFrom here\nFrom the middle\n\n",
        b"Subject: 2\n\nx\n",
    ]


def test_any_other_file_is_one_message(tmp_path: Path) -> None:
    one = tmp_path / "a.eml"
    one.write_bytes(PLAIN)

    assert list(messages_in(one)) == [PLAIN]


@pytest.mark.parametrize("start", [b"", b"From a@x Tue\n"])
def test_what_is_too_large_for_a_mail_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: bytes
) -> None:
    monkeypatch.setattr(messages, "LARGEST", 100)
    large = tmp_path / "a.eml"
    large.write_bytes(start + b"x\n" * 100)

    with pytest.raises(MailTooLarge):
        list(messages_in(large))


def test_what_is_endless_is_cut_and_told() -> None:
    told = message_of(
        a_message("x" * (LONGEST_TEXT + 1), From=f"{'a' * 900}@x.example", Subject="y" * 9000)
    )

    assert told["odd"] == ["mail.too-long"]
    assert [len(str(told[name])) for name in ("text", "sender", "subject")] == [
        LONGEST_TEXT,
        LONGEST_ADDRESS,
        LONGEST_SUBJECT,
    ]
