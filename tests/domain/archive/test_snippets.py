"""What answers is marked in the text, and the piece around it is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.found import Snippet
from app.domain.archive.matching import FACT, AllOf, AnyOf, Run
from app.domain.archive.snippets import FEW, WIDTH, marker_of
from app.domain.shared.search import PIECE

ASKED = AllOf((AnyOf((Run(("lasku",)), Run(("laskun",)), Run((f"{FACT}t1",)))),), (Run(("x",)),))


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[spot.start : spot.end] for spot in snippet.spots]


def test_words_are_marked_whole_and_without_case() -> None:
    spots = marker_of(ASKED).spots("Laskun nro 5, LASKU; laskujen x")

    assert [(spot.start, spot.end) for spot in spots] == [(0, 6), (14, 19)]


def test_accents_do_not_shift_the_marks() -> None:
    marker = marker_of(Run(("aanestys",)))
    text = "Ⅷ ﬁ ää Äänestys"

    (spot,) = marker.spots(text)

    assert text[spot.start : spot.end] == "Äänestys"


def test_phrases_and_thai_are_marked_inside_sentences() -> None:
    text = "เรียนลูกค้า ใบกำกับภาษี อยู่ในซอง: sähkö – vesi"
    thai = marker_of(Run(("กำ".replace("ำ", "ํ"), "ํา", "าก", "กั", "ับ"), None, is_open=True))

    assert [text[one.start : one.end] for one in thai.spots(text)] == ["กำกับ"]
    both = marker_of(Run(("sahko", "vesi")))
    assert [text[one.start : one.end] for one in both.spots(text)] == ["sähkö – vesi"]


def test_a_beginning_marks_what_goes_on() -> None:
    (spot,) = marker_of(Run(("2026", "00"), None, is_open=True)).spots("INV-2026-0001")

    assert (spot.start, spot.end) == (4, 11)


def test_the_piece_with_most_of_it_is_shown_with_its_page() -> None:
    page = f"lasku {'muuta ' * 60} tässä\n laskun   ja lasku ja loppu"

    snippet = marker_of(ASKED).snippet(("tyhjä", page))

    assert snippet.page == 2
    assert marked(snippet) == ["laskun", "lasku"]
    assert "laskun ja lasku ja loppu" in snippet.text


def test_without_an_answer_in_the_text_its_beginning_is_shown() -> None:
    marker = marker_of(ASKED)

    assert marker.snippet((" ", "Hei\n vain")) == Snippet("Hei vain", (), 1)
    assert marker.snippet(()) == Snippet()


@given(st.lists(st.text("lasku n\näÄﬁำ้", max_size=300), max_size=3))
def test_marks_lie_in_the_piece_and_never_overlap(pages: list[str]) -> None:
    snippet = marker_of(ASKED).snippet(pages)

    edges = [edge for spot in snippet.spots for edge in (spot.start, spot.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(snippet.text) for edge in edges)
    assert len(snippet.text) <= WIDTH * 2


@given(st.text(st.sampled_from([*"abä _-1กา\n"])), st.sampled_from(["a", "ab", "1", "ba1"]))
def test_words_are_marked_where_pieces_of_the_text_are_those_words(text: str, word: str) -> None:
    plain = text.replace("ä", "a")

    spots = [(one.start, one.end) for one in marker_of(Run((word,))).spots(text)]

    assert spots == [piece.span() for piece in PIECE.finditer(plain) if piece.group() == word]


@given(st.lists(st.text(st.sampled_from([*"ab -\nกข"])), max_size=8))
def test_lines_are_told_apart_as_each_alone(lines: list[str]) -> None:
    words = tuple(Run((word,)) for word in ("a", "ab", "ba", *(f"b{n}" for n in range(FEW))))
    for asked in (AnyOf(words[:2]), AnyOf(words), Run(("a", "b")), Run(("กข",), is_open=True)):
        marker = marker_of(asked)

        found = marker.among(lines)

        assert found == {place for place, line in enumerate(lines) if marker.is_in(line)}
