from __future__ import annotations

from app.ui.kit.page_text import Box, PageText
from app.ui.kit.reading import Hit, Reading, Spot


def a_page(text: str) -> PageText:
    return PageText.of(text, tuple(Box(10 * n, 0, 10 * n + 10, 10) for n in range(len(text))))


def a_reading(*pages: str) -> Reading:
    reading = Reading(len(pages))
    for number, text in enumerate(pages):
        reading.keep(number, a_page(text))
    return reading


def test_a_selection_may_be_drawn_backwards_and_over_pages() -> None:
    reading = a_reading("first page", "second page")

    reading.start(Spot(1, 6))
    reading.reach(Spot(0, 6))

    assert reading.selected() == "page\nsecond"
    assert reading.marked(0) == (Box(60, 0, 100, 10),)
    assert reading.marked(1) == (Box(0, 0, 60, 10),)


def test_selecting_all_asks_for_the_pages_that_were_not_read() -> None:
    reading = Reading(2)
    reading.keep(0, a_page("one"))

    reading.select_all()

    assert reading.unread() == (1,)
    reading.keep(1, a_page("two"))
    assert (reading.unread(), reading.selected()) == ((), "one\ntwo")


def test_hits_are_counted_while_pages_are_still_read() -> None:
    reading = Reading(2)
    reading.finding.find("oy", reading.texts)
    reading.keep(1, a_page("Lumo Oy"))
    assert (reading.finding.hits, reading.finding.now) == ((Hit(1, 5, 7),), 0)

    reading.keep(0, a_page("Aamu Oy"))

    assert reading.finding.hits == (Hit(0, 5, 7), Hit(1, 5, 7))
    assert reading.finding.hit == Hit(1, 5, 7)
    assert reading.is_whole


def test_the_first_hit_is_on_the_page_that_is_looked_at_or_after_it() -> None:
    reading = a_reading("oy", "nothing", "oy oy")

    reading.finding.find("oy", reading.texts, near=1)

    assert reading.finding.hit == Hit(2, 0, 2)


def test_steps_go_around_the_ends() -> None:
    reading = a_reading("oy oy")
    reading.finding.find("oy", reading.texts)

    reading.finding.step(-1)
    assert reading.finding.now == 1
    reading.finding.step(1)

    assert reading.finding.now == 0
    assert [is_now for is_now, _bands in reading.found_on(0)] == [True, False]


def test_without_words_nothing_is_found() -> None:
    reading = a_reading("oy")
    reading.finding.find("oy", reading.texts)

    reading.finding.find("  ", reading.texts)
    reading.finding.step(1)

    assert (reading.finding.hits, reading.finding.hit, reading.has_selection) == ((), None, False)
