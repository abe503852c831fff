from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from app.documents.dispatch import DispatchPaper, describe, first_lines, grouped
from app.documents.pdf.render import render
from app.documents.text import plain
from app.domain.correspondence.body import EMPTY, Body
from app.domain.correspondence.letter import Channel, Dispatch
from app.domain.shared.ids import LetterId
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.correspondence import FINNISH, a_letter, text
from tests.documents.papers import FINNISH as COMPANY
from tests.documents.reading import page_texts

SHA256 = hashlib.sha256(b"the letter").hexdigest()


def a_paper(language: str = "en", **parts: Any) -> DispatchPaper:
    dispatch = Dispatch(
        letter_id=LetterId(1),
        sha256=SHA256,
        channel=Channel.REGISTERED,
        at=datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=2))),
        who="Anna Aalto",
        to="Kahvila Käki Oy, Hämeenkatu 5, 33200 Tampere",
        tracking="RR123456785FI",
        postage=Money(1290, "EUR"),
    )
    return DispatchPaper(
        letter=a_letter("fi"),
        body=Body(FINNISH),
        dispatches=(replace(dispatch, **parts),),
        company=COMPANY,
        say=say_in(language),
        formats=formats_in(language, "FI"),
        pages=2,
    )


def test_the_sheet_names_the_row_of_the_audit_that_tells_of_it() -> None:
    proof = "0123abcd" * 8

    said = plain(describe(replace(a_paper(), proofs=((417, proof),))))

    for words in ("Audit row", "417", *grouped(proof).split("\n")):
        assert words in said


def test_the_sheet_says_which_file_left_how_when_and_to_whom() -> None:
    said = plain(describe(a_paper()))

    wanted = (
        *grouped(SHA256).split("\n"),
        "Registered mail",
        "RR123456785FI",
        "Kahvila Käki Oy, Hämeenkatu 5, 33200 Tampere",
        "€12.90",
        "Anna Aalto",
        "OUT-2026-0042",
        "Penkkien toimituksen viivästyminen",
        "Hyvä Maija Meikäläinen,",
    )
    assert [one for one in wanted if one not in said] == []


def test_the_moment_is_told_in_the_time_of_the_world() -> None:
    said = plain(describe(a_paper("fi")))

    assert "22.11.2026 12.05 UTC" in said


@pytest.mark.parametrize("language", ["en", "fi", "th"])
@pytest.mark.parametrize("channel", Channel)
def test_a_sheet_prints_on_one_page_in_each_language(language: str, channel: Channel) -> None:
    content = render(describe(a_paper(language, channel=channel)))

    assert len(page_texts(content)) == 1


def test_what_is_not_known_is_left_out() -> None:
    said = plain(describe(a_paper(tracking="", postage=None)))

    assert "Tracking" not in said
    assert "Postage" not in said


def test_a_hash_is_written_in_groups() -> None:
    assert grouped("0123456789abcdef" * 4).split("\n")[0] == "01234567 89abcdef 01234567 89abcdef"


def test_a_letter_begins_with_whole_paragraphs() -> None:
    body = Body((text("One."), text("Two."), text("word " * 100), text("Never.")))

    assert first_lines(body) == "One.\nTwo. …"


def test_a_long_first_paragraph_is_cut_between_words() -> None:
    said = first_lines(Body((text("word " * 200),)))

    assert said.endswith("word …")
    assert len(said) < 420


def test_a_letter_of_nothing_begins_with_nothing() -> None:
    assert first_lines(EMPTY) == ""


def test_equal_dispatches_are_equal_files() -> None:
    paper = a_paper(at=datetime(2026, 1, 1, tzinfo=UTC))

    assert render(describe(paper)) == render(describe(paper))


def test_a_letter_that_left_in_two_ways_has_both_on_its_sheet() -> None:
    paper = a_paper()
    (first,) = paper.dispatches
    second = replace(first, channel=Channel.EMAIL, to="maija@kaki.example", tracking="")

    said = plain(describe(replace(paper, dispatches=(first, second))))

    assert said.count("Sent to") == 2
    assert "maija@kaki.example" in said
    assert said.count(grouped(SHA256).split("\n")[0]) == 1
