from __future__ import annotations

from app.ui.kit.page_text import Box, PageText


def a_text(*lines: str) -> PageText:
    """Return lines of characters that are 10 wide and 10 high, 20 apart."""
    boxes, signs = [], []
    for row, line in enumerate(lines):
        for column, sign in enumerate(line):
            signs.append(sign)
            boxes.append(Box(10 * column, 20 * row, 10 * column + 10, 20 * row + 10))
        signs += ["\r", "\n"]
        boxes += [Box(0, 0, 0, 0)] * 2
    return PageText.of("".join(signs), tuple(boxes))


def test_a_point_is_nearest_to_the_gap_before_or_after_a_character() -> None:
    text = a_text("abc", "def")

    assert text.place_at(12, 5) == 1
    assert text.place_at(18, 5) == 2
    assert text.place_at(500, 25) == len("abc\r\ndef")
    assert text.place_at(0, 500) == len("abc\r\n")


def test_a_range_is_coloured_in_one_box_for_each_line() -> None:
    text = a_text("abc", "def")

    assert text.bands(1, 7) == (Box(10, 0, 30, 10), Box(0, 20, 20, 30))


def test_columns_far_apart_are_coloured_apart() -> None:
    text = PageText.of("ab", (Box(0, 0, 10, 10), Box(200, 0, 210, 10)))

    assert len(text.bands(0, 2)) == 2


def test_what_is_copied_has_plain_line_ends_and_whole_characters() -> None:
    text = PageText.of("a\r\n\ud83d\ude00", (Box(0, 0, 1, 1),) * 5)

    assert text.between(0, 5) == "a\n😀"


def test_words_are_found_in_any_case_and_across_line_ends_and_hard_blanks() -> None:
    text = a_text("Total 1\u00a0234,50", "euros today")

    assert [text.between(*span) for span in text.found("1 234,50 EUROS")] == [
        "1\u00a0234,50\neuros"
    ]
    assert list(text.found("   ")) == []
    assert list(text.found("(no")) == []


def test_a_double_click_takes_a_whole_word_or_amount() -> None:
    text = a_text("pay 1.234,50 now")

    assert text.between(*text.word_at(6)) == "1.234,50"
    assert PageText.of("  ", (Box(0, 0, 0, 0),) * 2).word_at(1) == (1, 1)


def test_a_point_lies_on_text_or_beside_it() -> None:
    text = a_text("ab")

    assert text.is_on_text(5, 5)
    assert not text.is_on_text(50, 5)
